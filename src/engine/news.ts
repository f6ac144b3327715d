import type { Fields } from '../model/fields.js';
import type { Store } from './store/store.js';

/** Bits of the fields of a station that a change can give. */
export const GIVEN = {
  href: 1,
  deploymentState: 2,
  heartbeatInterval: 4,
  lastMessageAt: 8,
  connection: 16,
  status: 32,
  evses: 64,
  offlineSince: 128,
  faultedSince: 256,
  errorCode: 512,
  info: 1024,
} as const;
export const ALL_GIVEN = 2047;

/** Which fields a record gives. */
function givenIn(record: Fields): number {
  let given = 0;
  if (record.href !== undefined) given |= GIVEN.href;
  if (record.deploymentState !== undefined) given |= GIVEN.deploymentState;
  if (record.heartbeatInterval !== undefined) given |= GIVEN.heartbeatInterval;
  if (record.lastMessageAt !== undefined) given |= GIVEN.lastMessageAt;
  if (record.connection !== undefined) given |= GIVEN.connection;
  if (record.status !== undefined) given |= GIVEN.status;
  if (record.evses !== undefined) given |= GIVEN.evses;
  if (record.offlineSince !== undefined) given |= GIVEN.offlineSince;
  if (record.faultedSince !== undefined) given |= GIVEN.faultedSince;
  if (record.errorCode !== undefined) given |= GIVEN.errorCode;
  if (record.info !== undefined) given |= GIVEN.info;
  return given;
}

/**
 * When what is known was said, so that the newest wins, station by station: a change that says that it is older is late. Moments are
 * epoch milliseconds; NaN is that of a change that does not say when it was true, which is never late.
 */
export class News {
  /** How many records of changes came late. */
  late = 0;
  /** The newest moment of a change. */
  newest = 0;
  /** When what changes removed was removed: kept until a newer snapshot, or until it is there again. */
  readonly removedStations = new Map<string, number>();
  readonly removedLocations = new Map<string, number>();

  /** @param asOf when the snapshot was true; 0 where it does not say so */
  constructor(
    private readonly store: Store,
    public asOf = 0,
  ) {}

  /** The snapshot's load began then: what changed since may be missing from it, although it says that it was true later, as its `Date` does. */
  loadBegan(at: number): void {
    this.asOf = Math.min(this.asOf, at);
  }

  /** Whether something was said before what is known of it was. */
  isLate(asOf: number, changedAt: number): boolean {
    return asOf < this.asOf || asOf < changedAt;
  }

  /** Whether something was said before it was removed, or before the snapshot, which may lack it; counts it then. */
  isRemovedSince(asOf: number, id: string, removed: ReadonlyMap<string, number>): boolean {
    if (!this.isLate(asOf, removed.get(id) ?? 0)) return false;
    this.late++;
    return true;
  }

  /** A station or a location is removed by a change. */
  remove(asOf: number, id: string, removed: Map<string, number>): void {
    if (!Number.isNaN(asOf)) removed.set(id, asOf);
  }

  /** A change is taken. */
  take(asOf: number): void {
    if (asOf > this.newest) this.newest = asOf;
  }

  /**
   * A change of a station is taken.
   * @param endsFault whether it ended a fault: what was said of that fault is gone with it
   */
  takeStation(station: number, record: Fields, asOf: number, endsFault: boolean): void {
    if (Number.isNaN(asOf)) return;
    const { changedAt, given } = this.store.stations;
    changedAt.set(station, asOf);
    const ended = endsFault ? GIVEN.errorCode | GIVEN.info : 0;
    given.set(station, given.get(station) | givenIn(record) | ended);
  }

  /** Goes on from the network before. Returns whether there are changes to take over: such as are newer than the snapshot. */
  follow(previous: News): boolean {
    this.late = previous.late;
    if (this.asOf === 0 || previous.newest <= this.asOf) return false;
    this.newest = previous.newest;
    return true;
  }
}
