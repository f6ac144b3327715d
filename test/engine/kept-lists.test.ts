import { expect } from 'chai';

import { KeptLists } from '../../src/engine/kept-lists.js';

const MILLION = 1_000_000;
const listOf = (length: number) => ({ key: 'list', rows: new Int32Array(length), arrivals: 0 });
const rowsOf = (lists: KeptLists) => lists.all().reduce((sum, { rows }) => sum + rows.length, 0);

describe('the lists that are kept', () => {
  it('take no more than twelve million rows of those that were begun', () => {
    const lists = new KeptLists('a');
    const names = Array.from({ length: 30 }, () => lists.add(listOf(MILLION)));
    expect(rowsOf(lists)).to.be.within(11 * MILLION, 12 * MILLION);
    expect(lists.get(names[0]!)).to.equal(undefined);
    expect(lists.get(names.at(-1)!)).to.not.equal(undefined);
  });

  it('are bounded where they are short, too', () => {
    const lists = new KeptLists('a');
    for (let count = 0; count < 200_000; count++) lists.add(listOf(1));
    expect(lists.all().length).to.be.within(10_000, 60_000);
  });

  it('are not pushed out while they are read on, however many are begun', () => {
    const lists = new KeptLists('a');
    const readOn = lists.add(listOf(MILLION));
    for (let count = 0; count < 10; count++) lists.add(listOf(MILLION));
    expect(lists.get(readOn), 'ten others begun').to.not.equal(undefined);
    for (let count = 0; count < 100; count++) lists.add(listOf(MILLION));
    expect(lists.get(readOn), 'a hundred begun').to.not.equal(undefined);
  });

  it('give way where many are read on: first the one that was left longest ago', () => {
    const lists = new KeptLists('a');
    const names: string[] = [];
    for (let count = 0; count < 20; count++) {
      names.push(lists.add(listOf(MILLION)));
      lists.get(names.at(-1)!);
      lists.get(names[0]!);
    }
    expect(lists.get(names[0]!), 'read all along').to.not.equal(undefined);
    expect(lists.get(names[1]!), 'left').to.equal(undefined);
    expect(rowsOf(lists)).to.be.most(12 * MILLION);
  });

  it('keep one that is larger than all that may be kept', () => {
    const lists = new KeptLists('a');
    const name = lists.add(listOf(13 * MILLION));
    expect(lists.get(name)).to.not.equal(undefined);
  });
});
