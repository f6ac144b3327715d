import type { Instant } from './records.js';
import { isMoment } from './time.js';

const ISO_8601 =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const HAS_ZONE = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const ZONE_OF_HOURS = /[+-]\d{2}$/;

/** Moments of 2001 to 2286 are these numbers of seconds, which in milliseconds are of early 1970: they are seconds, given by mistake. */
const SECONDS = { from: 1e9, to: 1e10 };

/** Whether a moment may be one of a charging network: of the years 1970 to 9999, and none in seconds. */
export function isInstant(epoch: number): boolean {
  return isMoment(epoch) && (epoch < SECONDS.from || epoch >= SECONDS.to);
}

/**
 * Reads a moment. ISO 8601 text without a zone is UTC, as OCPI 2.2.1 §16.5 has it.
 * @returns epoch milliseconds, or NaN where it cannot be read, or is no moment of a charging network
 */
export function epochOf(instant: Instant): number {
  const epoch = typeof instant === 'number' ? instant : epochOfText(instant);
  return isInstant(epoch) ? epoch : NaN;
}

function epochOfText(instant: string): number {
  if (typeof instant !== 'string' || !ISO_8601.test(instant)) return NaN;
  const withTime = instant.length === 10 ? `${instant}T00:00Z` : instant.replace(' ', 'T').replace(',', '.');
  const time = withTime.slice(11);
  if (!HAS_ZONE.test(time)) return Date.parse(`${withTime}Z`);
  // Date.parse wants a zone's minutes.
  return Date.parse(ZONE_OF_HOURS.test(time) ? `${withTime}:00` : withTime);
}
