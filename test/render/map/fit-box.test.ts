import { expect } from 'chai';
import fc from 'fast-check';

import { LAST_MESSAGE_BUCKETS } from '../../../src/model/last-message.js';
import { toMercator } from '../../../src/model/mercator.js';
import { isGroup } from '../../../src/model/questions.js';
import type { BoundingBox, MapItem } from '../../../src/model/questions.js';
import type { Location } from '../../../src/model/records.js';
import { answerBounds, answerMapItems } from '../../../src/engine/answers.js';
import { Network } from '../../../src/engine/network.js';
import { cameraInto, fitBox } from '../../../src/render/map/fit-box.js';
import type { CornerControl, FittedCamera, PixelSize } from '../../../src/render/map/fit-box.js';
import { LARGEST_REACH } from '../../../src/render/map/marker-size.js';
import { clampY, toScreen, worldSizeAt } from '../../../src/render/map/projection.js';
import { WORLD } from '../../support/agreement.js';
import { location, NOON, station } from '../../support/networks.js';
import { seeded } from '../../support/random.js';
import type { Random } from '../../support/random.js';
import { group } from './map-support.js';

/** The search and the buttons beside it, the zoom buttons, and what says how many stations are on no map. */
const CONTROLS: readonly CornerControl[] = [
  { corner: ['right', 'top'], width: 240, height: 46 },
  { corner: ['right', 'bottom'], width: 41, height: 96 },
  { corner: ['left', 'bottom'], width: 190, height: 28 },
];

/** Where a map that was asked to look there draws a place. */
function drawn(
  [longitude, latitude]: readonly [number, number],
  { center, zoom }: FittedCamera,
  map: PixelSize,
) {
  const middle = toMercator(...center);
  const y = clampY(middle.y, zoom, map.height);
  return toScreen(toMercator(longitude, latitude), { x: middle.x, y, worldSize: worldSizeAt(zoom), ...map });
}

/** The corners of a box that are drawn beneath what stands above the map. */
function coveredCorners(
  [west, south, east, north]: BoundingBox,
  camera: FittedCamera,
  map: PixelSize,
  controls: readonly CornerControl[],
): string[] {
  return [west, east]
    .flatMap(longitude => [south, north].map(latitude => [longitude, latitude] as const))
    .filter(place => {
      const { x, y } = drawn(place, camera, map);
      return controls.some(({ corner: [side, end], width, height }) => {
        const isAcross = side === 'left' ? x < width - 0.01 : x > map.width - width + 0.01;
        return isAcross && (end === 'top' ? y < height - 0.01 : y > map.height - height + 0.01);
      });
    })
    .map(String);
}

