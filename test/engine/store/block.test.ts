import { expect } from 'chai';
import fc from 'fast-check';

import { Block } from '../../../src/engine/store/block.js';

const write = fc.record({
  row: fc.nat(300),
  whole: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  small: fc.integer({ min: 0, max: 255 }),
  number: fc.double(),
});

describe('the columns of a block', () => {
  it('keep what each row was given, however many rows are added', () => {
    fc.assert(
      fc.property(fc.array(write), writes => {
        const block = new Block();
        const [whole, small, number] = [block.int32(), block.uint8(), block.float64()];
        const rows = new Map<number, (typeof writes)[number]>();
        for (const given of writes) {
          block.reserve(given.row + 1);
          whole.set(given.row, given.whole);
          small.set(given.row, given.small);
          number.set(given.row, given.number);
          rows.set(given.row, given);
        }
        for (const [row, given] of rows) {
          expect({
            row,
            whole: whole.get(row),
            small: small.get(row),
            number: number.get(row),
          }).to.deep.equal(given);
        }
      }),
    );
  });
});
