import type { IdHash } from './id-hash.js';
import type { TextBlob, Texts } from './texts.js';

/** Bits for each number: so many that those which differ seldom meet in one. */
const BITS_OF_NUMBER = 64;

/** Bits at most: 32 MB. */
const MOST_BITS = 2 ** 28;

/** A set of numbers of 32 bits, of which a few that differ count as one. */
class Sieve {
  private readonly words: Uint32Array;
  private readonly shift: number;

  /** @param most how many numbers are added at most */
  constructor(most: number) {
    const exponent = Math.ceil(Math.log2(Math.min(MOST_BITS, Math.max(32, most * BITS_OF_NUMBER))));
    this.words = new Uint32Array(2 ** exponent / 32);
    this.shift = 32 - exponent;
  }

  /** Returns whether it was there. */
  add(number: number): boolean {
    const bit = number >>> this.shift;
    const before = this.words[bit >>> 5]!;
    this.words[bit >>> 5] = before | (1 << (bit & 31));
    return (before & (1 << (bit & 31))) !== 0;
  }

  has(number: number): boolean {
    const bit = number >>> this.shift;
    return (this.words[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }
}

/** A number of 32 bits for each text, reckoned fast: texts that differ may be given the same on purpose. */
function digestsOf({ bytes, ends, start: first }: TextBlob): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const digests = new Int32Array(ends.length);
  let at = first;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row]!;
    let digest = end - at;
    for (; at + 4 <= end; at += 4) {
      digest = Math.imul(digest ^ view.getInt32(at, true), 0x9e3779b1);
      digest ^= digest >>> 15;
    }
    for (; at < end; at++) digest = Math.imul(digest ^ bytes[at]!, 0x9e3779b1);
    digests[row] = Math.imul(digest ^ (digest >>> 13), 0x85ebca6b);
  }
  return digests;
}

/**
 * The rows of a column's blob whose text one before them has. They are found in a fraction of the time in which all are put into a table:
 * most texts are told from all others by a number that is soon reckoned, and only the rest are hashed and compared.
 */
export function repeatedRows(texts: Texts, hash: IdHash): number[] {
  const { blob } = texts;
  if (!blob) return [];
  const digests = digestsOf(blob);
  const seen = new Sieve(digests.length);
  const metAgain: number[] = [];
  for (const digest of digests) if (seen.add(digest)) metAgain.push(digest);
  const met = new Sieve(metAgain.length);
  for (const digest of metAgain) met.add(digest);
  const repeated: number[] = [];
  const firsts = new Map<number, number[]>();
  let start = blob.start;
  for (let row = 0; row < digests.length; row++) {
    const end = blob.ends[row]!;
    if (met.has(digests[row]!)) {
      const key = hash.ofBytes(blob.bytes, start, end);
      const before = firsts.get(key);
      if (!before) firsts.set(key, [row]);
      else if (before.some(first => texts.areSame(first, row))) repeated.push(row);
      else before.push(row);
    }
    start = end;
  }
  return repeated;
}
