import { clampLatitude } from '../../model/mercator.js';
import { COUNTED_AT } from './contribution.js';
import type { Contributions, Difference } from './contribution.js';
import { MapCounts } from './map-counts.js';
import { buildHierarchy } from './build-hierarchy.js';
import type { Hierarchy } from './hierarchy.js';
import { NONE } from '../store/tables.js';
import type { LocationTable } from '../store/tables.js';

interface Positions {
  longitude: Float64Array;
  latitude: Float64Array;
}

/** Positions, and what came of clustering them. */
export type Clustering = Positions & { readonly hierarchy: Hierarchy };

function same(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/**
 * Counts of all stations in a scope that are added to it, and of its map. The map is clustered when it is first asked for, and anew only after
 * locations came, went or moved: never for a status.
 */
export class Tally {
  /** What all stations in the scope add up to: a row of counts. */
  readonly totals: Int32Array;
  /** Production stations without a usable position. */
  leftOut = 0;
  private map?: MapCounts;
  private isOutdated = false;

  /**
   * @param includes whether a location is in the scope
   * @param clustering what was clustered last: a reload seldom moves anything
   */
  constructor(
    private readonly locations: LocationTable,
    private readonly includes: (location: number) => boolean,
    private readonly contributions: Contributions,
    public clustering?: Clustering,
  ) {
    this.totals = new Int32Array(contributions.width);
  }

  /** Adds what a station, or a change of one, adds; to the map with the next `flush`. */
  add(location: number, difference: Difference): void {
    if (!this.includes(location)) return;
    const { totals } = this;
    const { size, places, values } = difference;
    for (let each = 0; each < size; each++) totals[places[each]!]! += values[places[each]!]!;
    const counted = values[COUNTED_AT]!;
    if (counted !== 0 && Number.isNaN(this.locations.latitude.get(location))) this.leftOut += counted;
    if (!this.isOutdated) this.map?.add(location, difference);
  }

  /** Propagates what was added to the groups of the map. */
  flush(): void {
    this.map?.flush();
  }

  /** Lets the map be clustered anew when it is next asked for: locations came, went or moved. */
  outdateMap(): void {
    this.isOutdated = true;
  }

  /** The counts of the map. */
  mapCounts(): MapCounts {
    if (!this.map || this.isOutdated) this.map = this.countMap();
    this.isOutdated = false;
    return this.map;
  }

  private countMap(): MapCounts {
    const { locations } = this;
    const { end } = locations.rows;
    let points = new Int32Array(end);
    let size = 0;
    for (let location = 0; location < end; location++) {
      if (
        locations.counted.get(location) > 0 &&
        !Number.isNaN(locations.latitude.get(location)) &&
        this.includes(location)
      ) {
        points[size++] = location;
      }
    }
    points = points.slice(0, size);
    const positions = { longitude: new Float64Array(size), latitude: new Float64Array(size) };
    for (let point = 0; point < size; point++) {
      positions.longitude[point] = locations.longitude.get(points[point]!);
      // Past the edge of the Mercator square, locations of one longitude are at one point.
      positions.latitude[point] = clampLatitude(locations.latitude.get(points[point]!));
    }
    const hierarchy = this.cluster(positions);
    const nodeOf = new Int32Array(end).fill(NONE);
    for (let point = 0; point < size; point++) nodeOf[points[point]!] = hierarchy.nodeOf[point]!;
    const map = new MapCounts(hierarchy, points, nodeOf);
    this.contributions.forEach((location, contribution) => {
      map.addToLocation(location, contribution);
    });
    map.sumUp();
    return map;
  }

  private cluster(positions: Positions): Hierarchy {
    const before = this.clustering;
    if (before && same(before.longitude, positions.longitude) && same(before.latitude, positions.latitude)) {
      return before.hierarchy;
    }
    const hierarchy = buildHierarchy(positions.longitude, positions.latitude);
    this.clustering = { ...positions, hierarchy };
    return hierarchy;
  }
}
