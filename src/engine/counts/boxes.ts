import type { BoundingBox } from '../../model/questions.js';
import type { Hierarchy } from './hierarchy.js';

/** The box around all locations under a node. Nothing is grouped across the antimeridian, so no node's box spans it. */
export function fullBoxOf({ box }: Hierarchy, node: number): BoundingBox {
  const at = 4 * node;
  return [box[at]!, box[at + 1]!, box[at + 2]!, box[at + 3]!];
}

/**
 * The box around some of the locations under a node. Looks below only those nodes that hold both kinds and reach out of the
 * box so far, which are few: not at every location.
 * @param shown how many of the locations under a node are meant
 */
export function boxAround(hierarchy: Hierarchy, node: number, shown: (node: number) => number): BoundingBox {
  const { end, points, box } = hierarchy;
  if (shown(node) === points[node]) return fullBoxOf(hierarchy, node);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let under = node;
  while (under < end[node]!) {
    const at = 4 * under;
    const reachesOut = box[at]! < west || box[at + 1]! < south || box[at + 2]! > east || box[at + 3]! > north;
    const count = reachesOut ? shown(under) : 0;
    if (count > 0 && count < points[under]!) {
      under++;
      continue;
    }
    if (count > 0) {
      west = Math.min(west, box[at]!);
      south = Math.min(south, box[at + 1]!);
      east = Math.max(east, box[at + 2]!);
      north = Math.max(north, box[at + 3]!);
    }
    under = end[under]!;
  }
  return [west, south, east, north];
}

/**
 * The narrowest box around boxes none of which spans the antimeridian: it leaves out the widest part of the earth that none of
 * them covers, and so spans the antimeridian itself where that is narrower. Undefined where there is no box.
 */
export function narrowestBox(boxes: readonly BoundingBox[]): BoundingBox | undefined {
  const eastward = [...boxes].sort(([one], [other]) => one - other);
  if (eastward.length === 0) return undefined;
  const first = eastward[0]![0];
  let last = first;
  /** The widest part between two boxes. */
  let gap = { from: first, to: first };
  for (const [west, , east] of eastward) {
    if (west - last > gap.to - gap.from) gap = { from: last, to: west };
    last = Math.max(last, east);
  }
  const isAcross = gap.to - gap.from > first + 360 - last;
  return [
    isAcross ? gap.to : first,
    boxes.reduce((least, [, south]) => Math.min(least, south), Infinity),
    isAcross ? gap.from : last,
    boxes.reduce((most, [, , , north]) => Math.max(most, north), -Infinity),
  ];
}
