import { expect } from 'chai';

import { provideEnglish } from '../../../src/messages/catalogues.js';
import { enListsAndMaps } from '../../../src/messages/en-lists-and-maps.js';
import { localizeFor } from '../../../src/messages/nearest-language.js';
import { embeddedLayers, embeddedStyle } from '../../../src/render/map/embedded-style.js';
import { flattenPolygon, unwrapRing, worldMap } from '../../../src/render/map/world-map.js';

/** Steps of a line from one side of the map to the other; along the pole, outside the map, they do not show. */
function streaks(line: readonly number[][]): number[][] {
  return line.filter(
    ([longitude, latitude], index) =>
      index > 0 && latitude! > -89 && Math.abs(longitude! - line[index - 1]![0]!) > 180,
  );
}

describe('the embedded world map', () => {
  before(() => provideEnglish(enListsAndMaps));

  it('R24: draws no streaks where land or borders cross the antimeridian', async () => {
    const { shapes } = await worldMap();
    const lines = shapes.features.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates,
    );
    expect(lines.length).to.be.above(1000);
    expect(lines.flatMap(streaks)).to.deep.equal([]);
    const eastOfSiberia = lines.some(line => line.some(([longitude]) => longitude! > 185));
    expect(eastOfSiberia, 'Chukotka runs on past 180°').to.equal(true);
  });

  it('R24: closes every polygon', async () => {
    const { shapes } = await worldMap();
    for (const { geometry } of shapes.features) {
      if (geometry.type !== 'MultiPolygon') continue;
      for (const ring of geometry.coordinates.flat()) expect(ring.at(-1)).to.deep.equal(ring[0]);
    }
  });

  it('R24: names every country once, where there is room for it', async () => {
    const { names } = await worldMap();
    const at = new Map(
      names.features.map(({ properties, geometry }) => [properties.name, geometry.coordinates]),
    );
    expect(at.size, 'no name twice').to.equal(names.features.length);
    expect(at.size).to.be.above(230);
    for (const name of at.keys()) expect(name).to.match(/^[^.]+$|^(St\.|U\.S\.) /);
    const [longitude, latitude] = at.get('France')!;
    expect(longitude, 'in Europe, not between its overseas parts').to.be.within(-4, 8);
    expect(latitude).to.be.within(43, 50);
    expect(at.get('Fiji')![0]).to.be.within(176, 180);
  });

  it('unwraps a ring across the antimeridian, and leaves another as it is', () => {
    expect(
      unwrapRing([
        [179, 0],
        [-179, 0],
        [-179, 5],
        [179, 0],
      ]),
    ).to.deep.equal([
      [179, 0],
      [181, 0],
      [181, 5],
      [179, 0],
    ]);
    expect(
      unwrapRing([
        [-179, 0],
        [179, 0],
        [-179, 0],
      ]),
    ).to.deep.equal([
      [-179, 0],
      [-181, 0],
      [-179, 0],
    ]);
    expect(
      unwrapRing([
        [10, 0],
        [12, 0],
        [10, 0],
      ]),
    ).to.deep.equal([
      [10, 0],
      [12, 0],
      [10, 0],
    ]);
  });

  it('closes a coast around the South Pole along the edge of the map', () => {
    const pole = [
      [-180, -89.9],
      [0, -89.9],
      [180, -89.9],
    ];
    const coast = [
      [-180, -70],
      [-60, -75],
      [60, -75],
      [180, -70],
    ];
    expect(flattenPolygon([pole, coast])).to.deep.equal([[...coast, [180, -90], [-180, -90], [-180, -70]]]);
  });

  it('R24: asks for no sprite, glyphs or tiles, in either scheme', async () => {
    const embedded = await embeddedStyle({ localize: localizeFor('en'), textScale: 1 });
    for (const scheme of ['light', 'dark'] as const) {
      const style = embedded(scheme);
      expect(style).to.not.have.any.keys('sprite', 'glyphs', 'font-faces');
      for (const source of Object.values(style.sources)) {
        expect(source.type).to.equal('geojson');
        expect((source as { data: unknown }).data).to.be.an('object');
      }
      expect(JSON.stringify(style.layers)).to.not.include('//');
    }
  });

  it('WCAG 1.4.4: has the sizes of all its names follow the size of texts', () => {
    const sizes = (scale: number) =>
      embeddedLayers('light', scale)
        .filter(({ type }) => type === 'symbol')
        .flatMap(({ id, layout }) => (layout && 'text-size' in layout ? [[id, layout['text-size']]] : []));
    const named = (scale: number) => JSON.stringify(sizes(scale));
    expect(sizes(1)).to.have.lengthOf(2);
    expect(named(1)).to.include('["interpolate",["linear"],["get","from"],4,15,10,11]');
    expect(named(2)).to.include('["interpolate",["linear"],["get","from"],4,30,10,22]');
    expect(named(1)).to.include('["case",["<",["get","from"],4],15,12]');
    expect(named(2)).to.include('["case",["<",["get","from"],4],30,24]');
  });

  it('differs between light and dark in colours alone', () => {
    const [light, dark] = (['light', 'dark'] as const).map(scheme => embeddedLayers(scheme, 1));
    const unpainted = (layers: typeof light) =>
      layers!.map(layer => ({ ...layer, paint: Object.keys(layer.paint ?? {}) }));
    expect(unpainted(light)).to.deep.equal(unpainted(dark));
    expect(light).to.not.deep.equal(dark);
  });
});
