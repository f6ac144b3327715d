import { connectionOf, offlineAt } from '../model/connection.js';
import type { Connectivity } from '../model/connection.js';
import { bucketOf, nextBucketAt } from '../model/last-message.js';
import type { LastMessageBuckets } from '../model/last-message.js';
import { stationStatusOf } from '../model/station-status.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import { Meanings, operabilities } from './meanings.js';
import type { Store } from './store/store.js';
import { NONE } from './store/tables.js';

const FAULTED = EVSE_STATUSES.indexOf('faulted');
/** EVSE statuses by how much they matter, as indices (R5). */
const BY_PRECEDENCE = (['faulted', 'charging', 'available', 'undefined'] as const).map(status =>
  EVSE_STATUSES.indexOf(status),
);

/** What a host may set of the rules. */
export interface Rules {
  /** R4. */
  missedHeartbeats: number;
  /** R7. */
  lastMessageBuckets: LastMessageBuckets;
}

/** Works out what follows from a station's record, by the rules of the model, into the derived columns. */
export class Derivation {
  private readonly meanings: Meanings;

  constructor(
    private readonly store: Store,
    private readonly rules: Rules,
  ) {
    this.meanings = new Meanings(store.dictionary);
  }

  /** What follows from the EVSEs' and the station's own reports. Time does not change it. */
  readReports(station: number): void {
    const { stations, evses, connectors } = this.store;
    const { meanings } = this;
    const ownWord = stations.word.get(station);
    const isFaulted = meanings.evseStatus(ownWord) === FAULTED;
    let matches = ownWord === 0 ? 0 : 1 << meanings.evseStatus(ownWord);
    let operability = 0;
    for (const count of stations.evses) count.set(station, 0);
    for (let evse = stations.firstEvse.get(station); evse !== NONE; evse = evses.next.get(evse)) {
      const word = evses.word.get(evse);
      operability |= meanings.operabilityBit(word);
      for (let row = evses.firstPart.get(evse); row !== NONE; row = connectors.next.get(row)) {
        operability |= meanings.operabilityBit(connectors.word.get(row));
        matches |= 1 << meanings.evseStatus(connectors.word.get(row));
      }
      const status = isFaulted ? FAULTED : this.reportedStatus(evse);
      matches |= 1 << status;
      stations.evses[status]!.add(station, 1);
    }
    stations.evseMatches.set(station, matches);
    stations.operability.set(station, operability);
  }

  /** Index of an EVSE's status (R5), its station's own fault left aside. */
  reportedStatus(evse: number): number {
    const { evses, connectors } = this.store;
    if (evses.word.get(evse) !== 0) return this.meanings.evseStatus(evses.word.get(evse));
    let seen = 0;
    for (let row = evses.firstPart.get(evse); row !== NONE; row = connectors.next.get(row)) {
      seen |= 1 << this.meanings.evseStatus(connectors.word.get(row));
    }
    return BY_PRECEDENCE.find(status => seen & (1 << status)) ?? EVSE_STATUSES.indexOf('undefined');
  }

  /** Whether the station reports a fault of itself as a whole, which makes its EVSEs faulted. */
  isFaultedAsAWhole(station: number): boolean {
    return this.meanings.evseStatus(this.store.stations.word.get(station)) === FAULTED;
  }

  /** Whether the station or an EVSE of it is faulted, by its last report. */
  isFaulted(station: number): boolean {
    return this.isFaultedAsAWhole(station) || this.store.stations.evses[FAULTED]!.get(station) > 0;
  }

  /** What time changes. Returns when it next may: epoch milliseconds, Infinity for never. */
  readTime(station: number, now: number): number {
    const { stations, dictionary } = this.store;
    const { missedHeartbeats, lastMessageBuckets } = this.rules;
    const lastMessageAt = stations.lastMessageAt.get(station);
    const everHeard = !Number.isNaN(lastMessageAt);
    const connectivity = this.connectivity(station);
    const connection = connectionOf(connectivity, now, missedHeartbeats);
    stations.connection.set(station, CONNECTION_STATUSES.indexOf(connection));
    const bucket = everHeard ? bucketOf(now - lastMessageAt, lastMessageBuckets) : 0;
    stations.bucket.set(station, bucket);
    const status = stationStatusOf({
      connection,
      everHeard,
      status: dictionary.textOf(stations.word.get(station)),
      parts: operabilities(stations.operability.get(station)),
    });
    stations.status.set(station, STATION_STATUSES.indexOf(status));
    const silentAt = connection === 'online' ? offlineAt(connectivity, missedHeartbeats) : Infinity;
    const olderAt = everHeard ? nextBucketAt(lastMessageAt, bucket, lastMessageBuckets) : Infinity;
    const due = Math.min(silentAt, olderAt);
    // A moment is never exact in binary; a deadline that has passed without effect is due in a millisecond.
    return due > now ? due : now + 1;
  }

  /** The statuses that time changes, as one number that differs where any of them does. */
  timedStatuses(station: number): number {
    const { connection, status, bucket } = this.store.stations;
    const parts = connection.get(station) + CONNECTION_STATUSES.length * status.get(station);
    return parts + CONNECTION_STATUSES.length * STATION_STATUSES.length * bucket.get(station);
  }

  private connectivity(station: number): Connectivity {
    const { stations } = this.store;
    const stated = stations.statedConnection.get(station);
    return {
      connection: stated === 0 ? null : CONNECTION_STATUSES[stated - 1]!,
      heartbeatInterval: stations.heartbeatInterval.get(station),
      lastMessageAt: stations.lastMessageAt.get(station),
    };
  }
}
