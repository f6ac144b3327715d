/**
 * Numbers that look random and are the same for the same seed (the mulberry32 generator).
 * @typedef {object} Random
 * @property {() => number} next from 0 up to, not including, 1
 * @property {(from: number, to: number) => number} integer a whole number, both ends included
 * @property {<T>(list: readonly T[]) => T} pick one of them, all as likely
 * @property {<T>(list: readonly (readonly [T, number])[]) => T} weighted one of them, by the weight behind it
 */

/**
 * @param {number} seed any whole number
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed | 0;

  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function weighted(list) {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    const found = list.find(([, weight]) => (left -= weight) < 0);
    return (found ?? list[list.length - 1])[0];
  }

  return {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: list => list[Math.floor(next() * list.length)],
    weighted,
  };
}
