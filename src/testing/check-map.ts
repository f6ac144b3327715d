import { clampLatitude } from '../model/mercator.js';
import { isGroup } from '../model/questions.js';
import type { BoundingBox, MapDimension, MapGroup, MapItem, MapLocation } from '../model/questions.js';
import type { Scope, StatusCounts } from '../model/records.js';
import { MAP_DIMENSIONS } from '../model/statuses.js';
import { inTurn } from './asked-provider.js';
import type { BruteForce } from './brute-force.js';
import { judgeBoxes } from './check-group-box.js';
import { wrongStatuses } from './check-counts.js';
import { differenceOf } from './difference.js';
import type { Complaints, Inquiry } from './inquiry.js';

const WORLD: BoundingBox = [-180, -90, 180, 90];
/** MapLibre's last zoom is 22. */
const LAST_ZOOM = 22;
const ZOOMS = Array.from({ length: LAST_ZOOM + 1 }, (_, zoom) => zoom);
/** Degrees within which locations are on one point for a server that keeps them in fewer digits. */
const ONE_POINT = 1e-5;

/** The locations that have something to show on a map, by their ids. */
type Pins = ReadonlyMap<string, MapLocation>;

/** Boxes that are the whole world together; one of each pair spans the antimeridian, written in either way. */
const PAIRS: readonly (readonly [BoundingBox, BoundingBox])[] = [
  [
    [-180, -90, 0, 90],
    [0, -90, 180, 90],
  ],
  [
    [-90, -90, 90, 90],
    [90, -90, 270, 90],
  ],
  [
    [-10, -90, 170, 90],
    [170, -90, -10, 90],
  ],
];

/** What items add up to. */
function summed(items: readonly MapItem[]): { counts: StatusCounts; locations: number } {
  const counts: StatusCounts = {};
  let locations = 0;
  for (const item of items) {
    locations += isGroup(item) ? item.locations : 1;
    for (const [status, count] of Object.entries(item.counts)) counts[status] = (counts[status] ?? 0) + count;
  }
  return { counts, locations };
}

/** An item that stands in two boxes is the same in both. */
function keyOf(item: MapItem): string {
  const { longitude, latitude, counts } = item;
  return JSON.stringify([longitude, latitude, counts, isGroup(item) ? item.locations : item.id]);
}

function nameOf(item: MapItem): string {
  return isGroup(item)
    ? `the group of ${item.locations} locations at ${item.longitude}, ${item.latitude}`
    : `the location "${item.id}"`;
}

/** What is wrong with what items add up to, beside the locations that have something to show. */
function judgeSum(items: readonly MapItem[], pins: Pins, words: string): string | undefined {
  return differenceOf(summed(items), summed([...pins.values()]), words);
}

/** What is wrong with where an item stands, and with what it counts. */
function judgeItem(item: MapItem, dimension: MapDimension): Complaints {
  const { longitude, latitude, counts } = item;
  const total = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  return [
    Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
      ? undefined
      : `${nameOf(item)} has no position on the map; expected degrees within ±180 and ±90`,
    wrongStatuses(dimension, counts, `counts of ${nameOf(item)}`),
    total > 0 ? undefined : `${nameOf(item)} has nothing to show; expected no such item`,
  ];
}

/** A pole lies outside of the Mercator square: what is nearer to it may stand at the square's edge. */
function onSquare<T extends { latitude: number }>(item: T): T {
  return { ...item, latitude: clampLatitude(item.latitude) };
}

function judgeLocation(item: MapLocation, pins: Pins): string | undefined {
  const pin = pins.get(item.id);
  if (!pin) return `it holds the location "${item.id}", which has nothing to show there`;
  return differenceOf(onSquare(item), onSquare(pin), nameOf(item));
}

/** R16: where zooming never splits it, a group names its locations, which are on one point. */
function judgeStack(item: MapGroup, pins: Pins): Complaints {
  const ids = new Set(item.locationIds);
  const unknown = [...ids].find(id => !pins.has(id));
  if (unknown !== undefined)
    return [`${nameOf(item)} names the location "${unknown}", which has nothing to show there`];
  const stacked = [...ids].map(id => pins.get(id)!);
  const [first] = stacked;
  const isApart = (one: number, other: number) => Math.abs(one - other) > ONE_POINT;
  return [
    ids.size === item.locations
      ? undefined
      : `${nameOf(item)} names ${ids.size} locations in locationIds; expected ${item.locations}`,
    stacked.some(
      pin =>
        isApart(pin.longitude, first!.longitude) ||
        isApart(clampLatitude(pin.latitude), clampLatitude(first!.latitude)),
    )
      ? `${nameOf(item)} has locationIds, but its locations are not on one point; expected expansionZoom`
      : undefined,
    differenceOf(item.counts, summed(stacked).counts, `counts of ${nameOf(item)}`),
  ];
}

