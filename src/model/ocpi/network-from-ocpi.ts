import { DATE_TIME, degreesOf, momentOf, textOf } from './ocpi-fields.js';
import { isFields, shown, shownPart } from '../fields.js';
import type { Report } from './ocpi-fields.js';
import { say } from './ocpi-reasons.js';
import { groupBy } from '../group-by.js';
import { newestBy, newestUpdate, readEvses, readLocations } from './published.js';
import type { LocationRecord } from './published.js';
import { stationsOf } from './ocpi-stations.js';
import type { OcpiOverrides } from './ocpi-types.js';
import type { Location, NetworkSnapshot, Problem, Station } from '../records.js';
import { unexpected } from '../record-reasons.js';
import { UnreadableError } from '../unreadable-error.js';

/** What else decides how OCPI Locations become a network. */
export interface OcpiOptions extends OcpiOverrides {
  /** The answer's HTTP `Date` in epoch milliseconds, for a feed without a `timestamp` of its own. */
  asOf?: number;
}

/** A network read from OCPI, and the records that were skipped or read in part. */
export interface OcpiNetwork {
  snapshot: NetworkSnapshot;
  problems: Problem[];
}

/** What is expected of a feed. */
export const FEED = say('ocpiFeed');

/** Whether a feed is OCPI (an array of Locations, or an OCPI answer with `data`) rather than a NetworkSnapshot. */
export function looksLikeOcpi(feed: unknown): boolean {
  return (
    Array.isArray(feed) ||
    (isFields(feed) && !('locations' in feed) && ('data' in feed || 'status_code' in feed))
  );
}

/** Whether an answer's `status_code` is one of success; so is none, as files have it. */
function isSuccess(code: unknown): boolean {
  return code == null || (Number(code) >= 1000 && Number(code) < 2000);
}

/**
 * A feed's Locations, not read yet.
 * @throws TypeError where the feed is neither an array nor `{data: […]}`, or its `status_code` is not 1xxx
 */
export function locationsIn(feed: unknown): readonly unknown[] {
  if (Array.isArray(feed)) return feed;
  if (!isFields(feed)) throw new UnreadableError(say('notOcpi', FEED, shownPart(feed)));
  const { data, status_code: code, status_message: message } = feed;
  // OCPI 2.2.1 §4.1.7: an answer tells its errors in these two; a list beside them may be empty.
  const status = [code, message]
    .filter(part => part != null)
    .map(shown)
    .join(' ');
  if (!isSuccess(code)) throw new UnreadableError(say('ocpiRefused', FEED, status));
  if (Array.isArray(data)) return data;
  throw new UnreadableError(
    status
      ? say('ocpiWithoutDataBut', FEED, shownPart(data), status)
      : say('ocpiWithoutData', FEED, shownPart(data)),
  );
}

function timestampOf(feed: unknown, report: Report): number | undefined {
  if (!isFields(feed) || feed.timestamp == null) return undefined;
  return momentOf(feed.timestamp) ?? report('timestamp', feed.timestamp, DATE_TIME);
}

function nameOf({ name, address, city }: LocationRecord['location']): string | undefined {
  return (
    textOf(name) ??
    ([textOf(address), textOf(city)].filter(part => part !== undefined).join(', ') || undefined)
  );
}

/** Degrees as published; NaN, which no map uses, where they cannot be read. */
function coordinate(
  axis: 'latitude' | 'longitude',
  { path, location }: LocationRecord,
  report: Report,
): number {
  const value = isFields(location.coordinates) ? location.coordinates[axis] : undefined;
  return degreesOf(value) ?? report(`${path}.coordinates.${axis}`, value, say('ocpiDegrees')) ?? NaN;
}

function locationOf(record: LocationRecord, stations: Station[], report: Report): Location {
  const { location } = record;
  const name = nameOf(location);
  const country = textOf(location.country) ?? textOf(location.country_code);
  const operator =
    (isFields(location.operator) && textOf(location.operator.name)) || textOf(location.party_id);
  return {
    id: record.id,
    ...(name !== undefined && { name }),
    latitude: coordinate('latitude', record, report),
    longitude: coordinate('longitude', record, report),
    ...(country !== undefined && { country }),
    ...(operator !== undefined && { operator }),
    stations,
  };
}

/**
 * Makes a network of OCPI 2.1.1 or 2.2.1 Locations, by the rules of "How OCPI Locations become a network": what is
 * published again stands once, EVSEs form stations, and a location left with no EVSE is not kept.
 * @param feed an array of Locations, or an OCPI answer `{data: […], timestamp}`
 * @returns the network, and a problem for each record or field that could not be read; the rest is there
 * @throws TypeError where the feed as a whole is neither
 */
export function networkFromOcpi(feed: unknown, options: OcpiOptions = {}): OcpiNetwork {
  const problems: Problem[] = [];
  const report: Report = (path, value, expected, skipped) => {
    problems.push({ ...unexpected(path, value, expected), ...(skipped && { skipped }) });
    return undefined;
  };
  const records = readLocations(locationsIn(feed), Array.isArray(feed) ? '' : 'data', report);
  const evses = readEvses(records, report);
  const newest = Math.max(newestUpdate(records), newestUpdate(evses));
  const asOf = timestampOf(feed, report) ?? options.asOf ?? (newest > -Infinity ? newest : undefined);

  const published = new Set(newestBy(records, location => location.id));
  const kept = newestBy(
    evses.filter(evse => published.has(evse.at)),
    evse => evse.key,
  );
  const takenIds = new Set<string>();
  const locations = [...groupBy(kept, evse => evse.at)].map(([location, group]) =>
    locationOf(location, stationsOf(group, options, takenIds), report),
  );
  return { snapshot: { ...(asOf !== undefined && { asOf }), locations }, problems };
}
