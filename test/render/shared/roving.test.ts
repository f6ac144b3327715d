import { expect } from 'chai';

import { keyLeadsTo } from '../../../src/render/shared/roving.js';

describe('where keys lead in one stop of the Tab key', () => {
  const LEGEND = [['bar 1', 'list 1'], ['bar 2'], ['bar 3', 'list 3']];

  for (const [from, key, to] of [
    ['bar 1', 'ArrowDown', 'bar 2'],
    ['list 1', 'ArrowDown', 'bar 2'],
    ['bar 3', 'ArrowDown', 'bar 1'],
    ['bar 1', 'ArrowUp', 'bar 3'],
    ['bar 1', 'ArrowRight', 'list 1'],
    ['list 1', 'ArrowRight', undefined],
    ['list 3', 'ArrowLeft', 'bar 3'],
    ['bar 1', 'ArrowLeft', undefined],
    ['list 3', 'Home', 'list 1'],
    ['bar 2', 'End', 'bar 3'],
    ['bar 2', 'Enter', undefined],
    ['gone', 'ArrowDown', undefined],
  ] as const) {
    it(`in rows, ${key} leads from ${from} ${to ? `to ${to}` : 'nowhere'}`, () => {
      expect(keyLeadsTo(LEGEND, from, key)).to.equal(to);
    });
  }

  it('in rows that run from right to left, the left arrow leads on', () => {
    expect(keyLeadsTo(LEGEND, 'bar 1', 'ArrowLeft', true)).to.equal('list 1');
    expect(keyLeadsTo(LEGEND, 'bar 1', 'ArrowRight', true)).to.equal(undefined);
  });

  for (const [how, line] of [
    ['a row', [['a', 'b', 'c']]],
    ['a column', [['a'], ['b'], ['c']]],
  ] as [string, string[][]][]) {
    it(`in ${how} both pairs of arrows lead on and back, round and round`, () => {
      const led = (from: string, key: string) => keyLeadsTo(line, from, key);
      expect(['ArrowRight', 'ArrowDown'].map(key => led('c', key))).to.deep.equal(['a', 'a']);
      expect(['ArrowLeft', 'ArrowUp'].map(key => led('a', key))).to.deep.equal(['c', 'c']);
      expect([led('b', 'Home'), led('b', 'End'), led('b', 'Tab')]).to.deep.equal(['a', 'c', undefined]);
    });
  }
});
