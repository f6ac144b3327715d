import Supercluster from 'supercluster';
import type { ClusterFeature, PointFeature } from 'supercluster';

import type { BoundingBox, MapItem } from '../../src/model/questions.js';
import type { StatusCounts } from '../../src/model/records.js';
import type { MapLibreView } from '../../src/render/map/maplibre-view.js';
import { STATUSES } from '../page/networks.js';
import type { Changes, Points } from '../page/networks.js';
import { drawn } from './our-map.js';
import { WORLD } from './ours.js';
import { MAX_ZOOM, RADIUS, VIEW } from './peer.js';
import type { Peer } from './peer.js';

interface Properties {
  index: number;
  status: number;
}

/** Counts by status: what map/reduce adds up. */
type Sums = [number, number, number, number];

/** supercluster with the counts of each cluster by map/reduce; a change rebuilds it, as nothing else tells it of one. */
export class SuperclusterEngine implements Peer {
  private features: PointFeature<Properties>[] = [];
  private index?: Supercluster<Properties, { sums: Sums }>;

  prepare({ longitude, latitude, status }: Points): void {
    this.features = Array.from(longitude, (x, index) => ({
      type: 'Feature',
      properties: { index, status: status[index]! },
      geometry: { type: 'Point', coordinates: [x, latitude[index]!] },
    }));
  }

  load(): void {
    this.rebuild();
    this.clusters();
  }

  prepareChange({ indices, statuses }: Changes): void {
    indices.forEach((index, at) => {
      this.features[index]!.properties.status = statuses[at]!;
    });
  }

  change(): void {
    this.rebuild();
  }

  clear(): void {
    this.index = undefined;
  }

  clusters(
    bbox: BoundingBox = WORLD,
    zoom = VIEW.zoom,
  ): (ClusterFeature<{ sums: Sums }> | PointFeature<Properties>)[] {
    return this.index!.getClusters(bbox, zoom);
  }

  items(): MapItem[] {
    return this.clusters().map(({ properties, geometry }) => {
      const [longitude, latitude] = geometry.coordinates as [number, number];
      if (!('cluster' in properties)) {
        return {
          id: `L${properties.index}`,
          longitude,
          latitude,
          stations: 1,
          counts: countsOf(sumsOf(properties)),
        };
      }
      const { sums, point_count: locations } = properties;
      return { longitude, latitude, locations, counts: countsOf(sums) };
    });
  }

  private rebuild(): void {
    this.index = new Supercluster<Properties, { sums: Sums }>({
      radius: RADIUS,
      maxZoom: MAX_ZOOM,
      extent: 512,
      map: properties => ({ sums: sumsOf(properties) }),
      reduce: (accumulated, { sums }) => {
        // The first cluster's own counts are shared with what it was made of: added up in a copy.
        const [a, b, c, d] = accumulated.sums;
        accumulated.sums = [a + sums[0], b + sums[1], c + sums[2], d + sums[3]];
      },
    });
    this.index.load(this.features);
  }
}

function sumsOf({ status }: Properties): Sums {
  const sums: Sums = [0, 0, 0, 0];
  sums[status]!++;
  return sums;
}

function countsOf(sums: Sums): StatusCounts {
  return Object.fromEntries(STATUSES.map((status, index) => [status, sums[index]!]));
}

/** supercluster, painted by the same map as ours. */
export class SuperclusterMap implements Peer {
  private readonly engine = new SuperclusterEngine();

  constructor(private readonly map: MapLibreView) {}

  prepare(points: Points): void {
    this.engine.prepare(points);
  }

  load(): Promise<void> {
    this.engine.load();
    return drawn(this.map, this.engine.items());
  }

  prepareChange(changes: Changes): void {
    this.engine.prepareChange(changes);
  }

  change(): Promise<void> {
    this.engine.change();
    return drawn(this.map, this.engine.items());
  }

  clear(): Promise<void> {
    this.engine.clear();
    return drawn(this.map, []);
  }
}
