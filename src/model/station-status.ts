import type { ConnectionStatus, StationStatus } from './records.js';
import type { Operability } from './status-words.js';

/** Words that an OCPP station uses of itself as a whole (1.6 connector 0; 2.x AvailabilityState), in lower case. */
const WHOLE_STATION: ReadonlyMap<string, StationStatus> = new Map([
  ['available', 'enabled'],
  ['occupied', 'enabled'],
  ['reserved', 'enabled'],
  ['unavailable', 'disabled'],
  ['faulted', 'faulted'],
]);

/** R8: what the station's own StatusNotification says, in any letter case; undefined where none ever came. */
export function wholeStationStatus(word: string | null | undefined): StationStatus | undefined {
  return word == null ? undefined : WHOLE_STATION.get(word.toLowerCase());
}

/** What decides a Charge Station's status. */
interface StationReport {
  connection: ConnectionStatus;
  /** Whether any OCPP message ever came. */
  everHeard: boolean;
  /** What it says of itself as a whole: see `wholeStationStatus`. */
  own?: StationStatus;
  /** What its EVSEs and connectors report. */
  parts: Iterable<Operability>;
}

/**
 * R8: enabled, disabled, faulted or unknown: by the station's own word, else by its connectors (any operative, else
 * any faulted, else any unavailable). R9: `unknown` where it is offline or never communicated.
 */
export function stationStatusOf({ connection, everHeard, own, parts }: StationReport): StationStatus {
  if (connection === 'offline' || (connection === 'unknown' && !everHeard)) return 'unknown';
  if (own) return own;
  let derived: StationStatus = 'unknown';
  for (const operability of parts) {
    if (operability === 'operative') return 'enabled';
    if (operability === 'faulted') derived = 'faulted';
    else if (operability === 'unavailable' && derived === 'unknown') derived = 'disabled';
  }
  return derived;
}
