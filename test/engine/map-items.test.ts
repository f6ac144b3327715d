import { expect } from 'chai';
import Supercluster from 'supercluster';

import { clampLatitude } from '../../src/model/mercator.js';
import { isGroup } from '../../src/model/questions.js';
import type { BoundingBox, MapDimension, MapGroup, MapItem } from '../../src/model/questions.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { Location } from '../../src/model/records.js';
import { answerBounds, answerMapItems } from '../../src/engine/answers.js';
import { CLUSTER_MAX_ZOOM, CLUSTER_RADIUS } from '../../src/engine/counts/build-hierarchy.js';
import { zOrder } from '../../src/engine/counts/z-order.js';
import { Network } from '../../src/engine/network.js';
import { summed, WORLD } from '../support/agreement.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { location, NOON, randomLocations, station } from '../support/networks.js';
import { wrapped } from '../../src/testing/plain-records.js';
import { seeded } from '../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const FINEST = CLUSTER_MAX_ZOOM + 1;

function networkOf(locations: readonly Location[]): Network {
  const network = new Network(RULES, NOON);
  network.load(locations);
  network.begin(NOON);
  return network;
}

function itemsOf(
  network: Network,
  zoom: number,
  bbox = WORLD,
  dimension: MapDimension = 'connection',
): MapItem[] {
  return answerMapItems(network, { dimension, bbox, zoom });
}

const at = (id: string, longitude: number, latitude: number) =>
  location(id, [station(`station of ${id}`)], { longitude, latitude });

/** What tells map items apart, in an order that does not depend on who answers. */
function places(
  items: readonly { longitude: number; latitude: number; size: number; name: string }[],
): string[] {
  return items
    .map(
      ({ longitude, latitude, size, name }) =>
        `${longitude.toFixed(5)} ${latitude.toFixed(5)} ${size} ${name}`,
    )
    .sort();
}

function placesOf(items: readonly MapItem[]): string[] {
  return places(
    items.map(item => ({
      ...item,
      size: isGroup(item) ? item.locations : 1,
      name: isGroup(item) ? `opens at ${item.expansionZoom ?? 'none'}` : item.id,
    })),
  );
}

