import type { Instant } from './records.js';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const ISO_8601 =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const HAS_ZONE = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const ZONE_OF_HOURS = /[+-]\d{2}$/;

/**
 * Reads a moment. ISO 8601 text without a zone is UTC, as OCPI 2.2.1 §16.5 has it.
 * @returns epoch milliseconds, or NaN where it cannot be read
 */
export function epochOf(instant: Instant): number {
  if (typeof instant === 'number') return Number.isFinite(instant) ? instant : NaN;
  if (typeof instant !== 'string' || !ISO_8601.test(instant)) return NaN;
  const withTime = instant.length === 10 ? `${instant}T00:00Z` : instant.replace(' ', 'T').replace(',', '.');
  const time = withTime.slice(11);
  if (!HAS_ZONE.test(time)) return Date.parse(`${withTime}Z`);
  // Date.parse wants a zone's minutes.
  return Date.parse(ZONE_OF_HOURS.test(time) ? `${withTime}:00` : withTime);
}

/** A moment in epoch milliseconds; undefined in place of NaN, where there is none. */
export function orNothing(moment: number): number | undefined {
  return Number.isNaN(moment) ? undefined : moment;
}
