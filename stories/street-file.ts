import type { FeatureCollection, Position } from 'geojson';

import { pmtilesFile } from '../test/support/pmtiles.js';

/** The middle of Utrecht, which has locations of the world's network around it. */
export const TOWN: Position = [5.12, 52.09];

/** Degrees of longitude; those of latitude are longer on the ground. */
const RADIUS = 0.1;
const FLATTENING = 0.6;

type Properties = Record<string, string | number>;

/** A point at a share of the town's radius. */
function at(share: number, turns: number): Position {
  const angle = 2 * Math.PI * turns;
  return [
    TOWN[0]! + share * RADIUS * Math.cos(angle),
    TOWN[1]! + share * RADIUS * FLATTENING * Math.sin(angle),
  ];
}

function circle(share: number): Position[] {
  return Array.from({ length: 61 }, (_, index) => at(share, (index % 60) / 60));
}

function collection(
  type: 'LineString' | 'Polygon' | 'Point',
  shapes: readonly [properties: Properties, coordinates: unknown][],
): FeatureCollection {
  const features = shapes.map(([properties, coordinates]) => ({
    type: 'Feature' as const,
    properties,
    geometry: { type, coordinates } as never,
  }));
  return { type: 'FeatureCollection', features };
}

const inner = { kind: 'minor_road', kind_detail: 'residential', min_zoom: 9 };
const outer = { kind: 'major_road', kind_detail: 'primary', min_zoom: 7 };

const corners = [at(Math.SQRT2, 5 / 8), at(Math.SQRT2, 1 / 8)] as const;
const [[west, south], [east, north]] = corners as unknown as [[number, number], [number, number]];
const bounds: [number, number, number, number] = [west, south, east, north];
const everywhere = [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];

/** A made-up town of rings, spokes, a park and a lake, as Protomaps' basemap names them. */
function townFile(): Uint8Array {
  const rings = Array.from({ length: 11 }, (_, index): [Properties, Position[]] => [
    index % 4 === 3 ? { ...outer, name: `Ring ${index + 1}` } : { ...inner, name: `Row ${index + 1}` },
    circle((index + 1) / 12),
  ]);
  const spokes = Array.from({ length: 24 }, (_, index): [Properties, Position[]] => [
    index % 4 === 0 ? { ...outer, name: `Road ${index + 1}` } : { ...inner, name: `Lane ${index + 1}` },
    [at(index % 4 === 0 ? 0 : 0.25, index / 24), at(1, index / 24)],
  ]);
  return pmtilesFile({
    layers: {
      earth: collection('Polygon', [[{ kind: 'earth' }, everywhere]]),
      landuse: collection('Polygon', [
        [{ kind: 'park' }, [[at(0.5, 0.3), at(0.75, 0.3), at(0.75, 0.42), at(0.5, 0.42), at(0.5, 0.3)]]],
      ]),
      water: collection('Polygon', [
        [{ kind: 'lake' }, [[at(0.33, 0.8), at(0.66, 0.8), at(0.66, 0.93), at(0.33, 0.93), at(0.33, 0.8)]]],
      ]),
      roads: collection('LineString', [...rings, ...spokes]),
    },
    bounds,
    minZoom: 10,
    maxZoom: 13,
    attribution: 'A made-up town',
  });
}

let url: string | undefined;

/** Where the page itself has the file, so that no server is asked. */
export function streetFile(): string {
  url ??= URL.createObjectURL(new Blob([townFile() as BlobPart]));
  return url;
}