describe('a box that a map shows', () => {
  const boxes: [title: string, box: BoundingBox][] = [
    ['a town', [4.7, 51.5, 4.9, 51.7]],
    ['one location', [4.7, 51.5, 4.7, 51.5]],
    ['Europe', [-10, 36, 30, 70]],
    ['both sides of the antimeridian', [177, -19, -178, -12]],
    ['Fiji to Alaska, eastward', [177, -19, -134, 61]],
    ['the whole world', [-180, -56, 180, 78]],
    ['from Fiji around the world to Alaska', [-134, -56, -150, 70]],
    ['the poles', [-120, -90, 150, 90]],
  ];
  const maps: [width: number, height: number][] = [
    ...([320, 744, 1440, 1680, 1920, 2560, 3840] as const).map((width): [number, number] => [
      width,
      Math.max(320, Math.min(860, width / 2)),
    ]),
    [1200, 200],
    [300, 900],
    [200, 150],
  ];
  for (const [title, box] of boxes) {
    it(`R16: ${title}: is in view with its markers, whatever the map's shape, and clear of what stands in its corners`, () => {
      const [west, south, east, north] = box;
      const width = east < west ? east + 360 - west : east - west;
      for (const [mapWidth, height] of maps) {
        const map = { width: mapWidth, height };
        const camera = fitBox(box, { map, reach: LARGEST_REACH, controls: CONTROLS, maxZoom: 12 });
        const places = [0, 0.25, 0.5, 0.75, 1].flatMap(share =>
          [south, north].map((latitude): [number, number] => [west + share * width, latitude]),
        );
        for (const place of places) {
          const { x, y } = drawn(place, camera, map);
          const what = `${place.join()} on ${mapWidth} × ${height}`;
          expect(x, what).to.be.within(0, mapWidth);
          expect(y, what).to.be.within(0, height);
          if (mapWidth < 320 || height < 300) continue;
          const { above, below, beside } = LARGEST_REACH;
          expect(x, what).to.be.within(beside - 0.01, mapWidth - beside + 0.01);
          expect(y, what).to.be.within(above - 0.01, height - below + 0.01);
          for (const { corner, ...size } of CONTROLS) {
            const isBeside =
              corner[0] === 'right'
                ? x + beside <= mapWidth - size.width + 0.01
                : x - beside >= size.width - 0.01;
            const isPast =
              corner[1] === 'top'
                ? y - above >= size.height - 0.01
                : y + below <= height - size.height + 0.01;
            expect(isBeside || isPast, `${what}, clear of ${corner.join()}`).to.equal(true);
          }
        }
      }
    });
  }

  it('R16: stays amid the map where it is a little smaller for that, off what stands in its corners', () => {
    const map = { width: 1015, height: 570 };
    const controls: CornerControl[] = [{ corner: ['right', 'top'], width: 370, height: 46 }];
    const box: BoundingBox = [-10, 36, 30, 60];
    const camera = fitBox(box, { map, reach: LARGEST_REACH, controls, maxZoom: 12 });
    const [west, east] = [drawn([-10, 60], camera, map), drawn([30, 60], camera, map)];
    expect((west.x + east.x) / 2).to.be.closeTo(map.width / 2, 1);
    expect(east.y - LARGEST_REACH.above).to.be.at.least(46 - 0.01);
  });

  it('R16: is shown as near as its shape and that of the map allow', () => {
    const longitude = fc.double({ min: -170, max: 170, noNaN: true });
    const latitude = fc.double({ min: -70, max: 70, noNaN: true });
    fc.assert(
      fc.property(
        longitude,
        latitude,
        fc.integer({ min: 300, max: 3000 }),
        fc.integer({ min: 300, max: 1500 }),
        (x, y, width, height) => {
          const box: BoundingBox = [x, y, x + 4, y + 3];
          const map = { width, height };
          const camera = fitBox(box, { map, reach: LARGEST_REACH, controls: [], maxZoom: 22 });
          const [topLeft, bottomRight] = [drawn([x, y + 3], camera, map), drawn([x + 4, y], camera, map)];
          const { above, below, beside } = LARGEST_REACH;
          const free = [
            bottomRight.x - topLeft.x - (width - 2 * beside),
            bottomRight.y - topLeft.y - (height - above - below),
          ];
          expect(Math.max(...free)).to.be.closeTo(0, 1e-6);
        },
      ),
    );
  });
});

/** Locations in cities of all sizes, most of them in a few countries: as in a charging network. */
function cities(random: Random, count: number): Location[] {
  const spread = (width: number) => width * (random() + random() + random() - 1.5);
  const countries = Array.from({ length: 40 }, () => ({
    longitude: 330 * random() - 165,
    latitude: 105 * random() - 40,
  }));
  const towns = Array.from({ length: 900 }, (_, index) => {
    const country = countries[Math.floor(countries.length * random() ** 2)]!;
    const size = 1 / (1 + index) ** 0.7;
    return { longitude: country.longitude + spread(9), latitude: country.latitude + spread(7), size };
  });
  const all = towns.reduce((sum, { size }) => sum + size, 0);
  return towns
    .flatMap(({ longitude, latitude, size }, town) =>
      Array.from({ length: Math.ceil((count * size) / all) }, (_, index) => {
        const width = 0.02 + 0.5 * Math.sqrt(size);
        return location(`${town}-${index}`, [station(`${town}-${index}`)], {
          longitude: longitude + spread(width) * random(),
          latitude: latitude + 0.7 * spread(width) * random(),
        });
      }),
    )
    .slice(0, count);
}

