import { SECOND } from './time.js';
import type { ConnectionStatus } from './records.js';

/** What decides a station's connection. */
export interface Connectivity {
  /** What the host states; wins (R4). */
  connection?: ConnectionStatus | null;
  /** Seconds; absent or not positive: the station has not communicated its heartbeat settings. */
  heartbeatInterval?: number | null;
  /** Epoch milliseconds of the last message of any kind; NaN or absent: never. */
  lastMessageAt?: number | null;
}

/** How many heartbeat intervals of silence make a station offline, unless a host says otherwise (R4). */
export const MISSED_HEARTBEATS = 3;

/**
 * R4: when silence alone makes a station offline.
 * @returns epoch milliseconds; Infinity where time alone changes nothing
 */
export function offlineAt(station: Connectivity, missedHeartbeats = MISSED_HEARTBEATS): number {
  const { connection, heartbeatInterval, lastMessageAt } = station;
  if (connection || !(Number(heartbeatInterval) > 0)) return Infinity;
  if (lastMessageAt == null || Number.isNaN(lastMessageAt)) return -Infinity;
  return lastMessageAt + missedHeartbeats * heartbeatInterval! * SECOND;
}

/**
 * R3, R4: `unknown` until the station has communicated its heartbeat settings; then offline once nothing at all has
 * been heard for `missedHeartbeats` intervals.
 */
export function connectionOf(
  station: Connectivity,
  now: number,
  missedHeartbeats = MISSED_HEARTBEATS,
): ConnectionStatus {
  if (station.connection) return station.connection;
  if (!(Number(station.heartbeatInterval) > 0)) return 'unknown';
  return now >= offlineAt(station, missedHeartbeats) ? 'offline' : 'online';
}
