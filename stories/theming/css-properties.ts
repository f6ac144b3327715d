import { DIMENSIONS } from '../../src/model/statuses.js';
import { SECTIONS } from '../../src/render/shared/sections.js';
import type { SchemedColor } from '../../src/render/shared/status-colors.js';
import { lookOf } from '../../src/render/shared/status-look.js';
import { SYSTEM_FONT } from './fonts.js';

/** A CSS property that a designer sets, with the value that it has by itself. */
export type CssProperty =
  | { name: string; label: string; kind: 'color' | 'status'; initial: SchemedColor }
  | { name: string; label: string; kind: 'switch'; initial: number }
  | { name: string; label: string; kind: 'length'; initial: number; max: number }
  | { name: string; label: string; kind: 'font'; initial: string };

/** What is set together. */
export interface CssPropertyGroup {
  heading: string;
  properties: CssProperty[];
}

const FRAME: CssPropertyGroup = {
  heading: 'Frame and text',
  properties: [
    {
      name: '--ev-color-surface',
      label: 'Surface',
      kind: 'color',
      initial: { light: '#ffffff', dark: '#14181d' },
    },
    {
      name: '--ev-color-text',
      label: 'Text',
      kind: 'color',
      initial: { light: '#1b2127', dark: '#e4e8ec' },
    },
    {
      name: '--ev-color-muted',
      label: 'Quiet text and lines',
      kind: 'color',
      initial: { light: '#5b6570', dark: '#9aa4ae' },
    },
    { name: '--ev-radius', label: 'Corners', kind: 'length', initial: 8, max: 32 },
    { name: '--ev-gap', label: 'Space', kind: 'length', initial: 12, max: 48 },
    {
      name: '--ev-font-family',
      label: 'Font',
      kind: 'font',
      initial: SYSTEM_FONT,
    },
  ],
};

const HEADINGS = {
  connection: 'Connection',
  evse: 'EVSEs',
  'last-message': 'Last message',
  station: 'Stations',
};

/** Every CSS property of every element. */
export const CSS_PROPERTIES: readonly CssPropertyGroup[] = [
  FRAME,
  ...DIMENSIONS.map(dimension => {
    const { statuses } = SECTIONS[dimension];
    return {
      heading: HEADINGS[dimension],
      properties: statuses.map((status): CssProperty => ({
        name: `--ev-color-${dimension}-${status}`,
        label: status,
        kind: 'status',
        initial: lookOf(dimension, status, statuses).color,
      })),
    };
  }),
  {
    heading: 'More than colour',
    properties: [{ name: '--ev-patterns', label: 'Patterns', kind: 'switch', initial: 0 }],
  },
];

const BY_NAME = new Map(
  CSS_PROPERTIES.flatMap(({ properties }) => properties).map(each => [each.name, each]),
);

/** A CSS property by its name. */
export function cssProperty(name: string): CssProperty {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`No element has ${name}; expected one of ${[...BY_NAME.keys()].join(', ')}.`);
  return found;
}

/** What a CSS property is set to: a text, a number, or a colour for each scheme. */
export type Value = string | number | SchemedColor;

/** A value as CSS has it: a length's number is in pixels. */
export function valueOf(name: string, value: Value): string {
  if (typeof value === 'object') return `light-dark(${value.light}, ${value.dark})`;
  return cssProperty(name).kind === 'length' ? `${value}px` : String(value);
}

/** A rule for a whole page; empty where nothing is set. */
export function cssOf(values: ReadonlyMap<string, Value>): string {
  const lines = [...values].map(([name, value]) => `  ${name}: ${valueOf(name, value)};`);
  return lines.length > 0 ? `:root {\n${lines.join('\n')}\n}` : '';
}
