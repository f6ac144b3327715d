import type { Evse, EvseStatus } from './records.js';

/** How OCPP 1.6 §7.7, OCPP 2.0.1/2.1 and OCPI 2.1.1/2.2.1 statuses are read; any other word is `undefined` (R5). */
const READ_AS: Readonly<Record<string, EvseStatus>> = {
  Available: 'available',
  Preparing: 'charging',
  Charging: 'charging',
  SuspendedEV: 'charging',
  SuspendedEVSE: 'charging',
  Finishing: 'charging',
  Occupied: 'charging',
  Faulted: 'faulted',
  AVAILABLE: 'available',
  CHARGING: 'charging',
  OUTOFORDER: 'faulted',
};

/** From the one that matters most: a connector's fault is its EVSE's fault. */
const PRECEDENCE: readonly EvseStatus[] = ['faulted', 'charging', 'available'];

/** R5: what an OCPP or OCPI status word means; nothing reported yet is `undefined`. */
export function readEvseStatus(word: string | null | undefined): EvseStatus {
  return (word != null && Object.hasOwn(READ_AS, word) && READ_AS[word]) || 'undefined';
}

/** R5: several connectors make one EVSE: faulted > charging > available > undefined. */
export function worstOf(statuses: readonly EvseStatus[]): EvseStatus {
  return PRECEDENCE.find(status => statuses.includes(status)) ?? 'undefined';
}

/**
 * R5: an EVSE's status: its own where it states one, else the one that its connectors make; `faulted` where the
 * station reports a fault of itself as a whole.
 */
export function evseStatusOf(
  evse: Pick<Evse, 'status' | 'connectors'>,
  stationStatus?: string | null,
): EvseStatus {
  if (readEvseStatus(stationStatus) === 'faulted') return 'faulted';
  if (evse.status != null) return readEvseStatus(evse.status);
  return worstOf((evse.connectors ?? []).map(connector => readEvseStatus(connector.status)));
}
