import { expect } from 'chai';
import fc from 'fast-check';

import { IdHash } from '../../../src/engine/store/id-hash.js';

const encoder = new TextEncoder();

/** Texts of one FNV-1a hash, whatever begins with them: each block is one of two that take a state to the same next one. */
function colliding(blocks: number): string[] {
  const step = (state: number, text: string) =>
    [...text].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193), state);
  let state = 0x811c9dc5 | 0;
  let texts = [''];
  for (let block = 0; block < blocks; block++) {
    const seen = new Map<number, string>();
    for (let number = 0; ; number++) {
      const text = (number * 2654435761).toString(36).padStart(12, '0');
      const next = step(state, text);
      const other = seen.get(next);
      seen.set(next, text);
      if (other === undefined) continue;
      texts = texts.flatMap(start => [start + other, start + text]);
      state = next;
      break;
    }
  }
  return texts;
}

describe('the hash of an id', () => {
  it('is that of its UTF-8, of whatever length', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('a', 'é', '東', '🔌'), fc.string()),
      maxLength: 100,
    });
    const hash = new IdHash();
    fc.assert(
      fc.property(text, text, (value, before) => {
        const [bytes, start] = [encoder.encode(before + value), encoder.encode(before).length];
        expect(hash.ofText(value)).to.equal(hash.ofBytes(bytes, start, bytes.length));
      }),
    );
  });

  it('differs from table to table, so that ids which collide in one do not in another', () => {
    const hashes = Array.from({ length: 20 }, () => new IdHash().ofText('NL*ABC*E1'));
    expect(new Set(hashes).size).to.be.greaterThan(15);
  });

  it('spreads ids that differ little, and those that collide in a hash without a key, over all slots', () => {
    for (const ids of [Array.from({ length: 4096 }, (_, index) => `S${index}`), colliding(12)]) {
      const hash = new IdHash();
      const loads = new Array<number>(256).fill(0);
      for (const id of ids) loads[hash.ofText(id) & 255]!++;
      // 16 each, on average; one of 60 comes about once in 10^14 tries.
      expect(ids.length).to.equal(4096);
      expect(Math.max(...loads)).to.be.below(60);
    }
  });
});
