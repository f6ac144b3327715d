import { describe, it } from 'node:test';

import { expect } from 'chai';

import { storable } from '../src/ingest/storable.js';

/** Lists in each other, so many deep. */
function nested(value: unknown, depth: number): unknown {
  return depth === 0 ? value : [nested(value, depth - 1)];
}

describe('data that is to be kept', () => {
  it('is not copied where all of it can be kept', () => {
    const change = { asOf: 1, stations: [{ id: 'A 😀', evses: [{ id: '1', status: null }] }] };
    expect(storable(change)).to.equal(change);
  });

  it('has U+FFFD for what no text of a database holds, in names and values, and is not written to', () => {
    const change = { stations: [{ id: 'A\0', 'na\uD83Dme': ['half \uDE00'] }], asOf: 1 };
    const before = structuredClone(change);
    expect(storable(change)).to.deep.equal({
      stations: [{ id: 'A\uFFFD', 'na\uFFFDme': ['half \uFFFD'] }],
      asOf: 1,
    });
    expect(change).to.deep.equal(before);
  });

  it('is refused where it is nested too deep, whatever stands before that, and not where it just is not', () => {
    for (const value of ['A', 'A\0']) {
      expect(storable(nested(value, 100))).to.deep.equal(nested(value.replace('\0', '\uFFFD'), 100));
      expect(() => storable(['\0', nested([value], 100)])).to.throw('nested deeper than 100 levels');
    }
  });
});
