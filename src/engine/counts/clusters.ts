/** The widest zoom that groups; every zoom below the last is grouped from the one above it. */
const WORLD_ZOOM = 0;

/** MapLibre's tiles, in pixels. */
const TILE_SIZE = 512;

/** The Mercator square is this many units wide: whole numbers, so that sums of them are exact. */
const SQUARE = 2 ** 30;

/** How near locations must be to be grouped, in pixels, and the last zoom that groups. */
export interface ClusterOptions {
  radius: number;
  maxZoom: number;
}

/**
 * Groups of locations and of other groups. A node below `points` is the location of that index; the groups come after
 * them, each after all that it holds.
 */
export interface Clusters {
  points: number;
  /** Locations and groups. */
  size: number;
  /** Node → the group that holds it; -1 where none does. */
  parent: Int32Array;
  /** Of groups alone, from `points` on: the first zoom at which what it holds stands in its place. */
  openZoom: Uint8Array;
  /** Of groups alone: the middle of all locations under it, on the Mercator square from -0.5 to 0.5. */
  x: Float64Array;
  y: Float64Array;
}

function mercatorX(longitude: number): number {
  return longitude / 360;
}

function mercatorY(latitude: number): number {
  const y = Math.atanh(Math.sin((latitude * Math.PI) / 180)) / (2 * Math.PI);
  return Math.max(-0.5, Math.min(0.5, -y));
}

export function longitudeAt(x: number): number {
  return 360 * x;
}

export function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(-2 * Math.PI * y)) * 180) / Math.PI;
}

/**
 * Points by cell, whose width is the radius or more: what is within the radius of a point is in the nine cells around it.
 * A cell's bucket is its row's, mixed, plus its column: cells beside each other are buckets beside each other.
 */
class Grid {
  /** What `takeNear` found. */
  readonly found: Int32Array;
  private readonly starts: Int32Array;
  private readonly items: Int32Array;
  private mask = 0;
  private shift = 0;
  private reach = 0;

  /** @param x and `y`: units of the square */
  constructor(
    private readonly x: Int32Array,
    private readonly y: Int32Array,
    /** Marks points that are not looked for any more. */
    private readonly isTaken: Uint8Array,
  ) {
    this.found = new Int32Array(x.length);
    this.starts = new Int32Array(bucketsFor(x.length) + 1);
    this.items = new Int32Array(x.length);
  }

  /** Sorts the first `size` points into cells for a radius. */
  fill(size: number, radius: number): void {
    const { x, y, starts, items } = this;
    const buckets = bucketsFor(size);
    this.mask = buckets - 1;
    this.shift = Math.ceil(Math.log2(radius));
    this.reach = radius * radius;
    starts.fill(0, 0, buckets + 1);
    for (let item = 0; item < size; item++) starts[this.bucketOf(x[item]!, y[item]!)]!++;
    for (let bucket = 1; bucket <= buckets; bucket++) starts[bucket]! += starts[bucket - 1]!;
    for (let item = size - 1; item >= 0; item--) items[--starts[this.bucketOf(x[item]!, y[item]!)]!] = item;
  }

  /** Finds, and marks as taken, what is within the radius of a place; returns how many. */
  takeNear(x: number, y: number): number {
    const { starts, mask, shift } = this;
    let count = 0;
    for (let down = -1; down <= 1; down++) {
      const first = this.bucketOf(x - (1 << shift), y + down * (1 << shift));
      const last = (first + 2) & mask;
      if (first <= last) {
        count = this.takeOf(starts[first]!, starts[last + 1]!, x, y, count);
      } else {
        count = this.takeOf(starts[first]!, starts[mask + 1]!, x, y, count);
        count = this.takeOf(0, starts[last + 1]!, x, y, count);
      }
    }
    return count;
  }

  private takeOf(from: number, to: number, x: number, y: number, before: number): number {
    const { items, isTaken, found, reach } = this;
    let count = before;
    for (let at = from; at < to; at++) {
      const item = items[at]!;
      if (isTaken[item]) continue;
      const across = this.x[item]! - x;
      const down = this.y[item]! - y;
      if (across * across + down * down > reach) continue;
      isTaken[item] = 1;
      found[count++] = item;
    }
    return count;
  }

