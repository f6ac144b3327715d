import { epochOf } from '../instant.js';
import type { Fields } from '../fields.js';
import type { Instant, StationChange } from '../records.js';
import { DAY } from '../time.js';

/** What a message says of a fault; what it does not tell is absent, and null where it tells that there is nothing. */
export interface ReportedFault {
  /** By the station's clock. */
  timestamp: unknown;
  errorCode?: unknown;
  info?: unknown;
}

/** Whether a status word says that something is faulted. */
export function isFault(status: string): boolean {
  return status.toLowerCase() === 'faulted';
}

/** The fault of a StatusNotification of OCPP 1.6 (§7.6): a vendor's code says more than that there is another error. */
export function faultOf({ errorCode, info, timestamp, vendorErrorCode }: Fields): ReportedFault {
  const isOwn = vendorErrorCode && (!errorCode || errorCode === 'OtherError' || errorCode === 'NoError');
  const code = isOwn ? vendorErrorCode : errorCode;
  return { timestamp, errorCode: code === 'NoError' ? null : (code ?? null), info: info ?? null };
}

/**
 * What a fault changes of its station.
 * @param at when the message was received: a station's clock is often wrong, and it is believed where it tells of the day before
 */
export function faultFields(
  { timestamp, errorCode, info }: ReportedFault,
  at: Instant | undefined,
): Omit<StationChange, 'id'> {
  const age = at === undefined ? NaN : epochOf(at) - epochOf(timestamp as Instant);
  return {
    ...(age >= 0 && age <= DAY && { faultedSince: timestamp as Instant }),
    // What is no text is passed on, for the network to report.
    ...(errorCode !== undefined && { errorCode: errorCode as string | null }),
    ...(info !== undefined && { info: info as string | null }),
  };
}
