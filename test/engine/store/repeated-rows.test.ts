import { expect } from 'chai';

import { IdHash } from '../../../src/engine/store/id-hash.js';
import { repeatedRows } from '../../../src/engine/store/repeated-rows.js';
import { Texts } from '../../../src/engine/store/texts.js';
import { seeded } from '../../support/random.js';

const encoder = new TextEncoder();

/** A column that begins with these texts, after others. */
function columnOf(texts: readonly string[]): Texts {
  const before = encoder.encode('before');
  let end = before.length;
  const ends = Uint32Array.from(texts, text => (end += encoder.encode(text).length));
  const column = new Texts();
  column.load({ bytes: encoder.encode(`before${texts.join('')}`), start: before.length, ends });
  return column;
}

describe('rows of one text', () => {
  it('are those that a set finds, of texts of all lengths', () => {
    const random = seeded(7);
    for (const count of [0, 1, 2, 100, 20_000]) {
      const texts = Array.from({ length: count }, () => {
        const number = random.below(count);
        return `${'ü'.repeat(number % 3)}${'x'.repeat(number % 6)}${number}`;
      });
      const seen = new Set<string>();
      const repeated = texts.flatMap((text, row) => (seen.size === seen.add(text).size ? [row] : []));
      expect(repeatedRows(columnOf(texts), new IdHash()), String(count)).to.deep.equal(repeated);
      if (count > 2) expect(repeated.length).to.be.above(0);
    }
  });

  it('are none where all differ, and none in a column without a blob', () => {
    const texts = Array.from({ length: 50_000 }, (_, row) => `CS-${row}`);
    expect(repeatedRows(columnOf(texts), new IdHash())).to.deep.equal([]);
    expect(repeatedRows(new Texts(), new IdHash())).to.deep.equal([]);
  });
});
