import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { BoundingBox } from '../../src/model/questions.js';
import type { FeatureCollection } from 'geojson';
import { zxyToTileId } from 'pmtiles';

/** What a file of tiles for a test holds. */
interface TileFile {
  /** By the names of Protomaps' layers. */
  layers: Readonly<Record<string, FeatureCollection>>;
  bounds: BoundingBox;
  minZoom: number;
  maxZoom: number;
  attribution?: string;
}

const HEADER_LENGTH = 127;
/** As the format numbers them. */
const NO_COMPRESSION = 1;
const VECTOR_TILES = 1;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/** The columns and rows of the tiles that a box touches at a zoom. */
function* tilesOf([west, south, east, north]: BoundingBox, zoom: number): Generator<[x: number, y: number]> {
  const size = 2 ** zoom;
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * size);
  const row = (latitude: number) => {
    const radians = (latitude * Math.PI) / 180;
    return Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * size);
  };
  for (let x = column(west); x <= column(east); x++)
    for (let y = row(north); y <= row(south); y++) yield [x, y];
}

/** A directory of one run for each tile, by their ids (PMTiles 3, §4). */
function directory(entries: readonly { id: number; bytes: Uint8Array }[]): number[] {
  return [
    ...varint(entries.length),
    ...entries.flatMap(({ id }, index) => varint(id - (entries[index - 1]?.id ?? 0))),
    ...entries.flatMap(() => varint(1)),
    ...entries.flatMap(({ bytes }) => varint(bytes.length)),
    // Zero: right behind the one before.
    ...entries.flatMap((_, index) => varint(index === 0 ? 1 : 0)),
  ];
}

/** Writes a PMTiles file of version 3, uncompressed. */
export function pmtilesFile({ layers, bounds, minZoom, maxZoom, attribution }: TileFile): Uint8Array {
  const indexes = Object.entries(layers).map(
    ([name, data]) => [name, new GeoJSONVT(data, { maxZoom, indexMaxZoom: maxZoom })] as const,
  );
  const entries: { id: number; bytes: Uint8Array }[] = [];
  for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
    for (const [x, y] of tilesOf(bounds, zoom)) {
      const found = indexes.map(([name, index]) => [name, index.getTile(zoom, x, y)] as const);
      const tile = Object.fromEntries(found.filter(([, layer]) => layer));
      entries.push({
        id: zxyToTileId(zoom, x, y),
        bytes: fromGeojsonVt(tile as never, { version: 2, extent: 4096 }),
      });
    }
  }
  entries.sort((one, other) => one.id - other.id);
  const root = directory(entries);
  const described = { attribution, vector_layers: Object.keys(layers).map(id => ({ id, fields: {} })) };
  const metadata = new TextEncoder().encode(JSON.stringify(described));
  const dataLength = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const dataOffset = HEADER_LENGTH + root.length + metadata.length;
  const header = new DataView(new ArrayBuffer(HEADER_LENGTH));
  new TextEncoder().encodeInto('PMTiles', new Uint8Array(header.buffer));
  header.setUint8(7, 3);
  [
    [HEADER_LENGTH, root.length],
    [HEADER_LENGTH + root.length, metadata.length],
    [dataOffset, 0],
    [dataOffset, dataLength],
    [entries.length, entries.length],
  ].forEach(([one, other], index) => {
    header.setBigUint64(8 + 16 * index, BigInt(one!), true);
    header.setBigUint64(16 + 16 * index, BigInt(other!), true);
  });
  header.setBigUint64(88, BigInt(entries.length), true);
  [1, NO_COMPRESSION, NO_COMPRESSION, VECTOR_TILES, minZoom, maxZoom].forEach((value, index) => {
    header.setUint8(96 + index, value);
  });
  bounds.forEach((degrees, index) => {
    header.setInt32(102 + 4 * index, degrees * 1e7, true);
  });
  const file = new Uint8Array(dataOffset + dataLength);
  file.set(new Uint8Array(header.buffer));
  file.set(root, HEADER_LENGTH);
  file.set(metadata, HEADER_LENGTH + root.length);
  let offset = dataOffset;
  for (const { bytes } of entries) {
    file.set(bytes, offset);
    offset += bytes.length;
  }
  return file;
}
