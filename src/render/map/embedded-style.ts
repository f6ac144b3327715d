import type { FeatureCollection } from 'geojson';
import type {
  DataDrivenPropertyValueSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { Localize } from '../../messages/localize.js';
import { NO_FEATURES, REGION_ZOOM, WORLD_ZOOM } from './near-map.js';
import type { NearFeatures, NearKind } from './near-map.js';
import { OBSTACLE_LAYER, OBSTACLES } from './label-obstacles.js';
import { worldMap } from './world-map.js';

/** Which of the two looks of the embedded map. */
export type MapScheme = 'light' | 'dark';

/** The colours of a map's ground. */
export interface Palette {
  sea: string;
  land: string;
  river: string;
  border: string;
  /** Of states and provinces. */
  innerBorder: string;
  text: string;
  halo: string;
}

/** Quiet greys: the statuses above carry the colour. Names are readable (4.5:1 on land and sea), borders only just there. */
export const PALETTES: Readonly<Record<MapScheme, Palette>> = {
  light: {
    sea: '#e3e8ed',
    land: '#f8f9fa',
    river: '#dbe3ea',
    border: '#c9d0d7',
    innerBorder: '#dfe4e8',
    text: '#5a636e',
    halo: '#f8f9fa',
  },
  dark: {
    sea: '#10151b',
    land: '#1e252d',
    river: '#141a21',
    border: '#3d4853',
    innerBorder: '#2d363f',
    text: '#929ca7',
    halo: '#1e252d',
  },
};

/** The names of MapLibre's sources of what `NearMap` loads. */
export const NEAR_SHAPES = 'near-shapes';
export const TOWNS = 'towns';

const NO_OBSTACLES: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The size of the names of middling countries in pixels, where texts are of their usual size. */
const LABEL_SIZE = 12;

/** Names are drawn from the machine's own fonts, which a style names as CSS does. */
export const FONT = ['sans-serif'];

const BORDER_WIDTH: DataDrivenPropertyValueSpecification<number> = [
  'interpolate',
  ['linear'],
  ['zoom'],
  1,
  0.6,
  5,
  1.1,
  9,
  1.6,
];

function area(id: NearKind, color: string, minzoom: number): LayerSpecification {
  return {
    id: `near-${id}`,
    type: 'fill',
    source: NEAR_SHAPES,
    minzoom,
    filter: ['==', ['get', 'kind'], id],
    paint: { 'fill-color': color },
  };
}

function line(
  id: NearKind,
  minzoom: number,
  paint: Extract<LayerSpecification, { type: 'line' }>['paint'],
): LayerSpecification {
  return {
    id: `near-${id}`,
    type: 'line',
    source: NEAR_SHAPES,
    minzoom,
    filter: ['==', ['get', 'kind'], id],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint,
  };
}

/** How far a name may stand from its place, in em: a marker may stand there. */
const BESIDE_TOWN = 0.7;
const BESIDE_GROUP = 1.8;
const BESIDE_LARGE_GROUP = 2.9;

/** A name below, above, right and left of its place, as MapLibre takes anchors and offsets. */
function around(distance: number): (string | [number, number])[] {
  return ['top', [0, distance], 'bottom', [0, -distance], 'left', [distance, 0], 'right', [-distance, 0]];
}

/** At 1:50 million, rivers and states' borders are kilometres off: they fade where that shows. */
const fading = (from: number): DataDrivenPropertyValueSpecification<number> => [
  'interpolate',
  ['linear'],
  ['zoom'],
  from,
  1,
  from + 2,
  0,
];

/** A style as it looks in a scheme. */
export type SchemedStyle = (scheme: MapScheme) => StyleSpecification;

/** What the embedded map is drawn by. */
export interface EmbeddedLook {
  scheme: MapScheme;
  localize: Localize;
  /** How much larger than usual its texts are. */
  textScale: number;
}

/** The layers of the embedded map; the schemes differ in `paint` alone. */
export function embeddedLayers(scheme: MapScheme, textScale: number): LayerSpecification[] {
  const size = (offset: number) => (LABEL_SIZE + offset) * textScale;
  const { sea, land, river, border, innerBorder, text, halo } = PALETTES[scheme];
  const names = { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 1.2 };
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': sea } },
    {
      id: 'land',
      type: 'fill',
      source: 'shapes',
      filter: ['==', ['get', 'kind'], 'land'],
      paint: { 'fill-color': land },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'shapes',
      filter: ['==', ['get', 'kind'], 'border'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': border, 'line-width': BORDER_WIDTH },
    },
    area('sea', sea, REGION_ZOOM),
    area('land', land, REGION_ZOOM),
    line('rivers', WORLD_ZOOM, {
      'line-color': river,
      'line-opacity': fading(9),
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 8, 1.8],
    }),
    area('lakes', sea, WORLD_ZOOM),
    line('states', WORLD_ZOOM, {
      'line-color': innerBorder,
      'line-opacity': fading(10),
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 8, 1.2],
    }),
    line('borders', REGION_ZOOM, { 'line-color': border, 'line-width': BORDER_WIDTH }),
    {
      id: 'towns',
      type: 'symbol',
      source: TOWNS,
      minzoom: WORLD_ZOOM,
      filter: ['<=', ['get', 'from'], ['zoom']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        // The larger of two towns by as much as it is named earlier.
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          4,
          ['interpolate', ['linear'], ['get', 'from'], 2, size(-0.5), 5, size(-1.5)],
          10,
          ['interpolate', ['linear'], ['get', 'from'], 4, size(3), 10, size(-1)],
          14,
          ['interpolate', ['linear'], ['get', 'from'], 4, size(6), 12, size(0)],
        ],
        'text-variable-anchor-offset': [
          ...around(BESIDE_TOWN),
          ...around(BESIDE_GROUP),
          ...around(BESIDE_LARGE_GROUP),
        ],
        'text-max-width': 8,
        'text-padding': 6,
        'symbol-sort-key': ['get', 'from'],
      },
      paint: names,
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      filter: ['<=', ['get', 'from'], ['zoom']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          1,
          ['case', ['<', ['get', 'from'], 2], size(-1), size(-2)],
          6,
          ['case', ['<', ['get', 'from'], 4], size(3), size(0)],
        ],
        'text-variable-anchor-offset': [
          'center',
          [0, 0],
          ...around(BESIDE_GROUP),
          ...around(BESIDE_LARGE_GROUP),
        ],
        'text-max-width': 7,
        'text-letter-spacing': 0.04,
        'symbol-sort-key': ['get', 'from'],
      },
      paint: names,
    },
    OBSTACLE_LAYER,
  ];
}

