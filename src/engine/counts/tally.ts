import { COUNTED_AT } from './contribution.js';
import type { Difference } from './contribution.js';
import { MapCounts } from './map-counts.js';
import { buildHierarchy } from './build-hierarchy.js';
import type { Hierarchy } from './hierarchy.js';
import { NONE } from '../store/tables.js';
import type { LocationTable } from '../store/tables.js';

/** Visits each station's location, and what the station adds to the counts. */
export type ForEachContribution = (visit: (location: number, contribution: Difference) => void) => void;

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
 * Counts of all stations in a scope, and of its map. The map is clustered when it is first asked for, and anew only after
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
   * @param width of a row
   * @param clustering what was clustered last: a reload seldom moves anything
   */
  constructor(
    private readonly locations: LocationTable,
    private readonly includes: (location: number) => boolean,
    private readonly forEachContribution: ForEachContribution,
    width: number,
    public clustering?: Clustering,
  ) {
    this.totals = new Int32Array(width);
    forEachContribution((location, contribution) => {
      this.add(location, contribution);
    });
  }

  /** Adds the difference that a station's change makes; to the map with the next `climb`. */
  add(location: number, difference: Difference): void {
    if (!this.includes(location)) return;
    const { totals } = this;
    const { size, places, values } = difference;
    for (let each = 0; each < size; each++) totals[places[each]!]! += values[places[each]!]!;
    const counted = values[COUNTED_AT]!;
    if (counted !== 0 && Number.isNaN(this.locations.latitude.get(location))) this.leftOut += counted;
    if (!this.isOutdated) this.map?.add(location, difference);
  }

  /** Brings what was added to the groups of the map. */
  climb(): void {
    this.map?.climb();
  }

  /** Says that locations came, went or moved. */
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
    const shown: number[] = [];
    for (let location = 0; location < locations.rows.end; location++) {
      if (
        locations.counted.get(location) > 0 &&
        !Number.isNaN(locations.latitude.get(location)) &&
        this.includes(location)
      ) {
        shown.push(location);
      }
    }
    const points = Int32Array.from(shown);
    const hierarchy = this.cluster({
      longitude: Float64Array.from(points, location => locations.longitude.get(location)),
      latitude: Float64Array.from(points, location => locations.latitude.get(location)),
    });
    const nodeOf = new Int32Array(locations.rows.end).fill(NONE);
    points.forEach((location, point) => (nodeOf[location] = hierarchy.nodeOf[point]!));
    const map = new MapCounts(hierarchy, points, nodeOf);
    this.forEachContribution((location, contribution) => {
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
