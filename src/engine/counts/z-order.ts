import { toMercator } from '../../model/mercator.js';

/** The curve goes through this many bits of each coordinate: cells of 600 m at the equator. */
const BITS = 16;

/** Puts a zero between any two bits of a 16-bit number. */
function spread(bits: number): number {
  let spaced = bits;
  spaced = (spaced | (spaced << 8)) & 0x00ff00ff;
  spaced = (spaced | (spaced << 4)) & 0x0f0f0f0f;
  spaced = (spaced | (spaced << 2)) & 0x33333333;
  return (spaced | (spaced << 1)) & 0x55555555;
}

/** A coordinate of the Mercator square as a whole number of `BITS` bits. */
function cell(coordinate: number): number {
  return Math.max(0, Math.min(2 ** BITS - 1, Math.floor(coordinate * 2 ** BITS)));
}

/**
 * The indices of points in the order of a Z-order curve (Morton code) over the Mercator square: points that are near each
 * other mostly lie near each other in it.
 */
export function zOrder(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Uint32Array {
  const size = longitudes.length;
  // Sorting numbers that hold code and index is several times as fast as sorting indices by their codes.
  const keys = new Float64Array(size);
  const room = 2 ** Math.ceil(Math.log2(Math.max(2, size)));
  for (let point = 0; point < size; point++) {
    const { x, y } = toMercator(longitudes[point]!, latitudes[point]!);
    const code = (spread(cell(x)) | (spread(cell(y)) << 1)) >>> 0;
    keys[point] = code * room + point;
  }
  keys.sort();
  const order = new Uint32Array(size);
  for (let place = 0; place < size; place++) order[place] = keys[place]! % room;
  return order;
}
