import type { BoundingBox } from '../model/questions.js';
import type { Scope } from '../model/records.js';
import type { BruteForce } from './brute-force.js';
import type { Complaints, Inquiry } from './inquiry.js';

/** Degrees that a box may be wider than its locations, to each side. */
const MARGIN = 1;
/** Degrees that a location may lie outside, as servers may keep positions in fewer digits. */
const ROUNDING = 1e-5;
/** The Mercator square ends a little nearer to the pole: from here on a box may end at either. */
const LAST_LATITUDE = 85;

function clamped(latitude: number): number {
  return Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude));
}

/** How wide a box around longitudes is at least: it leaves out the widest gap between two of them. */
function leastWidth(longitudes: readonly number[]): number {
  const eastward = [...longitudes].sort((one, other) => one - other);
  const gaps = eastward.map((longitude, index) => (eastward[index + 1] ?? eastward[0]! + 360) - longitude);
  return 360 - Math.max(...gaps);
}

function judgeBounds(box: BoundingBox | undefined, oracle: BruteForce, scope?: Scope): Complaints {
  const pins = oracle.pins('connection', scope);
  if (pins.length === 0)
    return [box && `it is ${JSON.stringify(box)}, but no location is on the map; expected nothing`];
  if (!Array.isArray(box) || box.length !== 4 || !box.every(Number.isFinite))
    return [`it is ${JSON.stringify(box)}; expected [west, south, east, north]`];
  const [west, south, east, north] = box;
  const width = (((east - west) % 360) + 360) % 360 || (east === west ? 0 : 360);
  /** How far a longitude lies east of the box's west side. */
  const eastOf = (longitude: number) => (((longitude - west + ROUNDING) % 360) + 360) % 360;
  const offsets = pins.map(({ longitude }) => eastOf(longitude));
  const latitudes = pins.map(({ latitude }) => clamped(latitude));
  const outside = pins.find(
    (_, index) =>
      offsets[index]! > width + 2 * ROUNDING ||
      latitudes[index]! < south - ROUNDING ||
      latitudes[index]! > north + ROUNDING,
  );
  const isWide =
    Math.min(...latitudes) - clamped(south) > MARGIN ||
    clamped(north) - Math.max(...latitudes) > MARGIN ||
    width - leastWidth(pins.map(({ longitude }) => longitude)) > 2 * MARGIN;
  return [
    outside &&
      `it is ${JSON.stringify(box)}, which leaves out "${outside.id}" at ${outside.longitude}, ${outside.latitude}`,
    isWide ? `it is ${JSON.stringify(box)}, far wider than all locations need` : undefined,
  ];
}

/** R16: the box that "Fit to my network" shows, where the provider tells one. */
export async function checkBounds(inquiry: Inquiry, scope?: Scope): Promise<void> {
  const { asked } = inquiry;
  if (!asked.bounds) return;
  await inquiry.ask(
    `bounds(${scope ? JSON.stringify({ scope }) : ''})`,
    () => asked.bounds!({ scope }),
    (box, oracle) => judgeBounds(box, oracle, scope),
  );
}
