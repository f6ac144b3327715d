/** Random numbers that are the same in every run of a seed. */
export interface Random {
  /** At least 0, under 1. */
  (): number;
  /** An integer, at least 0, under the bound. */
  below(bound: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Mulberry32, a 32-bit generator in the public domain. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  const random = (() => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }) as Random;
  random.below = bound => Math.floor(random() * bound);
  random.chance = probability => random() < probability;
  random.pick = values => values[random.below(values.length)]!;
  return random;
}
