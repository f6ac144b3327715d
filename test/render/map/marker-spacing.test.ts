import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';

import { answerMapItems } from '../../../src/engine/answers.js';
import { Network } from '../../../src/engine/network.js';
import { LAST_MESSAGE_BUCKETS } from '../../../src/model/last-message.js';
import { fromMercator } from '../../../src/model/mercator.js';
import type { Box } from '../../../src/render/map/box.js';
import { badgeBox, CORNERS, headBox } from '../../../src/render/map/marker-size.js';
import { spaceOut } from '../../../src/render/map/marker-spacing.js';
import { MarkerLayer } from '../../../src/render/map/markers.js';
import { useFont } from '../../support/fonts.js';
import { NOON, location as locationRecord, station } from '../../support/networks.js';
import { seeded } from '../../support/random.js';
import {
  badgeOf,
  badgeSignAt,
  group,
  location,
  lookAt,
  markerOptions,
  markersOf,
  stage,
  until,
} from './map-support.js';

const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

/** A network of a few crowded places and many stray ones around Central Europe; one in fifty locations is large. */
function networkOf(seed: number): Network {
  const random = seeded(seed);
  const places = Array.from({ length: 8 }, () => [-5 + 30 * random(), 42 + 14 * random()] as const);
  const locations = Array.from({ length: 1500 }, (_, index) => {
    const [longitude, latitude] = places[random.below(places.length)]!;
    const spread = random() < 0.3 ? 6 : 0.5;
    const size = random.below(50) === 0 ? 1200 : 1 + random.below(12);
    return locationRecord(
      `L${index}`,
      // One in twenty is offline, so that most groups have a badge.
      Array.from({ length: size }, (_, each) =>
        station(`S${index}-${each}`, each % 20 === 7 ? { connection: 'offline' } : {}),
      ),
      {
        longitude: longitude + spread * (random() - 0.5),
        latitude: latitude + spread * (random() - 0.5),
      },
    );
  });
  const network = new Network({ missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS }, NOON);
  network.load(locations);
  return network;
}

/** Where a number is written: its middle, its width, and the height of its digits. */
function numberBoxOf(marker: HTMLElement): { x: number; y: number; width: number; height: number } {
  const text = document.createRange();
  text.selectNodeContents(marker.querySelector('.number')!);
  const { left, top, width, height } = text.getBoundingClientRect();
  const digits = 0.73 * parseFloat(getComputedStyle(marker).fontSize);
  return { x: left + width / 2, y: top + height / 2, width, height: digits };
}

function shifted({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }): Box {
  return { left: x + left, top: y + top, right: x + right, bottom: y + bottom };
}

/** How many pixels there are between two boxes; negative where they overlap. */
function between(one: Box, other: Box): number {
  const across = Math.max(one.left - other.right, other.left - one.right);
  return Math.max(across, one.top - other.bottom, other.top - one.bottom);
}

