import { expect } from 'chai';
import { parse } from 'culori';

import { argTypesOf, switchedOff } from '../../.storybook/arg-types.js';
import type { ArgType } from '../../.storybook/arg-types.js';
import { elementsOf } from '../../.storybook/manifest.js';
import type { Args } from '../../stories/story.js';
import { manifest } from '../support/manifest-file.js';
import { storyModules } from './story-modules.js';

/** Of every element that has attributes, and those of HTML itself. */
const OF_HTML = ['lang'];
/** Stories of what is wrong. */
const WRONG = ['UnknownFormat', 'UnknownDimension'];

/** Whether a control shows a value, and gives one like it. */
function fits({ control, options }: ArgType, value: unknown): boolean {
  if (control === false) return false;
  switch (control.type) {
    case 'color':
      return typeof value === 'string' && parse(value) !== undefined;
    case 'range':
      return typeof value === 'number' && value >= control.min && value <= control.max;
    case 'select':
      return options?.includes(value as string) ?? false;
    case 'object':
      return typeof value === 'object' && JSON.stringify(value) !== undefined;
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
  }
}

/** A value as a control has it, from the text that the manifest has of a default. */
function defaultOf({ control }: ArgType, text: string): unknown {
  if (control && control.type === 'range') return parseFloat(text);
  if (control && control.type === 'boolean') return text === 'true';
  if (control && control.type === 'color') return text.match(/#\w+/)![0];
  if (text.startsWith('{')) return {};
  return text.replace(/^'(.*)'$/, '$1');
}

describe("Storybook's controls", () => {
  for (const element of elementsOf(manifest)) {
    const { tagName, attributes = [], cssProperties = [], members = [] } = element;
    const argTypes = argTypesOf(manifest, tagName);

    it(`R25: ${tagName} has one for each attribute and CSS property, and its default fits`, () => {
      for (const { name, default: initial } of [...attributes, ...cssProperties]) {
        const argType = argTypes[name]!;
        expect(argType?.control, name).to.be.an('object');
        if (initial) expect(fits(argType, defaultOf(argType, initial)), `${name}: ${initial}`).to.equal(true);
      }
    });

    it(`R25: ${tagName} has one for each property of plain data, and none for what only a script can set`, () => {
      const fields = members.filter(
        ({ kind, name }) => kind === 'field' && !attributes.some(({ fieldName }) => fieldName === name),
      );
      for (const { name, type } of fields) {
        const isPlain = !/DataProvider|RequestHeaders/.test(type!.text);
        expect(argTypes[name]?.control, name).to.deep.equal(isPlain ? { type: 'object' } : false);
      }
    });

    it(`R25: ${tagName} has a row for each event with its detail, slot, part, state and method, by the words of the manifest`, () => {
      const described = [...Object.values(argTypes)].filter(({ control }) => control === false);
      for (const { description, table } of described) {
        expect(description).to.match(/\w/);
        expect(description).not.to.match(/\(R\d/);
        if (table.category === 'Events') expect(table.type!.detail).to.match(/^detail: \{ .* \}$/s);
      }
      const { events = [], slots = [], cssParts = [], cssStates = [] } = element;
      const methods = members.filter(({ kind }) => kind === 'method');
      for (const [category, list] of Object.entries({
        Events: events,
        Slots: slots,
        Parts: cssParts,
        States: cssStates,
        Methods: methods,
      }))
        expect(
          described.filter(({ table }) => table.category === category),
          category,
        ).to.have.length(list.length);
    });
  }

  it('are switches that are off, not questions, where nothing is set', () => {
    expect(switchedOff(argTypesOf(manifest, 'ev-evse-pie'))).to.deep.equal({ 'include-offline': false });
  });
});

describe('the arguments of stories', () => {
  for (const { tag, stories } of storyModules) {
    it(`R25: those of ${tag} are each of an attribute, property or CSS property, and fit its control`, () => {
      const argTypes = argTypesOf(manifest, tag);
      for (const [name, story] of Object.entries(stories)) {
        if (WRONG.includes(name)) continue;
        const args: Args = story.args ?? {};
        for (const [arg, value] of Object.entries(args)) {
          if (OF_HTML.includes(arg)) continue;
          expect(argTypes[arg], `${name}: ${arg}`).to.be.an('object');
          expect(fits(argTypes[arg]!, value), `${name}: ${arg} is ${JSON.stringify(value)}`).to.equal(true);
        }
      }
    });
  }
});
