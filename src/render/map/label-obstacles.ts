import type { Feature, FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, LayerSpecification, MapLibreMap } from 'maplibre-gl';
import { fromMercator } from '../../model/mercator.js';
import type { MercatorPoint } from '../../model/mercator.js';
import { Paced } from '../../provider/paced.js';
import type { Box } from './box.js';

/** A square above the map that its labels are kept clear of. */
export interface Obstacle {
  /** Its middle on the Mercator square. */
  point: MercatorPoint;
  /** The length of its sides in pixels. */
  size: number;
}

type ObstacleFeature = Feature<Point, { size: number }>;

/** The name of MapLibre's source, layer and image of obstacles. */
export const OBSTACLES = 'obstacles';

/** How often a map that stands places its labels anew for live changes, in milliseconds: it is drawn anew for that. */
const CHANGES_EVERY = 15_000;

/**
 * For how long a reader has to rest until they are placed anew for what that brought up, in milliseconds: some hide one status after another, and
 * where software draws, the map takes more of the processors than all else of that.
 */
const AFTER_READER = 600;

/** A pixel that is not seen, as an image. */
export const OBSTACLE_IMAGE = { width: 1, height: 1, data: new Uint8Array(4) };

/** MapLibre places symbols from the topmost layer down: labels below this one go where it leaves room, or are left out. */
export const OBSTACLE_LAYER: LayerSpecification = {
  id: OBSTACLES,
  type: 'symbol',
  source: OBSTACLES,
  layout: {
    'icon-image': OBSTACLES,
    'icon-size': ['get', 'size'],
    'icon-allow-overlap': true,
  },
};

/**
 * A box above the map, as squares.
 * @param box its sides, in pixels from a point in a world of so many pixels
 */
export function boxObstacles(
  { left, top, right, bottom }: Readonly<Box>,
  { x, y }: MercatorPoint,
  worldSize: number,
): Obstacle[] {
  const width = right - left;
  const height = bottom - top;
  const size = Math.min(width, height);
  if (size <= 0) return [];
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  return Array.from({ length: columns * rows }, (_, index) => {
    const across = left + size / 2 + ((width - size) * (index % columns)) / Math.max(1, columns - 1);
    const down = top + size / 2 + ((height - size) * Math.floor(index / columns)) / Math.max(1, rows - 1);
    return { point: { x: x + across / worldSize, y: y + down / worldSize }, size };
  });
}

function featureOf({ point, size }: Obstacle): ObstacleFeature {
  return {
    type: 'Feature',
    properties: { size: Math.round(size) },
    geometry: { type: 'Point', coordinates: fromMercator(point) },
  };
}

function areSame(some: readonly Obstacle[], others: readonly Obstacle[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ point: { x, y }, size }, index) => {
      const other = others[index]!;
      return x === other.point.x && y === other.point.y && size === other.size;
    })
  );
}

/** What stands above a map, which labels of the embedded style are kept clear of. */
export class LabelObstacles {
  private controls: readonly Obstacle[] = [];
  private all: readonly Obstacle[] = [];
  private markers: () => readonly Obstacle[] = () => [];
  private readonly changes = new Paced(CHANGES_EVERY, () => {
    // Labels follow when the map stands: in each step of a movement they would jump.
    if (!this.map.isMoving()) this.set(this.markers());
  });

  constructor(private readonly map: MapLibreMap) {}

  /** As a source of a style takes them. */
  get data(): FeatureCollection<Point, { size: number }> {
    return { type: 'FeatureCollection', features: this.all.map(featureOf) };
  }

  /**
   * Markers have changed: has a map that stands place its labels anew, soon.
   * @param isLive whether data changed them, which may be often; else the reader did
   */
  follow(markers: () => readonly Obstacle[], isLive: boolean): void {
    this.markers = markers;
    if (this.map.isMoving()) return;
    if (!isLive) this.changes.hurry();
    this.changes.schedule(isLive ? 0 : AFTER_READER);
  }

  stop(): void {
    this.changes.cancel();
  }

  /**
   * Has the map place its labels anew, where anything has moved.
   * @param controls left out, they are what they were: to measure them lays out the page
   */
  set(markers: readonly Obstacle[], controls = this.controls): void {
    this.controls = controls;
    const all = [...markers, ...controls];
    if (areSame(all, this.all)) return;
    this.all = all;
    this.give();
  }

  /** Gives them to the style that the map has now, which may have been made before they were known. */
  give(): void {
    void this.map.getSource<GeoJSONSource>(OBSTACLES)?.setData(this.data);
  }
}
