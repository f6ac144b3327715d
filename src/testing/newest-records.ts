/** When the newest of something was said: epoch milliseconds, -Infinity where no change that has a moment did. */
type Said = Map<string, number>;

/** Which records there are, where, and when the newest change of each was true: which changes are late ("Changes" in docs/data.md). */
export class NewestRecords {
  private readonly locations: Said = new Map();
  private readonly stations: Said = new Map();
  /** The location of each station. */
  private readonly places = new Map<string, string>();
  private readonly removedLocations: Said = new Map();
  private readonly removedStations: Said = new Map();

  /** @param snapshotAsOf when the snapshot was true, where it says so */
  constructor(private readonly snapshotAsOf = -Infinity) {}

  hasStation(id: string): boolean {
    return this.stations.has(id);
  }

  hasLocation(id: string): boolean {
    return this.locations.has(id);
  }

  /** Whether a change is older than the removal of a station, or than the snapshot, which may lack it. */
  isRemovedSince(id: string, asOf: number | undefined): boolean {
    return this.isOlder(asOf, this.removedStations.get(id));
  }

  isLateForStation(id: string, asOf: number | undefined): boolean {
    return this.isOlder(asOf, this.stations.get(id) ?? this.removedStations.get(id));
  }

  isLateForLocation(id: string, asOf: number | undefined): boolean {
    return this.isOlder(asOf, this.locations.get(id) ?? this.removedLocations.get(id));
  }

  putLocation(id: string, asOf: number | undefined): void {
    this.locations.set(id, asOf ?? this.locations.get(id) ?? -Infinity);
    this.removedLocations.delete(id);
  }

  putStation(id: string, locationId: string, asOf: number | undefined): void {
    this.changeStation(id, asOf);
    this.places.set(id, locationId);
    this.removedStations.delete(id);
  }

  changeStation(id: string, asOf: number | undefined): void {
    this.stations.set(id, asOf ?? this.stations.get(id) ?? -Infinity);
  }

  /** Removes the stations of a location that is put without them, but those of which something newer is known. */
  keepStations(locationId: string, listed: ReadonlySet<string>, asOf: number | undefined): void {
    for (const id of this.stationsOf(locationId))
      if (!listed.has(id) && !this.isLateForStation(id, asOf)) this.takeStation(id, asOf);
  }

  /** Whether there is, or was, a station that can be removed; what is older than the snapshot may have been in one before. */
  removeStation(id: string, asOf: number | undefined): boolean {
    if (!this.stations.has(id)) return this.removedStations.has(id) || this.isOlder(asOf);
    if (!this.isLateForStation(id, asOf)) this.takeStation(id, asOf);
    return true;
  }

  /** Whether there is, or was, a location that can be removed. */
  removeLocation(id: string, asOf: number | undefined): boolean {
    if (!this.locations.has(id)) return this.removedLocations.has(id) || this.isOlder(asOf);
    const stations = this.stationsOf(id);
    if (this.isLateForLocation(id, asOf) || stations.some(station => this.isLateForStation(station, asOf)))
      return true;
    for (const station of stations) this.takeStation(station, asOf);
    this.locations.delete(id);
    if (asOf !== undefined) this.removedLocations.set(id, asOf);
    return true;
  }

  private takeStation(id: string, asOf: number | undefined): void {
    this.stations.delete(id);
    this.places.delete(id);
    if (asOf !== undefined) this.removedStations.set(id, asOf);
  }

  private stationsOf(locationId: string): string[] {
    return [...this.places].filter(([, place]) => place === locationId).map(([id]) => id);
  }

  private isOlder(asOf: number | undefined, known = -Infinity): boolean {
    return asOf !== undefined && (asOf < this.snapshotAsOf || asOf < known);
  }
}
