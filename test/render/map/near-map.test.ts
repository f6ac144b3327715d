import { expect } from 'chai';
import type { Position } from 'geojson';

import type { BoundingBox } from '../../../src/model/questions.js';
import { mapParts } from '../../../src/render/map/generated/map-parts.js';
import { NearMap } from '../../../src/render/map/near-map.js';
import type { NearFeatures } from '../../../src/render/map/near-map.js';

const HOLLAND: BoundingBox = [4, 51.8, 5.2, 52.6];

function openMap(): { near: NearMap; added: NearFeatures[]; errors: Error[] } {
  const added: NearFeatures[] = [];
  const errors: Error[] = [];
  const near = new NearMap(
    features => added.push(features),
    error => errors.push(error),
  );
  return { near, added, errors };
}

const kindsOf = ({ shapes }: NearFeatures) => new Set(shapes.map(({ properties }) => properties.kind));
const namesOf = ({ towns }: NearFeatures) => new Set(towns.map(({ properties }) => properties.name));

/** Whether a point is inside polygons, holes left out. */
function isOn(polygons: Position[][][], [x, y]: [number, number]): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    ring.slice(1).forEach(([x2, y2], index) => {
      const [x1, y1] = ring[index]!;
      if (y1! > y !== y2! > y && x < ((x2! - x1!) * (y - y1!)) / (y2! - y1!) + x1!) inside = !inside;
    });
  }
  return inside;
}

describe('the nearer map', () => {
  it('R30: loads nothing for a view of the world', async () => {
    const { near, added } = openMap();
    await near.look([-180, -80, 180, 80], 2.9);
    expect(added).to.deep.equal([]);
  });

  it('R30: has lakes, rivers, states and cities of the whole world from zoom 3 on, and no more', async () => {
    const { near, added } = openMap();
    await near.look(HOLLAND, 3);
    expect(added.length).to.equal(1);
    expect([...kindsOf(near.features)].sort()).to.deep.equal(['lakes', 'rivers', 'states']);
    const names = namesOf(near.features);
    for (const city of ['Amsterdam', 'Tokyo', 'Lagos', 'Oslo']) expect(names, city).to.include(city);
    expect(names).to.not.include('Delft');
  });

  it('R30: has the coast and the towns of what is in view from zoom 6 on', async () => {
    const { near } = openMap();
    await near.look(HOLLAND, 6);
    expect(kindsOf(near.features)).to.include.all.keys('sea', 'land', 'borders');
    const names = namesOf(near.features);
    for (const town of ['Delft', 'Leiden', 'Zandvoort']) expect(names, town).to.include(town);
    expect(names).to.not.include('Chioggia');
  });

  it('R30: loads each part once, however often the map moves', async () => {
    const { near, added } = openMap();
    await Promise.all([near.look(HOLLAND, 8), near.look(HOLLAND, 9)]);
    await near.look(HOLLAND, 7);
    const ids = [...near.features.shapes, ...near.features.towns].map(({ id }) => id);
    expect(new Set(near.features.towns.map(({ id }) => id)).size).to.equal(near.features.towns.length);
    expect(new Set(near.features.shapes.map(({ id }) => id)).size).to.equal(near.features.shapes.length);
    expect(added.length).to.be.within(2, 6);
    expect(ids.length).to.be.above(1000);
  });

  it('R30: loads what lies across the antimeridian', async () => {
    const { near } = openMap();
    await near.look([176, -20, 184, -14], 8);
    expect(namesOf(near.features)).to.include.all.keys('Suva', 'Labasa');
    await near.look([-184, 64, -172, 70], 8);
    const land = near.features.shapes.filter(({ properties }) => properties.kind === 'land');
    const polygons = land.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    );
    expect(isOn(polygons, [-174, 66.4]), 'the tip of Chukotka').to.equal(true);
    expect(isOn(polygons, [179, 67]), 'its west').to.equal(true);
  });

  it('R30: names a town from the zoom on that its size deserves', async () => {
    const { near } = openMap();
    await near.look(HOLLAND, 8);
    const from = new Map(near.features.towns.map(({ properties }) => [properties.name, properties.from]));
    const order = ['Tokyo', 'Amsterdam', 'Delft', 'Zandvoort'].map(name => from.get(name)!);
    expect(order).to.deep.equal([...order].sort((one, other) => one - other));
    for (const zoom of from.values()) expect(zoom).to.be.within(2, 12);
  });

  it('has parts that leave no town out and hold none twice, each in its own box', async () => {
    const parts = await Promise.all(mapParts.map(async ([, load]) => (await load()).mapPart));
    let count = 0;
    for (const { box, towns } of parts) {
      const names = towns.names ? towns.names.split('\n') : [];
      const lengths = [towns.longitudes, towns.latitudes, towns.zooms].map(({ length }) => length);
      expect(lengths).to.deep.equal([names.length, names.length, names.length]);
      expect(Math.max(0, ...towns.longitudes)).to.be.most((box[2] - box[0]) * 1000);
      expect(Math.max(0, ...towns.latitudes)).to.be.most((box[3] - box[1]) * 1000);
      expect(Math.min(0, ...towns.longitudes, ...towns.latitudes)).to.equal(0);
      count += names.length;
    }
    expect(count).to.be.above(100_000);
  });

  it('has land where it is, and none where there is sea, all over the world', async () => {
    const { near } = openMap();
    await near.look([-180, -85, 180, 85], 6);
    const polygons = near.features.shapes.flatMap(({ properties, geometry }) =>
      properties.kind === 'land' && geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    );
    // Regions overlap a little; a point well inside of one is on land once, by the rule of even and odd.
    for (const [name, at] of [
      ['Kansas', [-98, 38.5]],
      ['the Sahara', [3, 24]],
      ['Mongolia', [104, 46]],
      ['Antarctica', [30, -80]],
      ['Tasmania', [146.6, -42]],
    ] as const)
      expect(isOn(polygons, [...at]), name).to.equal(true);
    for (const [name, at] of [
      ['the Atlantic', [-30, 30]],
      ['the Caspian Sea', [51, 41.5]],
      ['the North Sea', [3.5, 55]],
      ['the Pacific', [-150, 0.5]],
    ] as const)
      expect(isOn(polygons, [...at]), name).to.equal(false);
  });
});