/**
 * R24: a whole MapLibre style that asks for nothing from outside: the world map lies beside the library, and without
 * `glyphs` MapLibre draws the names from the fonts of the machine.
 * @param near what is loaded of the nearer map (R30)
 * @param obstacles what its labels are kept clear of
 */
export async function embeddedStyle(
  { localize, textScale }: Omit<EmbeddedLook, 'scheme'>,
  { shapes: nearShapes, towns }: NearFeatures = NO_FEATURES,
  obstacles: FeatureCollection = NO_OBSTACLES,
): Promise<SchemedStyle> {
  const { shapes, names } = await worldMap();
  return scheme => ({
    version: 8,
    // Apart, so that land need not wait for the letters to be drawn.
    sources: {
      shapes: { type: 'geojson', data: shapes, maxzoom: 9, tolerance: 0.3 },
      names: { type: 'geojson', data: names, maxzoom: 9 },
      [NEAR_SHAPES]: {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: nearShapes },
        maxzoom: 12,
        tolerance: 0.3,
      },
      [TOWNS]: {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: towns },
        maxzoom: 12,
        attribution: localize.term('townsBy', 'GeoNames'),
      },
      [OBSTACLES]: { type: 'geojson', data: obstacles },
    },
    transition: { duration: 0, delay: 0 },
    layers: embeddedLayers(scheme, textScale),
  });
}
