/**
 * Which gestures a map takes: with `auto` it leaves the wheel and one finger to the page where that scrolls, with `greedy` it takes them all.
 */
export type Gestures = 'auto' | 'greedy';

export const GESTURES: readonly Gestures[] = ['auto', 'greedy'];