  private bucketOf(x: number, y: number): number {
    const row = Math.imul(y >> this.shift, 0x9e3779b1);
    return ((row ^ (row >>> 15)) + (x >> this.shift)) & this.mask;
  }
}

/** About two to a point, a power of two; three at least, for a row's cells are three different ones. */
function bucketsFor(points: number): number {
  return 2 ** Math.max(2, Math.ceil(Math.log2(points + 1)));
}

/** Groups from the last zoom up to the world, as supercluster does: each zoom out of what stands on the map at the next. */
class Clustering {
  readonly clusters: Clusters;
  /** What stands on the map at the zoom in hand. */
  private size: number;
  private readonly node: Int32Array;
  private readonly x: Int32Array;
  private readonly y: Int32Array;
  /** Locations in each. */
  private readonly points: Float64Array;
  private readonly isTaken: Uint8Array;
  private readonly grid: Grid;

  constructor(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>) {
    const points = (this.size = longitudes.length);
    // A tree whose inner nodes all have two children or more has under 2n nodes.
    const room = 2 * points;
    this.clusters = {
      points,
      size: points,
      parent: new Int32Array(room).fill(-1),
      openZoom: new Uint8Array(room),
      x: new Float64Array(room),
      y: new Float64Array(room),
    };
    this.node = new Int32Array(points);
    this.x = new Int32Array(points);
    this.y = new Int32Array(points);
    for (let point = 0; point < points; point++) {
      this.node[point] = point;
      this.x[point] = mercatorX(longitudes[point]!) * SQUARE;
      this.y[point] = mercatorY(latitudes[point]!) * SQUARE;
    }
    this.points = new Float64Array(points).fill(1);
    this.isTaken = new Uint8Array(points);
    this.grid = new Grid(this.x, this.y, this.isTaken);
  }

  /** Groups what is within a radius, in units of the square, at a zoom. */
  group(zoom: number, radius: number): void {
    const { clusters, node, x, y, points, isTaken, grid, size } = this;
    const { parent, openZoom } = clusters;
    isTaken.fill(0, 0, size);
    grid.fill(size, radius);
    let kept = 0;
    for (let item = 0; item < size; item++) {
      if (isTaken[item]) continue;
      isTaken[item] = 1;
      const found = grid.takeNear(x[item]!, y[item]!);
      // What was before this one is taken: its place is free.
      const place = kept++;
      if (found === 0) {
        node[place] = node[item]!;
        x[place] = x[item]!;
        y[place] = y[item]!;
        points[place] = points[item]!;
        continue;
      }
      const group = clusters.size++;
      let count = points[item]!;
      let sumX = x[item]! * count;
      let sumY = y[item]! * count;
      parent[node[item]!] = group;
      for (let at = 0; at < found; at++) {
        const other = grid.found[at]!;
        const its = points[other]!;
        parent[node[other]!] = group;
        sumX += x[other]! * its;
        sumY += y[other]! * its;
        count += its;
      }
      node[place] = group;
      x[place] = sumX / count;
      y[place] = sumY / count;
      points[place] = count;
      openZoom[group] = zoom + 1;
      clusters.x[group] = x[place]! / SQUARE;
      clusters.y[group] = y[place]! / SQUARE;
    }
    this.size = kept;
  }
}

/**
 * Clusters points (degrees, usable, within ±180) by position only, into the same groups as supercluster: in the points'
 * order, each that no other has taken takes all within its radius.
 */
export function clusterPoints(
  longitudes: ArrayLike<number>,
  latitudes: ArrayLike<number>,
  { radius, maxZoom }: ClusterOptions,
): Clusters {
  const clustering = new Clustering(longitudes, latitudes);
  for (let zoom = maxZoom; zoom >= WORLD_ZOOM; zoom--) {
    clustering.group(zoom, ((radius / TILE_SIZE) * SQUARE) / 2 ** zoom);
  }
  return clustering.clusters;
}
