import { lastHeardAt } from '../model/last-heard.js';
import type { StationTable } from './store/tables.js';

/** Keeps when stations were last heard of (R4). */
export class Hearing {
  constructor(private readonly stations: StationTable) {}

  /** A moment is stated at which a station was heard of: epoch milliseconds, NaN for none. */
  hear(station: number, stated: number, now: number): void {
    const { lastMessageAt, aheadAt } = this.stations;
    lastMessageAt.set(station, lastHeardAt(lastMessageAt.get(station), stated, aheadAt.get(station), now));
    if (stated > now) aheadAt.set(station, stated);
  }

  /** It is said that a station was never heard of. */
  forget(station: number): void {
    this.stations.lastMessageAt.set(station, NaN);
    this.stations.aheadAt.set(station, 0);
  }

  /** Hears of a station that is written anew what its record states; goes on from the two moments that were known of it before. */
  begin(station: number, stated: number, lastMessageAt: number, aheadAt: number, now: number): void {
    // The clock may have been ahead of this one: see model/clock.ts.
    this.stations.lastMessageAt.set(station, Math.min(lastMessageAt, now));
    this.stations.aheadAt.set(station, aheadAt);
    this.hear(station, stated, now);
  }
}
