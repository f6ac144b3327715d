import { DATE_TIME, momentOf, textOf } from './ocpi-fields.js';
import { isFields } from '../fields.js';
import type { Report } from './ocpi-fields.js';
import { say } from './ocpi-reasons.js';
import type { OcpiEvse, OcpiLocation } from './ocpi-types.js';

/** What is published under an id, and when it was last updated: epoch milliseconds, -Infinity where that cannot be read. */
interface Published {
  readonly updatedAt: number;
}

/** A Location that could be read, known by its id in the network. */
export interface LocationRecord extends Published {
  readonly id: string;
  /** Where it stands in the feed. */
  readonly path: string;
  readonly location: OcpiLocation;
}

/** An EVSE that could be read, at the location that published it. */
export interface EvseRecord extends Published {
  /** What it is known by in the whole feed. */
  readonly key: string;
  readonly evseId: string | undefined;
  readonly uid: string | undefined;
  /** OCPI status word; UNKNOWN where none could be read. */
  readonly status: string;
  readonly evse: OcpiEvse;
  readonly at: LocationRecord;
}

/** Of what is published again under one key, the newest; at a tie the first. In the order of the feed. */
export function newestBy<T extends Published>(
  records: Iterable<T>,
  keyOf: (record: T) => string,
): Iterable<T> {
  const newest = new Map<string, T>();
  for (const record of records) {
    const key = keyOf(record);
    const other = newest.get(key);
    if (other && record.updatedAt <= other.updatedAt) continue;
    // A key that is set again would keep its old place.
    if (other) newest.delete(key);
    newest.set(key, record);
  }
  return newest.values();
}

/** When the newest of them was last updated: epoch milliseconds, -Infinity where none says so. */
export function newestUpdate(records: readonly Published[]): number {
  return records.reduce((newest, record) => Math.max(newest, record.updatedAt), -Infinity);
}

/** Reads the feed's Locations; what has no id is reported and left out. */
export function readLocations(feed: readonly unknown[], root: string, report: Report): LocationRecord[] {
  const records: LocationRecord[] = [];
  feed.forEach((value, index) => {
    const path = `${root}[${index}]`;
    const record = isFields(value)
      ? readLocation(value, path, report)
      : report(path, value, say('ocpiLocation'), 'location');
    if (record) records.push(record);
  });
  return records;
}

/** What a Location is known by in the network: `country_code*party_id*id`; undefined where it has no id. */
export function locationIdOf({ country_code, party_id, id }: OcpiLocation): string | undefined {
  const own = textOf(id);
  // OCPI 2.1.1 knows neither country_code nor party_id.
  const parts = [textOf(country_code), textOf(party_id), own];
  return own === undefined ? undefined : parts.filter(part => part !== undefined).join('*');
}

function readLocation(location: OcpiLocation, path: string, report: Report): LocationRecord | undefined {
  const id = locationIdOf(location);
  if (id === undefined) return report(`${path}.id`, location.id, say('ocpiLocationId'), 'location');
  const updatedAt = momentOf(location.last_updated);
  if (updatedAt === undefined) report(`${path}.last_updated`, location.last_updated, DATE_TIME);
  return { id, path, location, updatedAt: updatedAt ?? -Infinity };
}

/** Reads the EVSEs of Locations; what has neither `evse_id` nor `uid` is reported and left out. */
export function readEvses(locations: readonly LocationRecord[], report: Report): EvseRecord[] {
  const records: EvseRecord[] = [];
  for (const at of locations) {
    const evses: unknown = at.location.evses ?? [];
    if (!Array.isArray(evses)) report(`${at.path}.evses`, evses, say('ocpiEvses'));
    else {
      evses.forEach((value: unknown, index) => {
        const record = readEvse(value, index, at, report);
        if (record) records.push(record);
      });
    }
  }
  return records;
}

function readEvse(value: unknown, index: number, at: LocationRecord, report: Report): EvseRecord | undefined {
  // Built only where something is wrong: a country has hundreds of thousands of EVSEs.
  const path = () => `${at.path}.evses[${index}]`;
  if (!isFields(value)) return report(path(), value, say('ocpiEvse'), 'evse');
  const evseId = textOf(value.evse_id);
  const uid = textOf(value.uid);
  if (evseId === undefined && uid === undefined)
    return report(`${path()}.uid`, value.uid, say('ocpiUid'), 'evse');
  const status = textOf(value.status);
  if (status === undefined) report(`${path()}.status`, value.status, say('ocpiStatus'));
  const updatedAt = momentOf(value.last_updated);
  if (updatedAt === undefined) report(`${path()}.last_updated`, value.last_updated, DATE_TIME);
  return {
    key: keyOf(at.id, evseId, uid),
    evseId,
    uid,
    status: status ?? 'UNKNOWN',
    evse: value,
    at,
    updatedAt: updatedAt ?? -Infinity,
  };
}

const SEPARATORS = /[*\-\s]/g;

function keyOf(locationId: string, evseId: string | undefined, uid: string | undefined): string {
  const normal = evseId?.toUpperCase().replace(SEPARATORS, '');
  // A NUL keeps the two kinds of keys, and an id and a uid, apart.
  return normal || `${locationId}\0${uid ?? evseId}`;
}
