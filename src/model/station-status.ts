import type { ConnectionStatus, StationStatus } from './records.js';

/** What a status word says about whether something works (R8). */
export type Operability = 'operative' | 'faulted' | 'unavailable' | 'unreported';

const OPERABILITY: Readonly<Record<string, Operability>> = {
  Available: 'operative',
  Preparing: 'operative',
  Charging: 'operative',
  SuspendedEV: 'operative',
  SuspendedEVSE: 'operative',
  Finishing: 'operative',
  Occupied: 'operative',
  Reserved: 'operative',
  Faulted: 'faulted',
  Unavailable: 'unavailable',
  AVAILABLE: 'operative',
  CHARGING: 'operative',
  BLOCKED: 'operative',
  RESERVED: 'operative',
  OUTOFORDER: 'faulted',
  INOPERATIVE: 'unavailable',
};

/** Words that an OCPP station uses of itself as a whole (1.6 connector 0; 2.x AvailabilityState). */
const WHOLE_STATION: Readonly<Record<string, StationStatus>> = {
  Available: 'enabled',
  Occupied: 'enabled',
  Reserved: 'enabled',
  Unavailable: 'disabled',
  Faulted: 'faulted',
};

/** R8: whether a connector or EVSE with this OCPP or OCPI status works. */
export function operabilityOf(word: string | null | undefined): Operability {
  return (word != null && Object.hasOwn(OPERABILITY, word) && OPERABILITY[word]) || 'unreported';
}

/** R8: what the station's own StatusNotification says; undefined where none ever came. */
export function wholeStationStatus(word: string | null | undefined): StationStatus | undefined {
  return word != null && Object.hasOwn(WHOLE_STATION, word) ? WHOLE_STATION[word] : undefined;
}

/** What decides a Charge Station's status. */
export interface StationReport {
  connection: ConnectionStatus;
  /** Whether any OCPP message ever came. */
  everHeard: boolean;
  /** The newest OCPP status of the station as a whole. */
  status?: string | null;
  /** What its EVSEs and connectors report. */
  parts: Iterable<Operability>;
}

/**
 * R8: enabled, disabled, faulted or unknown: by the station's own word, else by its connectors (any operative, else
 * any faulted, else any unavailable). R9: `unknown` where it is offline or never communicated.
 */
export function stationStatusOf({ connection, everHeard, status, parts }: StationReport): StationStatus {
  if (connection === 'offline' || (connection === 'unknown' && !everHeard)) return 'unknown';
  const own = wholeStationStatus(status);
  if (own) return own;
  let derived: StationStatus = 'unknown';
  for (const operability of parts) {
    if (operability === 'operative') return 'enabled';
    if (operability === 'faulted') derived = 'faulted';
    else if (operability === 'unavailable' && derived === 'unknown') derived = 'disabled';
  }
  return derived;
}
