/** A disc on the plane. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** Whether the middle of each disc lies under one that comes later, and so is drawn above it. */
export function coveredMiddles(discs: readonly Disc[]): boolean[] {
  const covered = discs.map(() => false);
  const reach = discs.reduce((most, { radius }) => Math.max(most, radius), 0);
  const fromTheLeft = discs.map((_, index) => index).sort((one, other) => discs[one]!.x - discs[other]!.x);
  fromTheLeft.forEach((one, place) => {
    for (let next = place + 1; next < fromTheLeft.length; next++) {
      const other = fromTheLeft[next]!;
      if (discs[other]!.x - discs[one]!.x >= reach) break;
      const [lower, upper] = one < other ? [one, other] : [other, one];
      const distance = Math.hypot(discs[lower]!.x - discs[upper]!.x, discs[lower]!.y - discs[upper]!.y);
      covered[lower] ||= distance < discs[upper]!.radius;
    }
  });
  return covered;
}