describe('markers near each other', () => {
  let root: ShadowRoot;
  let host: HTMLElement;
  let layer: MarkerLayer;

  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  beforeEach(() => {
    const made = stage(600, 400);
    ({ root, host } = made);
    layer = new MarkerLayer(markerOptions());
    layer.rootFontSize.onChange(() => layer.settle());
    layer.appendTo(made.container, made.map);
  });

  afterEach(() => {
    layer.remove();
    host.remove();
    document.documentElement.style.fontSize = '';
  });

  const inside = ({ x, y }: { x: number; y: number }) => x > 0 && y > 0 && x < 600 && y < 400;

  /** The numbers of which a corner or the middle is covered by another marker. */
  function covered(): string[] {
    return markersOf(root).flatMap(marker => {
      const { x, y, width, height } = numberBoxOf(marker);
      const points = [-0.5, 0, 0.5].flatMap(across =>
        [-0.5, 0, 0.5].map(down => ({ x: x + across * width, y: y + down * height })),
      );
      return points
        .filter(inside)
        .filter(point => !marker.contains(root.elementFromPoint(point.x, point.y)))
        .slice(0, 1)
        .map(point => `${marker.textContent} by ${root.elementFromPoint(point.x, point.y)?.textContent}`);
    });
  }

  /** The badges whose sign is covered by another marker. */
  function coveredBadges(): string[] {
    return markersOf(root).flatMap(marker => {
      if (!badgeOf(marker)) return [];
      return [badgeSignAt(marker)]
        .filter(inside)
        .filter(({ x, y }) => !marker.contains(root.elementFromPoint(x, y)))
        .map(({ x, y }) => `${marker.textContent} by ${root.elementFromPoint(x, y)?.textContent}`);
    });
  }

  for (const zooms of [
    [3, 3.5, 3.99],
    [5, 5.3, 5.8],
    [7, 8.4, 9.7],
  ]) {
    it(`R15, R26: leave each other's numbers and badges uncovered, at the zooms ${zooms.join(', ')} of random networks`, () => {
      for (const seed of [1, 2, 3, 4]) {
        const network = networkOf(seed);
        for (const zoom of zooms) {
          layer.setItems(answerMapItems(network, { dimension: 'connection', bbox: WORLD, zoom }));
          for (const [longitude, latitude] of [
            [10, 49],
            [2, 45],
            [18, 52],
          ] as const) {
            layer.project(lookAt(longitude, latitude, zoom));
            layer.settle();
            const where = `seed ${seed}, zoom ${zoom}, ${longitude}, ${latitude}`;
            expect(covered(), where).to.deep.equal([]);
            expect(coveredBadges(), where).to.deep.equal([]);
          }
        }
      }
    });
  }

  it('R26: have no badge over a number, even of one that cannot but cover a number itself', () => {
    const size = { radius: 20, fontSize: 13, badgeSize: 10, badgeCorner: CORNERS[0] };
    const at = { isPin: false, level: 0 };
    const large = { ...at, x: 300, y: 200, number: '141', badge: '9', size };
    const small = { ...at, x: 313, y: 203, number: '40', badge: '3', size: { ...size, radius: 12 } };
    // As one is turned at the map's right edge.
    small.size.badgeCorner = CORNERS[1]!;
    const number = () => shifted(headBox(false, large.number, large.size), large);
    const badge = () => shifted(badgeBox(small.badge, small.size), small);
    spaceOut([large, small]);
    expect(between(badge(), number())).to.be.at.least(0);
    // Nor has it one below what stands above the map, where another corner is left.
    const control = { left: 325, top: 100, right: 400, bottom: 196 };
    spaceOut([large, small], [control]);
    expect(between(badge(), number())).to.be.at.least(0);
    expect(between(badge(), control)).to.be.at.least(0);
  });

  it('R15: leave each other uncovered also on a map so small that it shows the world at less than zoom 0', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      for (const zoom of [-0.7, -0.3]) {
        const items = answerMapItems(networkOf(seed), { dimension: 'connection', bbox: WORLD, zoom });
        layer.project(lookAt(10, 30, zoom));
        layer.setItems(items);
        expect(covered(), `seed ${seed}, zoom ${zoom}`).to.deep.equal([]);
      }
    }
  });

  it('R26: a badge that gives way to the marker above it covers no number of those below', () => {
    const projection = lookAt(0, 0, 2);
    layer.project(projection);
    const placed = [
      [-30, 0, 923, 13],
      [25, -13, 78, 9],
      [12, 33, 368, 19],
    ] as const;
    layer.setItems(
      placed.map(([right, down, total, offline]) => {
        const { worldSize, x, y } = projection;
        const [longitude, latitude] = fromMercator({ x: x + right / worldSize, y: y + down / worldSize });
        return group(longitude, latitude, { counts: { online: total - offline, offline, unknown: 0 } });
      }),
    );
    expect(covered()).to.deep.equal([]);
  });

  for (const font of ['wide', 'narrow'] as const) {
    it(`R15, R16: numbers of one digit to millions fit within their ring in a ${font} font`, async () => {
      const family = await useFont(font);
      host.style.setProperty('--ev-font-family', family);
      layer.project(lookAt(10, 0, 2));
      const counts = [1, 42, 777, 4_444, 9_999, 20_888, 99_999, 666_666, 8_888_888];
      const widths = () => markersOf(root).map(({ offsetWidth }) => offsetWidth);
      for (const rootFontSize of ['16px', '32px']) {
        const before = Math.max(0, ...widths());
        document.documentElement.style.fontSize = rootFontSize;
        if (before > 0) await until(() => Math.max(...widths()) === 2 * before);
        for (const online of counts) {
          layer.setItems([
            group(-10, 0, { counts: { online, offline: 0, unknown: 0 } }),
            location('a', 30, 0, { counts: { online, offline: 0, unknown: 0 } }),
          ]);
          expect(markersOf(root).length).to.equal(2);
          for (const marker of markersOf(root)) {
            const { width, height } = numberBoxOf(marker);
            const hole = 0.68 * (marker.offsetWidth / 2);
            expect(Math.hypot(width, height) / 2, marker.textContent).to.be.most(hole);
            expect(parseFloat(getComputedStyle(marker).fontSize)).to.be.least(9);
          }
        }
      }
    });
  }
});
