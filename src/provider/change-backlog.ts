import { isFields } from '../model/fields.js';
import type { Fields } from '../model/fields.js';
import type { NetworkChange, StationChange } from '../model/records.js';
import { isNoSooner, supersedes, troubleStatedBy } from '../model/superseded.js';
import { recordsIn } from './records-in.js';

/** One station's part of a change. */
interface Entry {
  change: NetworkChange;
  station: Fields;
}

/** Changes of stations, by station: those of one in their order. What came alone, with no station, stands under no id. */
type Changed = Map<string | undefined, Entry[]>;

/** A change that is taken as it is, in its place between those before and after it. */
interface Whole {
  whole: NetworkChange;
}

/** The stations that a change changes, where that and its moment are all that it states; undefined where it says more, or is not well formed. */
function stationsOf(change: NetworkChange): readonly Fields[] | undefined {
  if (!isFields(change)) return undefined;
  if (Object.keys(change).some(field => field !== 'asOf' && field !== 'stations')) return undefined;
  const { asOf, stations = [] } = change;
  if (asOf !== undefined && !isNoSooner(asOf, asOf)) return undefined;
  if (!Array.isArray(stations)) return undefined;
  return stations.every((record: unknown) => isFields(record) && typeof record.id === 'string')
    ? (stations as unknown as Fields[])
    : undefined;
}

/** Among how many of a station's changes that wait those are looked for that a later one supersedes. */
const MOST_LOOKED_AT = 64;

/**
 * Up to how many changes of a station wait as they are where dropping one would move since when it is seen in trouble (R27); of
 * more, as in a flood, only what they lead to is kept.
 */
const MOST_EXACT = 5;

/**
 * Whether trouble begins and ends without a change at the moments at which it does with it: where all that comes after it, up to the
 * change that supersedes it, states the same trouble, or where the latter comes next and states none.
 */
function isTroubleKept({ station }: Entry, between: readonly Entry[], later: Entry): boolean {
  const trouble = troubleStatedBy(station);
  const last = troubleStatedBy(later.station);
  if (between.length === 0 && last === '') return true;
  return last === trouble && between.every(each => troubleStatedBy(each.station) === trouble);
}

/**
 * Adds a station's change to those that wait of it, and drops those that it leaves nothing of. Only as far back as moments do not
 * fall: what is late undoes nothing, so what it is late for must stay.
 */
function addTo(entries: Entry[], entry: Entry): void {
  const furthest = Math.max(0, entries.length - MOST_LOOKED_AT);
  let from = entries.length;
  let next = entry;
  while (from > furthest && isNoSooner(next.change.asOf, entries[from - 1]!.change.asOf))
    next = entries[--from]!;
  const isExact = entries.length < MOST_EXACT;
  const kept: Entry[] = [];
  for (const other of entries.splice(from).reverse()) {
    const isDropped =
      supersedes(entry.station, other.station) && (!isExact || isTroubleKept(other, kept, entry));
    if (!isDropped) kept.push(other);
  }
  entries.push(...kept.reverse(), entry);
}

/**
 * Changes that wait to be taken. A station's change that a later one leaves nothing of is dropped, so that a flood of them
 * takes no more than the network's stations do; what is left of each station stays in its order, and stations take turns.
 */
export class ChangeBacklog {
  private parts: (Changed | Whole)[] = [];
  private records = 0;

  /** How many records wait. */
  get size(): number {
    return this.records;
  }

  push(change: NetworkChange): void {
    const stations = stationsOf(change);
    if (!stations) {
      this.parts.push({ whole: change });
      this.records += recordsIn(change);
    } else if (stations.length === 0) {
      this.add(undefined, { change, station: {} });
    } else {
      for (const station of stations) this.add(station.id as string, { change, station });
    }
  }

  /** Takes the changes that have waited longest: as many as hold this many records, or one. */
  take(most: number): NetworkChange[] {
    const taken: NetworkChange[] = [];
    const until = this.records - most;
    while (this.parts.length > 0 && (taken.length === 0 || this.records > until)) {
      const part = this.parts[0]!;
      if ('whole' in part) {
        taken.push(part.whole);
        this.records -= recordsIn(part.whole);
        this.parts.shift();
      } else {
        this.takeChanged(part, taken, until);
        if (part.size === 0) this.parts.shift();
      }
    }
    return taken;
  }

  /** All that wait, in the order in which they would be taken. */
  all(): NetworkChange[] {
    const taken = this.take(Infinity);
    for (const change of taken) this.push(change);
    return taken;
  }

  clear(): void {
    this.parts = [];
    this.records = 0;
  }

  private add(id: string | undefined, entry: Entry): void {
    let part = this.parts.at(-1);
    if (!part || 'whole' in part) this.parts.push((part = new Map<string | undefined, Entry[]>()));
    let entries = part.get(id);
    if (!entries) part.set(id, (entries = []));
    this.records -= entries.length;
    addTo(entries, entry);
    this.records += entries.length;
  }

  private takeChanged(changed: Changed, taken: NetworkChange[], until: number): void {
    let last: Entry['change'] | undefined;
    for (const [id, entries] of changed) {
      for (const { change, station } of entries) {
        if (id === undefined) taken.push(change);
        else if (change === last) taken.at(-1)!.stations!.push(station as StationChange);
        else taken.push({ ...change, stations: [station as StationChange] });
        last = id === undefined ? undefined : change;
      }
      changed.delete(id);
      this.records -= entries.length;
      if (this.records <= until) return;
    }
  }
}
