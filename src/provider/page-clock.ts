import { SECOND } from '../model/time.js';

/** What the page's clocks show at one moment, in milliseconds. */
export interface PageTime {
  /** The monotonic clock, since 1970: runs evenly, but on some systems stands still while the machine sleeps. */
  monotonic: number;
  /** The wall clock, since 1970: may be wrong, and may be set at any time. */
  wall: number;
  /** By how much the wall clock has jumped ahead of the monotonic one in all: the machine slept, or it was set. */
  jumped: number;
}

/** The least that counts as a jump: ages are shown in steps of ten seconds, and time servers put a clock right by less. */
const LEAST_JUMP = 10 * SECOND;

let ahead: number | undefined;
let jumped = 0;

/** Reads the page's clocks. A wall clock that is set back, or drifts, is no jump. */
export function pageTime(): PageTime {
  const monotonic = performance.timeOrigin + performance.now();
  const wall = Date.now();
  const jump = wall - monotonic - (ahead ?? wall - monotonic);
  ahead = wall - monotonic;
  if (jump >= LEAST_JUMP) jumped += jump;
  return { monotonic, wall, jumped };
}

/** The page's monotonic clock in epoch milliseconds, which goes on while the machine sleeps. */
export function pageNow(): number {
  const { monotonic, jumped } = pageTime();
  return monotonic + jumped;
}

/** A host's own clock in place of the page's. */
export function timeOfHost(now: () => number): () => PageTime {
  return () => {
    const at = now();
    return { monotonic: at, wall: at, jumped: 0 };
  };
}
