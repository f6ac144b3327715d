import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';

import { clipLine, clipPolygon } from './clip.mjs';
import { allTowns, packTowns } from './towns.mjs';
import { linesShown, polygonsShown } from './unwrap.mjs';
import { lakes, rivers, stateBorders } from './water.mjs';

const require = createRequire(import.meta.url);

const WORLD = [-180, -90, 180, 90];
/** Towns that are named up to this zoom belong to the world's part, the others to their region's. */
const LAST_CITY = 7;
/** A region is split until it holds no more: points of coasts and borders, and towns, which weigh three times as much. */
const LARGEST = 12_000;
const TOWN = 3;
/** Degrees by which regions overlap, so that no seam shows between them. */
const OVERLAP = 0.02;
/** The grid that shapes are drawn on, in degrees, and the smallest corners that are kept, in square degrees. */
const FINENESS = {
  world: { grid: 0.005, smallestCorner: 5e-4 },
  region: { grid: 0.002, smallestCorner: 0 },
};

const polygonsOf = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);
const linesOf = ({ type, coordinates }) => (type === 'LineString' ? [coordinates] : coordinates);
const isIn = ([west, south, east, north], { longitude, latitude }) =>
  longitude >= west && longitude < east && latitude >= south && latitude < north;

/** The two halves of a box along its longer side. */
function halves([west, south, east, north]) {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return east - west >= north - south
    ? [
        [west, south, x, north],
        [x, south, east, north],
      ]
    : [
        [west, south, east, y],
        [west, y, east, north],
      ];
}

const widened = ([west, south, east, north]) => [
  west - OVERLAP,
  south - OVERLAP,
  east + OVERLAP,
  north + OVERLAP,
];

/** The part of a region in a box. */
function within(box, { land, borders, towns }) {
  const wide = widened(box);
  return {
    box,
    land: land.map(rings => clipPolygon(rings, wide)).filter(({ length }) => length),
    borders: borders.flatMap(line => clipLine(line, wide)),
    towns: towns.filter(town => isIn(box, town)),
  };
}

const weightOf = ({ land, borders, towns }) =>
  [...land.flat(), ...borders].reduce((sum, line) => sum + line.length, 0) + towns.length * TOWN;

/** Regions that load apart, of about as many bytes each. */
function split(region) {
  if (weightOf(region) <= LARGEST) return [region];
  return halves(region.box).flatMap(box => split(within(box, region)));
}

/** A part as few bytes: shapes that share their lines and lie on a grid, left out where there are none. */
function packed(box, shapes, towns, { grid, smallestCorner }) {
  const there = Object.entries(shapes).filter(([, { coordinates }]) => coordinates.length);
  const whole = topology(Object.fromEntries(there));
  const [west, south, east, north] = box;
  const steps = Math.ceil(Math.max(east - west, north - south) / grid);
  return {
    box,
    topology: there.length ? quantize(simplify(presimplify(whole), smallestCorner), steps) : undefined,
    towns: packTowns(towns, box),
  };
}

/** What a map of the whole world has no room for: its lakes, rivers, states and cities. */
function world(towns) {
  return packed(
    WORLD,
    {
      lakes: { type: 'MultiPolygon', coordinates: lakes().flatMap(polygonsOf) },
      rivers: { type: 'MultiLineString', coordinates: rivers().flatMap(linesOf) },
      states: { type: 'MultiLineString', coordinates: stateBorders().flatMap(linesOf) },
    },
    towns,
    FINENESS.world,
  );
}

/** The parts of the nearer map: first the one of the whole world, then those of its regions, with coasts at 1:10 million. */
export function mapParts() {
  const natural = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'));
  const towns = allTowns();
  const land = feature(natural, natural.objects.land)
    .features.flatMap(({ geometry }) => polygonsOf(geometry))
    .flatMap(polygonsShown);
  const borders = mesh(natural, natural.objects.countries, (one, other) => one !== other).coordinates.flatMap(
    linesShown,
  );
  const isCity = ({ from }) => from <= LAST_CITY;
  const regions = split(within(WORLD, { land, borders, towns: towns.filter(town => !isCity(town)) })).filter(
    region => weightOf(region) > 0,
  );
  return [
    world(towns.filter(isCity)),
    ...regions.map(({ box, land, borders, towns }) =>
      packed(
        box,
        {
          land: { type: 'MultiPolygon', coordinates: land },
          borders: { type: 'MultiLineString', coordinates: borders },
        },
        towns,
        FINENESS.region,
      ),
    ),
  ];
}
