import { PMTiles, TileType } from 'pmtiles';
import type { BoundingBox } from '../../model/questions.js';
import { STREET_TILES } from './street-scheme.js';

/** Layers of Protomaps' basemaps; a file without any of them is of another kind. */
const KNOWN_LAYERS = ['earth', 'water', 'landuse', 'roads', 'buildings', 'boundaries', 'places'];

/** A host's own vector tiles, in one PMTiles file (R30). */
export interface StreetTiles {
  /** As MapLibre takes it, with `{z}`, `{x}` and `{y}`. */
  template: string;
  /** West, south, east, north in degrees. */
  bounds: BoundingBox;
  minZoom: number;
  maxZoom: number;
  /** HTML, as the file has it; MapLibre sanitizes it. */
  attribution: string | undefined;
}

/** What a PMTiles file says of itself, as far as it is read here. */
interface Metadata {
  attribution?: unknown;
  vector_layers?: { id: string }[];
}

/** One for each URL: an archive remembers what it has read of the file's directories. */
const archives = new Map<string, PMTiles>();

function archiveAt(url: string): PMTiles {
  let archive = archives.get(url);
  if (!archive) archives.set(url, (archive = new PMTiles(url)));
  return archive;
}

async function read(url: string): Promise<StreetTiles> {
  const archive = archiveAt(url);
  const header = await archive.getHeader();
  if (header.tileType !== TileType.Mvt)
    throw new Error(`its tiles are of type ${header.tileType} (${TileType[header.tileType]})`);
  const { attribution, vector_layers: layers = [] } = (await archive.getMetadata()) as Metadata;
  const ids = layers.map(({ id }) => id);
  if (!ids.some(id => KNOWN_LAYERS.includes(id)))
    throw new Error(`it holds the layers "${ids.join(', ')}", and none of ${KNOWN_LAYERS.join(', ')}`);
  return {
    template: `${STREET_TILES}://${url}/{z}/{x}/{y}`,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    attribution: typeof attribution === 'string' ? attribution : undefined,
  };
}

/**
 * Reads what a file of tiles covers.
 * @param url relative to the page, or absolute
 * @throws where there is none, it cannot be read in parts (HTTP range requests), or is of another kind
 */
export async function openStreetTiles(url: string): Promise<StreetTiles> {
  const whole = new URL(url, document.baseURI).href;
  try {
    return await read(whole);
  } catch (error) {
    // What could not be read may be there when it is next asked for.
    archives.delete(whole);
    throw new Error(
      `map-tiles is "${url}", which could not be read: ${(error as Error).message}. Expected a PMTiles file of Protomaps' basemap, from a server that answers range requests.`,
      { cause: error },
    );
  }
}

/** The tile of a URL as `template` makes it; empty where the file has none there. */
export async function streetTile(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const [, file, ...place] = new RegExp(`^${STREET_TILES}://(.+)/(\\d+)/(\\d+)/(\\d+)$`).exec(url)!;
  const [z, x, y] = place.map(Number) as [number, number, number];
  const tile = await archiveAt(file!).getZxy(z, x, y, signal);
  return { data: tile?.data ?? new ArrayBuffer(0) };
}
