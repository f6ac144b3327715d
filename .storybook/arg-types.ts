import { LIST_TABS } from '../src/model/list-tabs.js';
import { DIMENSIONS } from '../src/model/statuses.js';
import type { Gestures } from '../src/render/map/gestures.js';
import { FEED_FORMATS } from '../src/provider/sources/feed-formats.js';
import { cssProperty } from '../stories/theming/css-properties.js';
import type { CssProperty } from '../stories/theming/css-properties.js';
import { detailOf, elementOf } from './manifest.js';
import type { Described, Manifest } from './manifest.js';

interface Range {
  min: number;
  max: number;
  step: number;
}

/** What a reader of Storybook sets a value by; `false` where only a page's script can. */
type Control =
  | false
  | { type: 'text' | 'boolean' | 'select' | 'object' }
  | ({ type: 'range' } & Range)
  | { type: 'color'; presetColors: string[] };

/** A row of an element's table, as Storybook takes it. */
export interface ArgType {
  name: string;
  description: string;
  control: Control;
  options?: readonly string[];
  table: {
    category: string;
    type?: { summary: string; detail?: string };
    defaultValue?: { summary: string };
  };
}

/** What is chosen from, by its type in the manifest. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  Dimension: DIMENSIONS,
  Gestures: ['auto', 'greedy'] satisfies Gestures[],
  ListTab: LIST_TABS,
  "FeedFormat | 'remote'": [...Object.keys(FEED_FORMATS), 'remote'],
};

const RANGES: Readonly<Record<string, Range>> = {
  zoom: { min: 0, max: 16, step: 0.5 },
  'heading-level': { min: 1, max: 6, step: 1 },
  'refresh-interval': { min: 5, max: 600, step: 5 },
};

/** Properties of plain data; the others are functions and what has them. */
const PLAIN_DATA = ['StationFilter', 'ListNarrowing', 'Scope', 'OverviewState'];

const typeOf = ({ type }: Described) => (type?.text ?? '').replace(/ \| undefined$/, '');

function range(name: string): Control {
  const found = RANGES[name];
  if (!found) throw new Error(`${name} is a number without a range; add one to RANGES.`);
  return { type: 'range', ...found };
}

function attributeControl(attribute: Described): Pick<ArgType, 'control' | 'options'> {
  const type = typeOf(attribute);
  if (OPTIONS[type]) return { control: { type: 'select' }, options: OPTIONS[type] };
  if (type === 'number') return { control: range(attribute.name) };
  if (type === 'boolean') return { control: { type: 'boolean' } };
  if (type === 'string') return { control: { type: 'text' } };
  throw new Error(`The attribute ${attribute.name} is of type ${type}, which no control is known for.`);
}

/** Types of CSS properties, as CSS itself names them. */
const CSS_TYPES: Readonly<Record<CssProperty['kind'], string>> = {
  color: '<color>',
  status: '<color>',
  switch: '<number>',
  length: '<length>',
  font: '<font-family>',
};

function cssControl(property: CssProperty): Control {
  switch (property.kind) {
    case 'color':
    case 'status':
      return { type: 'color', presetColors: Object.values(property.initial) };
    case 'switch':
      return { type: 'range', min: 0, max: 1, step: 1 };
    case 'length':
      return { type: 'range', min: 0, max: property.max, step: 1 };
    case 'font':
      return { type: 'text' };
  }
}

function cssRow(described: Described): ArgType {
  const property = cssProperty(described.name);
  const type = { text: CSS_TYPES[property.kind] };
  return row('CSS properties', { ...described, type }, { control: cssControl(property) });
}

/** Numbers of requirements are for those who work on the library. */
const withoutRequirements = (text: string) => text.replace(/ \(R\d+(?:, R\d+)*\)/g, '').replace(/\s+/g, ' ');

/** An element, without the numbers of requirements. */
export const descriptionOf = (manifest: Manifest, tag: string) =>
  withoutRequirements(elementOf(manifest, tag).description ?? '');

function row(category: string, described: Described, own: Partial<ArgType> = {}): ArgType {
  const { name, description = '', default: initial } = described;
  const type = typeOf(described);
  return {
    name,
    description: withoutRequirements(description),
    control: false,
    ...own,
    table: {
      category,
      ...(type && { type: { summary: type } }),
      ...(initial && { defaultValue: { summary: initial } }),
      ...own.table,
    },
  };
}

/**
 * The rows of an element's table, and the controls of its attributes, of its properties of plain data and of its CSS properties, by the
 * name of the argument that each sets: an attribute's, a property's or a CSS property's own. What is only to be read has its kind before it.
 */
export function argTypesOf(manifest: Manifest, tag: string): Record<string, ArgType> {
  const element = elementOf(manifest, tag);
  const { attributes = [], members = [], events = [], slots = [], cssParts = [] } = element;
  const { cssProperties = [], cssStates = [] } = element;
  const fields = members.filter(
    ({ kind, name }) => kind === 'field' && !attributes.some(({ fieldName }) => fieldName === name),
  );
  const methods = members.filter(({ kind }) => kind === 'method');
  const entries: [string, ArgType][] = [
    ...attributes.map((each): [string, ArgType] => [
      each.name,
      row('Attributes', each, attributeControl(each)),
    ]),
    ...fields.map((each): [string, ArgType] => [
      each.name,
      row('Properties', each, PLAIN_DATA.includes(typeOf(each)) ? { control: { type: 'object' } } : {}),
    ]),
    ...cssProperties.map((each): [string, ArgType] => [each.name, cssRow(each)]),
    ...events.map((each): [string, ArgType] => {
      const type = { summary: typeOf(each), detail: `detail: ${detailOf(manifest, each)}` };
      return [`event:${each.name}`, row('Events', each, { table: { category: 'Events', type } })];
    }),
    ...slots.map((each): [string, ArgType] => [
      `slot:${each.name}`,
      row('Slots', { ...each, name: each.name || 'default', type: { text: 'any elements' } }),
    ]),
    ...cssParts.map((each): [string, ArgType] => [
      `part:${each.name}`,
      row('Parts', { ...each, type: { text: `::part(${each.name})` } }),
    ]),
    ...cssStates.map((each): [string, ArgType] => [
      `state:${each.name}`,
      row('States', { ...each, type: { text: `:state(${each.name})` } }),
    ]),
    ...methods.map((each): [string, ArgType] => {
      const parameters = (each.parameters ?? []).map(({ name, type }) => `${name}: ${type?.text}`).join(', ');
      const type = { text: `(${parameters}) => ${each.return?.type.text}` };
      return [`method:${each.name}`, row('Methods', { ...each, name: `${each.name}()`, type })];
    }),
  ];
  return Object.fromEntries(entries);
}

/** What is not there is false: a switch shows that, where Storybook would ask whether it is to be set. */
export function switchedOff(argTypes: Readonly<Record<string, Partial<ArgType>>>): Record<string, false> {
  const switches = Object.entries(argTypes).filter(
    ([, { control }]) => control && control.type === 'boolean',
  );
  return Object.fromEntries(switches.map(([name]) => [name, false]));
}
