import type { Instant } from './records.js';
import { isMoment } from './time.js';

const ISO_8601 =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const HAS_ZONE = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const ZONE_OF_HOURS = /[+-]\d{2}$/;

/**
 * Reads a moment. ISO 8601 text without a zone is UTC, as OCPI 2.2.1 §16.5 has it.
 * @returns epoch milliseconds, or NaN where it cannot be read or is not of the years 1970 to 9999
 */
export function epochOf(instant: Instant): number {
  const epoch = typeof instant === 'number' ? instant : epochOfText(instant);
  return isMoment(epoch) ? epoch : NaN;
}

function epochOfText(instant: string): number {
  if (typeof instant !== 'string' || !ISO_8601.test(instant)) return NaN;
  const withTime = instant.length === 10 ? `${instant}T00:00Z` : instant.replace(' ', 'T').replace(',', '.');
  const time = withTime.slice(11);
  if (!HAS_ZONE.test(time)) return Date.parse(`${withTime}Z`);
  // Date.parse wants a zone's minutes.
  return Date.parse(ZONE_OF_HOURS.test(time) ? `${withTime}:00` : withTime);
}
