import { expect } from 'chai';
import fc from 'fast-check';

import { IdHashTable } from '../../../src/engine/store/id-hash-table.js';
import { Texts } from '../../../src/engine/store/texts.js';
import { replaceGlobal } from '../../support/stubs.js';

const id = fc.oneof(
  fc.nat(400).map(number => `S${number}`),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
);
interface Step {
  id: string;
  isRemoved: boolean;
}

const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ id, isRemoved: fc.boolean() }), { maxLength: 600 });

function blobOf(texts: readonly string[]): Texts {
  const encoder = new TextEncoder();
  const ids = new Texts();
  let end = 0;
  ids.load({
    bytes: encoder.encode(texts.join('')),
    start: 0,
    ends: Uint32Array.from(texts, text => (end += encoder.encode(text).length)),
  });
  return ids;
}

/** Adds, removes and looks up ids in an index and in a map. */
function expectSameAsMap(ids: Texts, known: Map<string, number>, given: Step[]) {
  const index = new IdHashTable(ids);
  let rows = known.size;
  for (const step of given) {
    const row = known.get(step.id);
    expect(index.rowOf(step.id), step.id).to.equal(row);
    if (row === undefined) {
      ids.set(rows, step.id);
      index.add(step.id, rows);
      known.set(step.id, rows++);
    } else if (step.isRemoved) {
      index.remove(row);
      known.delete(step.id);
    }
  }
  for (const [text, row] of known) expect(index.rowOf(text), text).to.equal(row);
}

describe('a hash table of ids', () => {
  it('finds what a map finds, whatever is added and removed', () => {
    fc.assert(
      fc.property(steps, given => {
        expectSameAsMap(new Texts(), new Map(), given);
      }),
    );
  });

  it('finds what a map finds that began with the ids of a blob', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id), steps, (loaded, given) => {
        expectSameAsMap(blobOf(loaded), new Map(loaded.map((text, row) => [text, row])), given);
      }),
    );
  });

  it('grows with the ids that it has, not with those that come and go', () => {
    const BrowserArray = Int32Array;
    let longest = 0;
    const restore = replaceGlobal(
      'Int32Array',
      class extends BrowserArray {
        constructor(length: number) {
          super(length);
          longest = Math.max(longest, length);
        }
      },
    );
    try {
      const ids = new Texts();
      const index = new IdHashTable(ids);
      for (let row = 0; row < 20_000; row++) {
        ids.set(row, `S${row}`);
        index.add(`S${row}`, row);
        if (row >= 100) index.remove(row - 100);
      }
      expect([index.rowOf('S19899'), index.rowOf('S19900')]).to.deep.equal([undefined, 19_900]);
      expect(longest).to.be.most(2048);
    } finally {
      restore();
    }
  });

  it("finds the first of a blob's rows with the same id, and none when that is removed", () => {
    const index = new IdHashTable(blobOf(['A', 'é', 'A', 'é']));
    expect([index.rowOf('A'), index.rowOf('é')]).to.deep.equal([0, 1]);
    index.remove(3);
    index.remove(0);
    expect([index.rowOf('A'), index.rowOf('é')]).to.deep.equal([undefined, 1]);
  });
});
