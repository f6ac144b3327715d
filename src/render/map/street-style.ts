import { language_script_pairs, layers, namedFlavor } from '@protomaps/basemaps';
import type { Flavor } from '@protomaps/basemaps';
import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { FONT, PALETTES } from './embedded-style.js';
import type { MapScheme } from './embedded-style.js';
import { OBSTACLE_LAYER } from './label-obstacles.js';
import { rectangle } from './rectangle.js';
import type { StreetTiles } from './street-tiles.js';

const SOURCE = 'streets';

/** The colours of what the embedded map does not have: quiet ones again. */
const COLORS = {
  light: { area: '#f1f4f3', building: '#eceff2', road: '#ffffff', casing: '#dfe4e8' },
  dark: { area: '#1f2a2d', building: '#252d36', road: '#323c46', casing: '#191f26' },
} as const;

/** Protomaps' flavor in the embedded map's colours: the first pattern that fits the name of a colour says what it is. */
function flavorOf(scheme: MapScheme): Flavor {
  const { sea, land, border, text, halo } = PALETTES[scheme];
  const { area, building, road, casing } = COLORS[scheme];
  const rules: [RegExp, string][] = [
    [/_halo$/, halo],
    [/label/, text],
    [/casing/, casing],
    [/^(tunnel_|bridges_)?(other|minor|link|major|highway)|railway|runway/, road],
    [/^(earth|background)$/, land],
    [/^water$/, sea],
    [/^boundaries$/, border],
    [/^(buildings|pier)$/, building],
    [/./, area],
  ];
  const names = Object.entries(namedFlavor('white')).filter(([, value]) => typeof value === 'string');
  const colors = names.map(([name]) => [name, rules.find(([pattern]) => pattern.test(name))![1]]);
  return Object.fromEntries(colors) as unknown as Flavor;
}

/** A part of an expression with fonts of the machine: no server of letters is asked. */
function withLocalFonts(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withLocalFonts);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    name === 'text-font' ? ['literal', FONT] : withLocalFonts(value),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** A layer without icons, which would need a file of them. */
function withoutIcons(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'symbol') return layer;
  const layout = Object.entries(layer.layout ?? {}).filter(([name]) => !name.startsWith('icon-'));
  return { ...layer, layout: withLocalFonts(Object.fromEntries(layout)) } as LayerSpecification;
}

/** What is nothing but an icon, or lies under the embedded map anyway. */
const LEFT_OUT = new Set(['background', 'pois', 'roads_oneway', 'roads_shields']);

function streetLayers(scheme: MapScheme, language: string): LayerSpecification[] {
  const [subtag = ''] = language.toLowerCase().split('-');
  const lang = language_script_pairs.some(pair => pair.lang === subtag) ? subtag : 'en';
  return (layers(SOURCE, flavorOf(scheme), { lang }) as LayerSpecification[])
    .filter(({ id }) => !LEFT_OUT.has(id))
    .map(withoutIcons);
}

/** Only outside of the tiles, which have names of their own. */
function outside({ bounds, minZoom }: StreetTiles): FilterSpecification {
  return ['any', ['<', ['zoom'], minZoom], ['!', ['within', rectangle(bounds)]]];
}

/** The embedded map, and above it streets where the tiles have any; its names where they have none. */
export function withStreets(
  style: StyleSpecification,
  tiles: StreetTiles,
  scheme: MapScheme,
  language: string,
): StyleSpecification {
  const { template, bounds, minZoom, maxZoom, attribution } = tiles;
  const ground = style.layers.filter(({ type }) => type !== 'symbol');
  const names = style.layers
    .filter(layer => layer.type === 'symbol')
    .filter(layer => layer !== OBSTACLE_LAYER)
    .map(
      layer => ({ ...layer, filter: ['all', layer.filter, outside(tiles)] }) as unknown as LayerSpecification,
    );
  return {
    ...style,
    sources: {
      ...style.sources,
      [SOURCE]: {
        type: 'vector',
        tiles: [template],
        bounds,
        minzoom: minZoom,
        maxzoom: maxZoom,
        ...(attribution && { attribution }),
      },
    },
    layers: [...ground, ...streetLayers(scheme, language), ...names, OBSTACLE_LAYER],
  };
}
