import { headHeight, numberBox, shrunk } from './marker-size.js';
import type { MarkerSize } from './marker-size.js';

/** A marker among others, in pixels. */
export interface SpacedMarker {
  /** Its position: a group's middle, a pin's tip. */
  x: number;
  y: number;
  isPin: boolean;
  number: string;
  size: MarkerSize;
  /** Of two markers that overlap, the one of the higher level is drawn above the other. */
  level: number;
}

/** No marker shrinks to less, in pixels. */
const LEAST_RADIUS = 8;

/** Pixels between a marker and the number of another: places are rounded. */
const PADDING = 1;

function headOf({ y, isPin }: SpacedMarker, radius: number): number {
  return y - headHeight(isPin, radius);
}

/** Whether the first of two that overlap is drawn above the second: the smaller one, else the southern one. */
function isAbove(one: SpacedMarker, other: SpacedMarker): boolean {
  return one.size.radius < other.size.radius || (one.size.radius === other.size.radius && one.y > other.y);
}

/** Each marker that may lie above others, with those. */
function overlapping(markers: readonly SpacedMarker[]): Map<SpacedMarker, SpacedMarker[]> {
  const sorted = [...markers].sort((one, other) => one.x - other.x);
  const reach = 2 * Math.max(0, ...markers.map(({ size }) => size.radius));
  const below = new Map<SpacedMarker, SpacedMarker[]>();
  sorted.forEach((west, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const east = sorted[next]!;
      if (east.x - west.x > reach) break;
      if (Math.abs(headOf(east, east.size.radius) - headOf(west, west.size.radius)) > reach) continue;
      const [upper, lower] = isAbove(east, west) ? [east, west] : [west, east];
      const others = below.get(upper);
      if (others) others.push(lower);
      else below.set(upper, [lower]);
    }
  });
  return below;
}

/** Whether a marker of this radius leaves another's number uncovered. */
function isClear(marker: SpacedMarker, radius: number, other: SpacedMarker): boolean {
  const { width, height } = numberBox(other.number);
  const { fontSize } = other.size;
  const across = Math.abs(marker.x - other.x) - (width * fontSize) / 2;
  const down = Math.abs(headOf(marker, radius) - headOf(other, other.size.radius)) - (height * fontSize) / 2;
  return Math.hypot(Math.max(0, across), Math.max(0, down)) >= radius + PADDING;
}

/**
 * Lays out markers that are near each other so that none covers another's number: of two, the smaller is drawn above the
 * larger, and shrinks where it would cover the larger one's number. Supercluster keeps groups a radius apart only
 * roughly: a group stands in the middle of what it holds. Changes `size` and `level`.
 */
export function spaceOut(markers: readonly SpacedMarker[]): void {
  const below = overlapping(markers);
  const fromBelow = [...below.keys()].sort((one, other) => (isAbove(one, other) ? 1 : -1));
  for (const marker of fromBelow) {
    const others = below.get(marker)!;
    marker.level = 1 + Math.max(...others.map(({ level }) => level));
    let { radius } = marker.size;
    while (radius > LEAST_RADIUS && !others.every(other => isClear(marker, radius, other))) radius--;
    if (radius < marker.size.radius) marker.size = shrunk(marker.size, radius, marker.number);
  }
}
