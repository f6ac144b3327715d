/**
 * Writes what src/render needs of its libraries' data, so that a page loads no more than that: the embedded world map (R24),
 * the parts of the nearer map (R30), and the few of MapLibre's CSS rules that a map in a shadow root uses.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

import { mapParts } from './generate/map-parts.mjs';

const require = createRequire(import.meta.url);
const target = new URL('../src/render/map/generated/', import.meta.url);

const EARTH_RADIUS = 6371; // km
const radians = degrees => (degrees * Math.PI) / 180;
const degrees = angle => (angle * 180) / Math.PI;
const mercatorLatitude = latitude =>
  degrees(Math.asinh(Math.tan(radians(Math.max(-85, Math.min(85, latitude))))));
const fromMercator = y => degrees(Math.atan(Math.sinh(radians(y))));

/** The area inside a ring of [longitude, latitude] in km². */
function areaOf(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[west, from], [east, to]] = [ring[i - 1], ring[i]];
    sum += radians(east - west) * (2 + Math.sin(radians(from)) + Math.sin(radians(to)));
  }
  return Math.abs((sum * EARTH_RADIUS ** 2) / 2);
}

/** A ring without the jump at the antimeridian, as the map shows it: longitudes run on past ±180. */
function asShown(ring) {
  let turn = 0;
  return ring.map(([longitude, latitude], i) => {
    const step = i && longitude - ring[i - 1][0];
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [longitude + turn, mercatorLatitude(latitude)];
  });
}

/** How far a point is from the nearest edge, squared; negative outside. */
function depth([x, y], rings) {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
      const [dx, dy] = [x2 - x1, y2 - y1];
      const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
      // A name is wide and low: what is near above or below matters less.
      nearest = Math.min(nearest, (x - x1 - along * dx) ** 2 + 2.5 * (y - y1 - along * dy) ** 2);
    }
  }
  return inside ? nearest : -nearest;
}

const GRID = 16;