/** R16: a group says at which zoom it splits, and does. */
function judgeSplit(
  item: MapGroup,
  zoom: number,
  byZoom: readonly (readonly MapItem[])[],
): string | undefined {
  const { expansionZoom, locationIds } = item;
  if ((expansionZoom === undefined) === (locationIds === undefined))
    return `${nameOf(item)} has expansionZoom ${String(expansionZoom)} and locationIds ${String(locationIds)}; expected one of the two`;
  if (expansionZoom === undefined) return undefined;
  if (!(expansionZoom > zoom && expansionZoom <= LAST_ZOOM))
    return `${nameOf(item)} has expansionZoom ${expansionZoom}; expected more than ${zoom}, up to ${LAST_ZOOM}`;
  const splits = byZoom[Math.ceil(expansionZoom)] ?? [];
  return splits.some(other => keyOf(other) === keyOf(item))
    ? `${nameOf(item)} has expansionZoom ${expansionZoom}, but still stands whole at that zoom`
    : undefined;
}

function judgeGroup(item: MapGroup, zoom: number, byZoom: readonly MapItem[][], pins: Pins): Complaints {
  return [
    item.locations >= 2 ? undefined : `${nameOf(item)} is no group; expected 2 locations or more`,
    judgeSplit(item, zoom, byZoom),
    ...(item.locationIds ? judgeStack(item, pins) : []),
  ];
}

function judgeZoom(
  items: readonly MapItem[],
  zoom: number,
  byZoom: readonly MapItem[][],
  dimension: MapDimension,
  pins: Pins,
): Complaints {
  const ids = new Set<string>();
  const twice = items.find(item => !isGroup(item) && ids.size === ids.add(item.id).size);
  return [
    twice && `${nameOf(twice)} stands there twice`,
    judgeSum(items, pins, 'the sum of the items'),
    ...items.flatMap(item => [
      ...judgeItem(item, dimension),
      ...(isGroup(item) ? judgeGroup(item, zoom, byZoom, pins) : [judgeLocation(item, pins)]),
    ]),
    ...judgeBoxes(items, [...pins.values()], nameOf),
  ];
}

function pinsOf(oracle: BruteForce, dimension: MapDimension, scope?: Scope): Pins {
  return new Map(oracle.pins(dimension, scope).map(pin => [pin.id, pin]));
}

function atZoom(zoom: number, complaints: Complaints): Complaints {
  return complaints.map(complaint => complaint && `at zoom ${zoom}, ${complaint}`);
}

/** R15, R16: the maps of the world at every zoom. */
export async function checkMap(inquiry: Inquiry, scope?: Scope): Promise<void> {
  for (const dimension of MAP_DIMENSIONS) {
    await inquiry.ask(
      `mapItems of "${dimension}" in the world${scope ? ` with scope ${JSON.stringify(scope)}` : ''}`,
      () => inTurn(ZOOMS, zoom => inquiry.asked.mapItems({ dimension, bbox: WORLD, zoom }, { scope })),
      (byZoom, oracle) => {
        const pins = pinsOf(oracle, dimension, scope);
        return byZoom.flatMap((items, zoom) => atZoom(zoom, judgeZoom(items, zoom, byZoom, dimension, pins)));
      },
    );
  }
}

/** R15, R16: boxes that are the world together hold what it does, each item once, at every zoom. */
export async function checkBoxes(inquiry: Inquiry): Promise<void> {
  for (const dimension of MAP_DIMENSIONS) {
    for (const pair of PAIRS) {
      await inquiry.ask(
        `mapItems of "${dimension}" in ${pair.map(box => JSON.stringify(box)).join(' and ')}`,
        () => inTurn(ZOOMS, zoom => inTurn(pair, bbox => inquiry.asked.mapItems({ dimension, bbox, zoom }))),
        (byZoom, oracle) => {
          const pins = pinsOf(oracle, dimension);
          return byZoom.flatMap((halves, zoom) => {
            const once = new Map(halves.flat().map(item => [keyOf(item), item]));
            return atZoom(zoom, [judgeSum([...once.values()], pins, 'the sum of both boxes')]);
          });
        },
      );
    }
  }
}