describe('a click on a group', () => {
  /** That of the overview on a page of 1920 pixels. */
  const MAP: PixelSize = { width: 1382, height: 777 };
  const room = { map: MAP, reach: LARGEST_REACH, controls: CONTROLS };

  it('R16: shows all that the group holds, wherever that has room, and always splits it', () => {
    const across = group(179.5, -17, { bbox: [177, -19, -178, -12], expansionZoom: 3 });
    const camera = cameraInto(across, room);
    expect(camera.zoom).to.be.above(5);
    for (const corner of [
      [177, -19],
      [-178, -12],
    ] as const) {
      const { x, y } = drawn(corner, camera, MAP);
      expect([x >= 0, x <= MAP.width, y >= 0, y <= MAP.height]).to.deep.equal([true, true, true, true]);
    }
    const deep = group(5, 52, { bbox: [4, 51, 6, 53], expansionZoom: 14 });
    expect(cameraInto(deep, room)).to.deep.equal({ center: [5, 52], zoom: 14 });
    expect(cameraInto(group(5, 52, { expansionZoom: 9 }), room), 'without a box').to.deep.equal({
      center: [5, 52],
      zoom: 9,
    });
    const near = group(5, 52, { bbox: [5, 52, 5.000001, 52.000001], expansionZoom: 16 });
    expect(cameraInto(near, room).zoom, 'no nearer than a street').to.equal(17);
  });

  it('R16: keeps the corners of what the group holds off what stands above the map, where they just fit beside it', () => {
    // 1,300 by 700 pixels at zoom 10.
    const box: BoundingBox = [4, 0, 4 + (1300 * 360) / (512 * 2 ** 10), (700 * 360) / (512 * 2 ** 10)];
    const camera = cameraInto(group(4.4, 0.2, { bbox: box, expansionZoom: 8 }), room);
    expect(camera.zoom).to.equal(10);
    expect(coveredCorners(box, camera, MAP, CONTROLS)).to.deep.equal([]);
  });

  it('R16: is a little off the middle rather than a step farther, or beneath what stands above the map', () => {
    // 600 by 570 pixels at zoom 10: at that, there is room beside the control, but not below it.
    const box: BoundingBox = [4, 0, 4 + (600 * 360) / (512 * 2 ** 10), (570 * 360) / (512 * 2 ** 10)];
    const map = { width: 1000, height: 600 };
    const controls: CornerControl[] = [{ corner: ['right', 'top'], width: 370, height: 46 }];
    const item = group(4.2, 0.2, { bbox: box, expansionZoom: 8 });
    const camera = cameraInto(item, { map, reach: LARGEST_REACH, controls });
    expect(camera.zoom).to.equal(10);
    expect(coveredCorners(box, camera, map, controls)).to.deep.equal([]);
  });

  /** How many locations stand by themselves after no click on a group, after one, and so on. */
  function reached(network: Network, item: MapItem, known: Map<string, number[]>): number[] {
    if (!isGroup(item)) return [1];
    if (item.expansionZoom === undefined) return [item.locations];
    const key = item.bbox!.join();
    const before = known.get(key);
    if (before) return before;
    const { zoom } = cameraInto(item, room);
    const counts = [0];
    for (const inside of answerMapItems(network, { dimension: 'connection', bbox: item.bbox!, zoom })) {
      // Others may stand in the box, too.
      if (isGroup(inside) && inside.locations >= item.locations) continue;
      for (const [clicks, count] of reached(network, inside, known).entries())
        counts[clicks + 1] = (counts[clicks + 1] ?? 0) + count;
    }
    known.set(key, counts);
    return counts;
  }

  for (const seed of [1, 2, 3, 4]) {
    it(`R16: leads from the world to any pin of a network of 25,000 locations in at most six, network ${seed}`, () => {
      const network = new Network({ missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS }, NOON);
      network.load(cities(seeded(seed), 25_000));
      network.begin(NOON);
      const { zoom } = fitBox(answerBounds(network)!, { ...room, maxZoom: 12 });
      const known = new Map<string, number[]>();
      const counts: number[] = [];
      for (const item of answerMapItems(network, { dimension: 'connection', bbox: WORLD, zoom }))
        for (const [clicks, count] of reached(network, item, known).entries())
          counts[clicks] = (counts[clicks] ?? 0) + count;
      expect(counts.length - 1, counts.join(' ')).to.be.within(4, 6);
    });
  }
});
