import { connectionOf, offlineAt } from '../model/connection.js';
import type { Connectivity } from '../model/connection.js';
import { bucketScale, nextBucketAt } from '../model/message-age.js';
import type { LastMessageBuckets } from '../model/last-message.js';
import { evseStatusOf, higherOf } from '../model/evse-status.js';
import { stationStatusOf } from '../model/station-status.js';
import { NO_WORD } from '../model/status-words.js';
import type { StatusWord } from '../model/status-words.js';
import { faultTrouble, longestTrouble, offlineTrouble, silenceTrouble } from '../model/trouble-since.js';
import type { Trouble } from '../model/trouble-since.js';
import type { EvseStatus, LastMessageMeaning } from '../model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import { operabilities } from './store/meanings.js';
import type { Store } from './store/store.js';
import { NONE } from './store/tables.js';

/** Indices of the EVSE statuses. */
const EVSE_INDEX = Object.fromEntries(EVSE_STATUSES.map((status, index) => [status, index])) as Record<
  EvseStatus,
  number
>;
const FAULTED = EVSE_INDEX.faulted;
const ONLINE = CONNECTION_STATUSES.indexOf('online');
const OFFLINE = CONNECTION_STATUSES.indexOf('offline');

/** What a host may set of the rules. */
export interface Rules {
  /** R4. */
  missedHeartbeats: number;
  /** R7. */
  lastMessageBuckets: LastMessageBuckets;
  /** What the source's `lastMessageAt` is; default `message` (R26). */
  lastMessageIs?: LastMessageMeaning;
}

/** What a station is in. */
interface StationTroubles {
  offline?: Trouble;
  /** What it reports, or last did: of a station that is not online it is no trouble of now. */
  fault?: Trouble;
  trouble?: Trouble;
}

const NONE_OF_THEM: StationTroubles = {};

/** Works out what follows from a station's record, by the rules of the model, into the derived columns. */
export class Derivation {
  private readonly bucketOf: (age: number) => number;

  constructor(
    private readonly store: Store,
    private readonly rules: Rules,
  ) {
    this.bucketOf = bucketScale(rules.lastMessageBuckets);
  }

  /** What follows from the EVSEs' and the station's own reports. Time does not change it. */
  readReports(station: number): void {
    const { stations, evses, connectors, meanings } = this.store;
    let matches = this.isFaultedAsAWhole(station) ? 1 << FAULTED : 0;
    let operability = 0;
    for (const count of stations.evses) count.set(station, 0);
    for (let evse = stations.firstEvse.get(station); evse !== NONE; evse = evses.next.get(evse)) {
      operability |= meanings.of(evses.word.get(evse)).operabilityBit;
      for (let row = evses.firstPart.get(evse); row !== NONE; row = connectors.next.get(row)) {
        const { operabilityBit, status } = meanings.of(connectors.word.get(row));
        operability |= operabilityBit;
        if (status === 'faulted') matches |= 1 << FAULTED;
      }
      const index = EVSE_INDEX[this.evseStatus(station, evse)];
      matches |= 1 << index;
      stations.evses[index]!.add(station, 1);
    }
    stations.evseMatches.set(station, matches);
    stations.operability.set(station, operability);
  }

  /** The status of an EVSE of a station, by their last reports (R5). */
  evseStatus(station: number, evse: number): EvseStatus {
    const { evses, connectors, meanings } = this.store;
    const code = evses.word.get(evse);
    const own = code === 0 ? undefined : meanings.of(code);
    let highest: StatusWord = NO_WORD;
    for (let row = evses.firstPart.get(evse); row !== NONE; row = connectors.next.get(row))
      highest = higherOf(highest, meanings.of(connectors.word.get(row)));
    return evseStatusOf(this.isFaultedAsAWhole(station), own, highest);
  }

  private isFaultedAsAWhole(station: number): boolean {
    return this.store.meanings.of(this.store.stations.word.get(station)).wholeStation === 'faulted';
  }

  /** Whether the station, an EVSE or a connector of it is faulted, by its last report (R20). */
  isFaulted(station: number): boolean {
    return (this.store.stations.evseMatches.get(station) & (1 << FAULTED)) !== 0;
  }

  isOffline(station: number): boolean {
    return this.store.stations.connection.get(station) === OFFLINE;
  }

  isStatedOffline(station: number): boolean {
    return this.store.stations.statedConnection.get(station) === OFFLINE + 1;
  }

  /** The troubles of a station, each with since when (R26, R27); `trouble` is the longest that it is in now. */
  troublesOf(station: number, now: number): StationTroubles {
    const { stations } = this.store;
    const { missedHeartbeats, lastMessageIs } = this.rules;
    const offline = this.isOffline(station)
      ? offlineTrouble(
          {
            ...this.connectivity(station),
            offlineSince: stations.offlineSince.get(station),
            seenAt: stations.offlineSeenAt.get(station),
          },
          now,
          missedHeartbeats,
        )
      : undefined;
    const fault = this.isFaulted(station)
      ? faultTrouble(stations.faultedSince.get(station), stations.faultSeenAt.get(station), now)
      : undefined;
    const silence = silenceTrouble(stations.lastMessageAt.get(station), now, lastMessageIs);
    if (!offline && !fault && !silence) return NONE_OF_THEM;
    const isOnline = stations.connection.get(station) === ONLINE;
    return { offline, fault, trouble: longestTrouble([offline, isOnline ? fault : undefined, silence]) };
  }

  /** What time changes. Returns when it next may: epoch milliseconds, Infinity for never. */
  readTime(station: number, now: number): number {
    const { stations, meanings } = this.store;
    const { missedHeartbeats, lastMessageBuckets } = this.rules;
    const lastMessageAt = stations.lastMessageAt.get(station);
    const everHeard = !Number.isNaN(lastMessageAt);
    const connectivity = this.connectivity(station);
    const connection = connectionOf(connectivity, now, missedHeartbeats);
    stations.connection.set(station, CONNECTION_STATUSES.indexOf(connection));
    const bucket = everHeard ? this.bucketOf(now - lastMessageAt) : 0;
    stations.bucket.set(station, bucket);
    const status = stationStatusOf({
      connection,
      everHeard,
      own: meanings.of(stations.word.get(station)).wholeStation,
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
