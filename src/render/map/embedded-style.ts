import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { worldMap } from './world-map.js';

/** Which of the two looks of the embedded map. */
export type MapScheme = 'light' | 'dark';

interface Palette {
  sea: string;
  land: string;
  border: string;
  text: string;
  halo: string;
}

/** Quiet greys: the statuses above carry the colour. Names are readable (4.5:1 on land), borders only just there. */
const PALETTES: Readonly<Record<MapScheme, Palette>> = {
  light: { sea: '#e3e8ed', land: '#f8f9fa', border: '#d3d9df', text: '#66707b', halo: '#f8f9fa' },
  dark: { sea: '#10151b', land: '#1e252d', border: '#36404b', text: '#929ca7', halo: '#1e252d' },
};

/** The size of the names of middling countries in pixels, unless asked otherwise. */
const LABEL_SIZE = 12;

/** The layers of the embedded map; the schemes differ in `paint` alone. */
export function embeddedLayers(scheme: MapScheme, labelSize = LABEL_SIZE): LayerSpecification[] {
  const { sea, land, border, text, halo } = PALETTES[scheme];
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
      paint: {
        'line-color': border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 5, 1.1, 9, 2],
      },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      filter: ['<=', ['get', 'from'], ['zoom']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['sans-serif'],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          1,
          ['case', ['<', ['get', 'from'], 2], labelSize - 1, labelSize - 2],
          6,
          ['case', ['<', ['get', 'from'], 4], labelSize + 3, labelSize],
        ],
        'text-max-width': 7,
        'text-letter-spacing': 0.04,
        'symbol-sort-key': ['get', 'from'],
      },
      paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 1.2 },
    },
  ];
}

/**
 * R24: a whole MapLibre style that asks for nothing from outside: the world map lies beside the library, and without
 * `glyphs` MapLibre draws the names from the fonts of the machine.
 */
export async function embeddedStyle(scheme: MapScheme, labelSize?: number): Promise<StyleSpecification> {
  const { shapes, names } = await worldMap();
  return {
    version: 8,
    // Apart, so that land need not wait for the letters to be drawn.
    sources: {
      shapes: { type: 'geojson', data: shapes, maxzoom: 9, tolerance: 0.3 },
      names: { type: 'geojson', data: names, maxzoom: 9 },
    },
    transition: { duration: 0, delay: 0 },
    layers: embeddedLayers(scheme, labelSize),
  };
}
