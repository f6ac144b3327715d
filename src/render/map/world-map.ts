import type { FeatureCollection, MultiLineString, MultiPolygon, Point, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';

/** The embedded world map (R24), as MapLibre takes it: longitudes may run on past ±180. */
interface WorldMap {
  shapes: FeatureCollection<MultiPolygon | MultiLineString, { kind: 'land' | 'border' }>;
  /** Countries; `from` is the zoom from which there is room for the name. */
  names: FeatureCollection<Point, { name: string; from: number }>;
}

/** Where a map of the Mercator projection ends: beyond it there is nothing to fill. */
const POLE = -90;

/**
 * A ring whose longitudes run on past ±180 instead of jumping to the other side, which a flat map would draw as a streak
 * around the world.
 */
export function unwrapRing(ring: readonly Position[]): Position[] {
  let turn = 0;
  return ring.map((point, index) => {
    const step = index ? point[0]! - ring[index - 1]![0]! : 0;
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [point[0]! + turn, point[1]!];
  });
}

function goesAround(ring: readonly Position[]): boolean {
  return Math.abs(ring.at(-1)![0]! - ring[0]![0]!) > 180;
}

/**
 * A polygon as a flat map can fill it: unwrapped, and where it lies around the South Pole (Antarctica), its coast is
 * closed along the lower edge of the map.
 */
export function flattenPolygon(rings: readonly Position[][]): Position[][] {
  const unwrapped = rings.map(unwrapRing);
  const around = unwrapped.filter(goesAround);
  if (!around.length) return unwrapped;
  const northernmost = (ring: Position[]) => Math.max(...ring.map(point => point[1]!));
  const coast = around.reduce((one, other) => (northernmost(other) > northernmost(one) ? other : one));
  const closed = [...coast, [coast.at(-1)![0]!, POLE], [coast[0]![0]!, POLE], coast[0]!];
  return [closed, ...unwrapped.filter(ring => !goesAround(ring))];
}

let loaded: Promise<WorldMap> | undefined;

async function load(): Promise<WorldMap> {
  const { labels, topology } = await import('./generated/world-map.js');
  const { countries, land } = topology.objects;
  const polygons = feature(topology, land).features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [geometry.coordinates];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  });
  const borders = mesh(topology, countries, (one, other) => one !== other);
  return {
    shapes: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { kind: 'land' },
          geometry: { type: 'MultiPolygon', coordinates: polygons.map(flattenPolygon) },
        },
        {
          type: 'Feature',
          properties: { kind: 'border' },
          geometry: { type: 'MultiLineString', coordinates: borders.coordinates.map(unwrapRing) },
        },
      ],
    },
    names: {
      type: 'FeatureCollection',
      features: labels.map(([name, longitude, latitude, from]) => ({
        type: 'Feature',
        properties: { name, from },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    },
  };
}

/** The embedded world map, loaded when a map first asks; every map of the page shares it. */
export function worldMap(): Promise<WorldMap> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
