import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { FeatureCollection } from 'geojson';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { PALETTES } from '../../src/render/map/embedded-style.js';
import { openWorldMap, providerOf } from '../support/map-page.js';
import { clearPage, middleOf, mount, partOf, until } from '../support/page.js';
import { pmtilesFile } from '../support/pmtiles.js';
import { screenshotOf } from '../support/screenshot.js';
import type { Color } from '../support/screenshot.js';

/** A box in the middle of Germany; all of it a lake, which the embedded map does not know. */
const BOUNDS: [number, number, number, number] = [9.9, 50.9, 10.1, 51.1];
const INSIDE = [10, 51];
const OUTSIDE = [11.5, 51];

function covering(kind: string): FeatureCollection {
  const [west, south, east, north] = BOUNDS;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const geometry = { type: 'Polygon' as const, coordinates: [ring] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { kind }, geometry }] };
}

const FILE = {
  layers: { earth: covering('earth'), water: covering('lake') },
  bounds: BOUNDS,
  minZoom: 8,
  maxZoom: 12,
  attribution: '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap</a>',
};

/** Serves a file from another origin; answers its URL. */
async function serve(bytes: Uint8Array, ranges = true): Promise<string> {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return executeServerCommand<string, object>('serve-file', { base64: btoa(text), ranges });
}

/** A map that looks at a place, with a pin beside its middle. */
function openAt(place: readonly number[], zoom: number, attributes: string): Promise<StatusMap> {
  const aside = (120 * 360) / (512 * 2 ** zoom); // 120 pixels
  const location = { id: 'L', latitude: place[1]!, longitude: place[0]! + aside, stations: [{ id: 'S' }] };
  return openWorldMap(`center="${place.join()}" zoom="${zoom}" ${attributes}`, providerOf([location]));
}

const rgb = (hex: string) => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as Color;

async function isGround(map: StatusMap, hex: string): Promise<boolean> {
  const { x, y } = middleOf(map.shadowRoot!.querySelector('.map')!);
  return String((await screenshotOf(map)).colorAt(x, y)) === String(rgb(hex));
}

const noteOf = (map: StatusMap) => partOf(map, 'note').textContent;
const creditsOf = (map: StatusMap) => map.shadowRoot!.querySelector('.maplibregl-ctrl-attrib')!.textContent;

/** Remembers what is written as errors until the returned function is called. */
function watchErrors(): { errors: string[]; stop(): void } {
  const { error } = console;
  const errors: string[] = [];
  console.error = (...what: unknown[]) => void errors.push(what.map(String).join(' '));
  return { errors, stop: () => (console.error = error) };
}

describe("a host's own tiles on a map", () => {
  before(() => {
    performance.setResourceTimingBufferSize(5000);
  });
  afterEach(clearPage);

  it('R30: are drawn in both looks, credited, and ask no host but their own', async () => {
    const url = await serve(pmtilesFile(FILE));
    const map = await openAt(INSIDE, 12, `map-tiles="${url}"`);
    await until(() => isGround(map, PALETTES.light.sea));
    await until(() => creditsOf(map)!.includes('© OpenStreetMap'));
    map.style.colorScheme = 'dark';
    await until(() => isGround(map, PALETTES.dark.sea));
    const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
    expect(new Set(asked)).to.deep.equal(new Set([window.location.origin, new URL(url).origin]));
  });

  it('R30: leave the embedded map where they end, come and go with the attribute, and are not loaded where data is to be saved', async () => {
    const url = await serve(pmtilesFile(FILE));
    const unasked = await serve(pmtilesFile(FILE));
    const map = await openAt(INSIDE, 10, '');
    await until(() => isGround(map, PALETTES.light.land));
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
    try {
      map.setAttribute('map-tiles', unasked);
      await map.updateComplete;
    } finally {
      Reflect.deleteProperty(navigator, 'connection');
    }
    map.setAttribute('map-tiles', url);
    await until(() => isGround(map, PALETTES.light.sea));
    expect(performance.getEntriesByName(url).length).to.be.above(0);
    expect(performance.getEntriesByName(unasked)).to.deep.equal([]);
    map.show({ center: OUTSIDE as [number, number], zoom: 10 });
    await until(() => isGround(map, PALETTES.light.land));
    map.show({ center: INSIDE as [number, number], zoom: 10 });
    await until(() => isGround(map, PALETTES.light.sea));
    map.removeAttribute('map-tiles');
    await until(() => isGround(map, PALETTES.light.land));
  });

  it('R30: are said to be missing softly where one expects streets, and only there', async () => {
    const url = await serve(pmtilesFile(FILE));
    const map = await openAt(INSIDE, 14, `map-tiles="${url}"`);
    await until(() => isGround(map, PALETTES.light.sea));
    expect(noteOf(map)).to.equal('');
    map.show({ center: OUTSIDE as [number, number], zoom: 14 });
    await until(() => noteOf(map) === 'This map shows no streets here.');
    expect(partOf(map, 'note').role).to.equal('status');
    map.show({ center: OUTSIDE as [number, number], zoom: 12 });
    await until(() => noteOf(map) === '');
  });

  it('R24: give way to a style of the host', async () => {
    const style = {
      version: 8,
      sources: {},
      layers: [{ id: 'own', type: 'background', paint: { 'background-color': '#123456' } }],
    };
    const own = URL.createObjectURL(new Blob([JSON.stringify(style)]));
    const url = await serve(pmtilesFile(FILE));
    const map = await openAt(INSIDE, 14, `map-style="${own}" map-tiles="${url}"`);
    await until(() => isGround(map, '#123456'));
    expect(noteOf(map)).to.equal('');
  });

  it('R30: are passed on by the overview to both maps', async () => {
    const overview = mount<HTMLElement>(`<ev-overview map-tiles="/tiles/europe.pmtiles"></ev-overview>`);
    const maps = () => [...overview.shadowRoot!.querySelectorAll('ev-connection-map, ev-evse-map')];
    await until(() => maps().length === 2);
    for (const map of maps()) expect(map.getAttribute('map-tiles')).to.equal('/tiles/europe.pmtiles');
  });

  const { earth: foreign } = FILE.layers;
  for (const [what, url, reason] of [
    ['are not there', () => Promise.resolve('/no-such.pmtiles'), '404'],
    ['lie on a server that answers no ranges', () => serve(pmtilesFile(FILE), false), 'content-length'],
    ['are no such file', () => serve(new TextEncoder().encode('<!doctype html>'.repeat(2000))), 'magic'],
    [
      'are of another kind',
      () => serve(pmtilesFile({ ...FILE, layers: { parcels: foreign } })),
      'it holds the layers "parcels"',
    ],
  ] as const) {
    it(`R30: that ${what} are told of on the map and in the console, and the embedded map goes on`, async () => {
      const { errors, stop } = watchErrors();
      try {
        const given = await url();
        const map = await openAt(INSIDE, 10, `map-tiles="${given}"`);
        await until(() => noteOf(map)!.startsWith('The street map could not be loaded.'));
        const told = errors.filter(error => error.includes(`map-tiles is "${given}"`));
        expect(told.length).to.equal(1);
        expect(told[0]).to.include(reason);
        await until(() => isGround(map, PALETTES.light.land));
      } finally {
        stop();
      }
    });
  }
});