/** Where a name has the most room: the deepest point of a grid, then of ever finer grids around the deepest. */
function visualCentre(rings) {
  const [xs, ys] = [0, 1].map(axis => rings[0].map(point => point[axis]));
  let [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best;
  for (let round = 0; round < 4; round++) {
    best = undefined;
    for (let i = 0; i < GRID; i++) {
      for (let j = 0; j < GRID; j++) {
        const point = [
          west + ((i + 0.5) / GRID) * (east - west),
          south + ((j + 0.5) / GRID) * (north - south),
        ];
        const inner = depth(point, rings);
        if (!best || inner > best.inner) best = { point, inner };
      }
    }
    const [width, height] = [(2 * (east - west)) / GRID, (2 * (north - south)) / GRID];
    [west, east] = [best.point[0] - width, best.point[0] + width];
    [south, north] = [best.point[1] - height, best.point[1] + height];
  }
  return best.point;
}

/** The smallest areas, in km², that are named from zoom 0, 1, 2, … on. */
const NAMED_FROM = [7e6, 2e6, 6e5, 1.2e5, 2e4, 2e3];

/** Antarctica has no middle on this map; the others are reefs and glaciers. */
const UNNAMED = new Set(['Antarctica', 'Indian Ocean Ter.', 'Ashmore and Cartier Is.', 'Siachen Glacier']);

/** Names that Natural Earth abbreviates and Unicode lacks or makes harder to read. */
const WRITTEN_OUT = { 'N. Cyprus': 'Northern Cyprus', 'Dem. Rep. Congo': 'DR Congo' };

const regionNames = new Intl.DisplayNames('en', { type: 'region' });

/** Natural Earth abbreviates ("Dem. Rep. Congo"); Unicode's names are whole. */
function nameOf({ id, properties: { name } }) {
  if (Object.hasOwn(WRITTEN_OUT, name)) return WRITTEN_OUT[name];
  return id && name.includes('.')
    ? regionNames.of(new Intl.Locale(`und-${id}`).region).replace(' & ', ' and ')
    : name;
}

/** `[name, longitude, latitude, zoom from which it is shown]` of a country. */
function labelOf(country) {
  const { type, coordinates } = country.geometry;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const areas = polygons.map(([outer]) => areaOf(asShown(outer).map(([x, y]) => [x, fromMercator(y)])));
  const largest = polygons[areas.indexOf(Math.max(...areas))];
  const [x, y] = visualCentre(largest.map(asShown));
  const area = areas.reduce((sum, part) => sum + part, 0);
  const zoom = NAMED_FROM.findIndex(least => area >= least);
  const longitude = x > 180 ? x - 360 : x;
  return [
    nameOf(country),
    +longitude.toFixed(2),
    +fromMercator(y).toFixed(2),
    zoom < 0 ? NAMED_FROM.length : zoom,
  ];
}

/** Square degrees: corners of land that cut off less are left out, as a map that shows them has the nearer map's. */
const SMALLEST_CORNER = 4e-4;

/** Single quotes around JSON, which is full of double ones; engines read JSON.parse faster than a literal. */
const parsed = data =>
  `JSON.parse('${JSON.stringify(data).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}')`;

function worldMap() {
  const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
  const { countries, land } = topology.objects;
  const labels = feature(topology, countries)
    .features.filter(({ properties }) => !UNNAMED.has(properties.name))
    .map(labelOf)
    .sort((a, b) => a[3] - b[3]);
  for (const geometry of countries.geometries) {
    delete geometry.properties;
    delete geometry.id;
  }
  const simple = simplify(presimplify({ ...topology, objects: { countries, land } }), SMALLEST_CORNER);
  return `export const topology = ${parsed(quantize(simple, topology.transform))};\nexport const labels = ${parsed(labels)};\n`;
}

const USED = new Set(
  `map canvas canvas-container interactive track-pointer touch-zoom-rotate touch-drag-pan ctrl ctrl-top-left
   ctrl-top-right ctrl-bottom-left ctrl-bottom-right ctrl-attrib ctrl-attrib-button ctrl-attrib-inner attrib-empty compact
   compact-show`
    .split(/\s+/)
    .map(name => `.maplibregl-${name}`),
);

function isUsed(selector) {
  const classes = selector.match(/\.maplibregl-[\w-]+/g);
  return classes?.every(name => USED.has(name)) ?? false;
}

/** Only those rules of a sheet, in its @media blocks too, that concern the classes in USED. */
function usedRules(css) {
  let used = '';
  let start = 0;
  while (start < css.length) {
    const open = css.indexOf('{', start);
    if (open < 0) break;
    let end = open;
    let nesting = 0;
    do {
      if (css[end] === '{') nesting++;
      if (css[end] === '}') nesting--;
      end++;
    } while (nesting);
    const [prelude, body] = [css.slice(start, open), css.slice(open + 1, end - 1)];
    if (prelude.startsWith('@media')) {
      const inner = usedRules(body);
      if (inner) used += `${prelude}{${inner}}`;
    } else {
      const selectors = prelude.split(',').filter(isUsed);
      if (selectors.length) used += `${selectors.join(',')}{${body}}`;
    }
    start = end;
  }
  return used;
}

function maplibreCss() {
  const css = usedRules(readFileSync(require.resolve('maplibre-gl/dist/maplibre-gl.css'), 'utf8'));
  if (!isUsed('.maplibregl-map') || !css.includes('.maplibregl-canvas{')) {
    throw new Error(
      'maplibre-gl.css holds no rule for .maplibregl-canvas: its names or its form have changed.',
    );
  }
  return `export const css = ${JSON.stringify(css)};\n`;
}

/** One module for each part, so that a map loads those alone that it shows, and one that says which those are. */
function mapPartModules() {
  const parts = mapParts();
  const importOf = ({ box }, i) => `[${JSON.stringify(box)}, () => import('./map-parts/map-part-${i}.js')]`;
  return [
    ['map-parts.js', `export const mapParts = [\n${parts.map(importOf).join(',\n')},\n];\n`],
    ...parts.map((part, i) => [`map-parts/map-part-${i}.js`, `export const mapPart = ${parsed(part)};\n`]),
  ];
}

/** Lets go of parts of an earlier run. */
function emptyFolder(name) {
  const folder = new URL(name, target);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

emptyFolder('map-parts/');
const modules = [['world-map.js', worldMap()], ...mapPartModules(), ['maplibre-css.js', maplibreCss()]];
for (const [name, text] of modules)
  writeFileSync(new URL(name, target), `// Written by scripts/generate.mjs.\n${text}`);
const characters = modules.reduce((sum, [, text]) => sum + text.length, 0);
console.log(`src/render/map/generated/: ${modules.length} modules, ${characters} characters`);
