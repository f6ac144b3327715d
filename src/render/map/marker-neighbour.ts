/** Where something stands, in pixels. */
interface Place {
  x: number;
  y: number;
}

/** How far to the right and how far down each arrow key leads. */
const DIRECTIONS: Readonly<Record<string, Place>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

export function isArrow(key: string): boolean {
  return Object.hasOwn(DIRECTIONS, key);
}

/**
 * What an arrow key leads to: of those that lie that way, the nearest within 45° of it; where there is none, the nearest at all; undefined
 * where none lies that way.
 */
export function nearestTowards<T extends Place>(key: string, from: Place, among: Iterable<T>): T | undefined {
  const { x: right, y: down } = DIRECTIONS[key]!;
  let nearest: T | undefined;
  let least = Infinity;
  let isAhead = false;
  for (const each of among) {
    const along = (each.x - from.x) * right + (each.y - from.y) * down;
    const across = Math.abs((each.x - from.x) * down) + Math.abs((each.y - from.y) * right);
    if (along <= 0) continue;
    const isWithin = across <= along;
    const distance = Math.hypot(along, across);
    if (isWithin === isAhead ? distance >= least : isAhead) continue;
    [nearest, least, isAhead] = [each, distance, isWithin];
  }
  return nearest;
}

/** What Home and End lead to: the westernmost, and the easternmost. */
export function outermost<T extends Place>(key: string, among: Iterable<T>): T | undefined {
  const sign = { Home: 1, End: -1 }[key];
  if (sign === undefined) return undefined;
  let first: T | undefined;
  for (const each of among) if (!first || sign * each.x < sign * first.x) first = each;
  return first;
}