describe('the map of a network', () => {
  const random = seeded(3);
  const locations = randomLocations(random, 600, NOON);
  const oracle = new BruteForce(locations, NOON);
  const network = networkOf(locations);
  const shown = oracle.onMap();
  const longitudes = shown.map(({ longitude }) => wrapped(longitude));
  const latitudes = shown.map(({ latitude }) => latitude);
  const index = new Supercluster<{ id: string }>({
    radius: CLUSTER_RADIUS,
    maxZoom: CLUSTER_MAX_ZOOM,
    extent: 512,
  }).load(
    // In the engine's order, which decides what is grouped with what.
    Array.from(zOrder(longitudes, latitudes), point => ({
      type: 'Feature',
      properties: { id: shown[point]!.id },
      geometry: { type: 'Point', coordinates: [longitudes[point]!, latitudes[point]!] },
    })),
  );
  const byId = new Map(shown.map(place => [place.id, place]));
  const pointOf = (id: string) => `${wrapped(byId.get(id)!.longitude)},${byId.get(id)!.latitude}`;

  /** supercluster's own answer; zooming never splits what stands on one point, and the last zoom keeps that together. */
  function expected(bbox: BoundingBox, zoom: number): string[] {
    const stacks = new Map<string, number>();
    const found = index.getClusters(bbox, zoom).flatMap(({ geometry, properties }) => {
      const [longitude, latitude] = geometry.coordinates as [number, number];
      if (!('cluster_id' in properties)) {
        const point = pointOf(properties.id);
        stacks.set(point, (stacks.get(point) ?? 0) + 1);
        return { longitude, latitude, size: 1, name: properties.id };
      }
      const id = properties.cluster_id as number;
      const leaves = index.getLeaves(id, Infinity).map(leaf => pointOf(leaf.properties.id));
      const opensAt = new Set(leaves).size === 1 ? 'none' : index.getClusterExpansionZoom(id);
      return { longitude, latitude, size: leaves.length, name: `opens at ${opensAt}` };
    });
    const alone = found.filter(({ name }) => !byId.has(name) || stacks.get(pointOf(name)) === 1);
    const together = [...stacks].flatMap(([point, size]) => {
      const one = found.find(({ name }) => byId.has(name) && pointOf(name) === point)!;
      return size > 1 ? { ...one, size, name: 'opens at none' } : [];
    });
    return places([...alone, ...together]);
  }

  for (let zoom = 0; zoom <= FINEST; zoom++) {
    it(`R15 R16: groups at zoom ${zoom} as supercluster does, with its numbers, places and expansion zooms`, () => {
      expect(placesOf(itemsOf(network, zoom))).to.deep.equal(expected(WORLD, zoom));
    });
  }

  it('R15: shows in any box what supercluster shows there, across the antimeridian and beyond 360° too', () => {
    for (let count = 0; count < 400; count++) {
      const west = 1000 * random() - 500;
      const south = 200 * random() - 100;
      const width = random.chance(0.2) ? 500 * random() : 60 * random();
      const bbox: BoundingBox = [west, south, west + width, south + 90 * random()];
      const zoom = 20 * random();
      expect(placesOf(itemsOf(network, zoom, bbox)), `${bbox.join()} at ${zoom}`).to.deep.equal(
        expected(bbox, zoom),
      );
    }
  });

  it('R16: a group opens at its expansion zoom, and not before', () => {
    for (let zoom = 0; zoom <= CLUSTER_MAX_ZOOM; zoom++) {
      const next = placesOf(itemsOf(network, zoom + 1));
      for (const item of itemsOf(network, zoom)) {
        if (!isGroup(item) || item.expansionZoom === undefined) continue;
        expect(item.expansionZoom).to.be.above(zoom);
        expect(next.includes(placesOf([item])[0]!)).to.equal(item.expansionZoom > zoom + 1);
      }
    }
  });

  /** The boxes around the locations of supercluster's groups that have something to show, where those are not on one point. */
  function boxes(zoom: number, dimension: MapDimension): string[] {
    const pins = new Map(oracle.pins(dimension).map(pin => [pin.id, pin]));
    return index
      .getClusters(WORLD, zoom)
      .flatMap(({ properties }) => {
        if (!('cluster_id' in properties)) return [];
        const leaves = index
          .getLeaves(properties.cluster_id as number, Infinity)
          .flatMap(leaf => pins.get(leaf.properties.id) ?? []);
        const [west, east] = [Math.min, Math.max].map(edge => edge(...leaves.map(pin => pin.longitude)));
        const [south, north] = [Math.min, Math.max].map(edge =>
          edge(...leaves.map(pin => clampLatitude(pin.latitude))),
        );
        return leaves.length > 1 && (west !== east || south !== north)
          ? [JSON.stringify([west, south, east, north])]
          : [];
      })
      .sort();
  }

  for (const dimension of ['connection', 'evse'] as const) {
    it(`R16: tells the box around the locations of each group that count on the map of ${dimension}`, () => {
      for (let zoom = 0; zoom <= CLUSTER_MAX_ZOOM; zoom++) {
        const told = itemsOf(network, zoom, WORLD, dimension).flatMap(item =>
          isGroup(item) && item.bbox ? [JSON.stringify(item.bbox)] : [],
        );
        expect(told.sort(), `zoom ${zoom}`).to.deep.equal(boxes(zoom, dimension));
      }
    });
  }

  it('R16: two locations split into those two', () => {
    const pair = networkOf([at('a', 4.9, 52.37), at('b', 4.91, 52.37)]);
    const [group] = itemsOf(pair, 3) as [MapGroup];
    expect(group.locations).to.equal(2);
    expect(itemsOf(pair, group.expansionZoom!).map(item => isGroup(item) || item.id)).to.have.members([
      'a',
      'b',
    ]);
  });

  it('R16: locations on one exact point stay together at every zoom and are listed by their ids', () => {
    const stacked = networkOf([
      ...[at('a', 5.3, 52.7), at('b', 5.3, 52.7), at('c', 5.3, 52.7)],
      at('near', 5.3 + 1e-7, 52.7),
    ]);
    for (const zoom of [FINEST, 20, 24]) {
      const items = itemsOf(stacked, zoom);
      expect(items).to.have.length(2);
      const group = items.find(isGroup)!;
      expect(group.locationIds).to.have.members(['a', 'b', 'c']);
      expect(group).not.to.have.property('expansionZoom');
      expect([group.longitude, group.latitude]).to.deep.equal([5.3, 52.7]);
    }
    expect(itemsOf(stacked, 10)).to.have.length(1);
    expect((itemsOf(stacked, 10) as [MapGroup])[0].expansionZoom).to.equal(FINEST);
  });

  it('R16: locations of one longitude past the edge of a Mercator map are one point, and listed by their ids', () => {
    const polar = networkOf([at('a', 20, 86), at('b', 20, 88), at('c', 20, 90), at('d', 20, 85)]);
    for (const zoom of [FINEST, 22]) {
      const items = itemsOf(polar, zoom);
      expect(items).to.have.length(2);
      const group = items.find(isGroup)!;
      expect(group.locationIds).to.have.members(['a', 'b', 'c']);
      expect(group).not.to.have.property('expansionZoom');
    }
  });

  it('R16: a group whose EVSEs are all at one location is that location on the EVSE map', () => {
    const silent = station('silent', { connection: 'offline' });
    const grouped = networkOf([
      at('a', 4.9, 52.37),
      location('b', [silent], { longitude: 4.91 }),
      location('c', [], { longitude: 4.92 }),
    ]);
    expect(itemsOf(grouped, 3, WORLD, 'evse').map(item => isGroup(item) || item.id)).to.deep.equal(['a']);
    expect(itemsOf(grouped, 3).map(item => isGroup(item) && item.locations)).to.deep.equal([2]);
    grouped.change({ stations: [{ id: 'silent', connection: 'online' }] }, NOON);
    expect(itemsOf(grouped, 3, WORLD, 'evse').map(item => isGroup(item) && item.locations)).to.deep.equal([
      2,
    ]);
  });

  it('shows a location past the antimeridian and at a pole where a Mercator map can', () => {
    const edge = networkOf([at('dateline', 540.5, 10), at('pole', 30, -90)]);
    const [west] = itemsOf(edge, 5, [-180, 5, -179, 15]);
    expect(west).to.deep.include({ id: 'dateline', longitude: -179.5 });
    const [south] = itemsOf(edge, 5, [20, -85.05113, 40, -80]);
    expect(south).to.deep.include({ id: 'pole' });
    expect(itemsOf(edge, 5, [170, 5, 190, 15])).to.have.length(1);
    expect(itemsOf(edge, 5, [-190, 5, -170, 15])).to.have.length(1);
  });

  it('R2: moves, adds and drops what a change moves, adds and drops', () => {
    const moving = networkOf([at('a', 4, 50), at('b', 20, 50)]);
    const ids = () =>
      itemsOf(moving, 8)
        .map(item => isGroup(item) || `${item.id} ${item.longitude}`)
        .sort();
    expect(ids()).to.deep.equal(['a 4', 'b 20']);
    moving.change({ locations: [at('a', 7, 50), at('c', -60, 10)] }, NOON);
    expect(ids()).to.deep.equal(['a 7', 'b 20', 'c -60']);
    moving.change({ removed: { locations: ['c'] } }, NOON);
    moving.change({ stations: [{ id: 'station of b', deploymentState: 'stock' }] }, NOON);
    expect(ids()).to.deep.equal(['a 7']);
    moving.change({ stations: [{ id: 'station of b', deploymentState: null }] }, NOON);
    moving.change({ locations: [location('a', [station('station of a')], { latitude: NaN })] }, NOON);
    expect(ids()).to.deep.equal(['b 20']);
    expect(moving.scopes.tally().leftOut).to.equal(1);
  });

  it('sums up to all stations on the map in any division of the world', () => {
    for (const zoom of [0, 4, 9, 15, FINEST]) {
      const quarters: BoundingBox[] = [
        [-180, -90, 0.1234, 0.1234],
        [0.1234, -90, 180, 0.1234],
        [-180, 0.1234, 0.1234, 90],
        [0.1234, 0.1234, 180, 90],
      ];
      expect(summed(quarters.flatMap(box => itemsOf(network, zoom, box)))).to.deep.equal(
        summed(itemsOf(network, zoom)),
      );
    }
  });

  it('knows the box around all of its locations', () => {
    expect(answerBounds(networkOf([at('a', 4, 50), at('b', 20, -3), at('c', -7, 12)]))).to.deep.equal([
      -7, -3, 20, 50,
    ]);
    expect(answerBounds(networkOf([at('fiji', 178, -18), at('samoa', -172, -14)]))).to.deep.equal([
      178, -18, -172, -14,
    ]);
    const around = networkOf([-170, -60, 5, 100].map(longitude => at(`at ${longitude}`, longitude, 0.5)));
    expect(answerBounds(around), 'without the widest part of the earth that has none').to.deep.equal([
      -60, 0.5, -170, 0.5,
    ]);
    expect(answerBounds(networkOf([]))).to.equal(undefined);
    expect(itemsOf(networkOf([]), 3)).to.deep.equal([]);
  });

  const bad: [title: string, view: object, message: string][] = [
    [
      'a dimension without a map',
      { dimension: 'station' },
      'dimension is "station"; expected connection or evse',
    ],
    ['a box of three numbers', { bbox: [1, 2, 3] }, 'bbox is [1,2,3]; expected [west, south, east, north]'],
    ['a box without a number', { bbox: [1, NaN, 3, 4] }, 'bbox is [1,null,3,4]; expected'],
    ['a zoom that is no number', { zoom: NaN }, 'zoom is NaN; expected a number.'],
  ];
  for (const [title, view, message] of bad) {
    it(`says what is wrong with ${title}`, () => {
      const good = { dimension: 'connection' as const, bbox: WORLD, zoom: 3 };
      expect(() => answerMapItems(network, { ...good, ...view })).to.throw(RangeError, message);
    });
  }
});
