import { locationOf, stationRecord } from '../../../src/engine/known-records.js';
import type { Network } from '../../../src/engine/network.js';
import type { Fields } from '../../../src/model/fields.js';
import { orNothing } from '../../../src/model/time.js';
import type { Problem } from '../../../src/model/records.js';
import { placeOf } from './cells.js';
import type { LocationRecord, StationRecord } from './records.js';

/** A moment as a row has it. */
function orNull(moment: number | undefined): number | null {
  return moment === undefined || !Number.isFinite(moment) ? null : moment;
}

/** Data without what says nothing: null, and empty lists. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(told) : undefined;
  if (typeof value !== 'object') return value;
  if (value === null) return undefined;
  const fields: Record<string, unknown> = {};
  for (const name in value) {
    const kept = told(value[name as never]);
    if (kept !== undefined) fields[name] = kept;
  }
  return fields;
}

/** What is kept of a record: what columns beside it say is left out, for a row is written anew with each of its changes. */
function keptRecord(record: Fields): Fields {
  return told({ ...record, id: undefined, lastMessageAt: undefined }) as Fields;
}

/** When a moment that is stated comes, from which on it is believed (R27); Infinity where it has, or there is none. */
function comesAt(stated: number | undefined, now: number): number {
  return stated !== undefined && stated > now ? stated : Infinity;
}

/** What a station's row is to say, as of the network's clock. */
export function stationRecordOf(network: Network, station: number): StationRecord {
  const { derivation, now, store } = network;
  const { locations, stations, dictionary } = store;
  const place = stations.location.get(station);
  const id = stations.ids.get(station)!;
  const due = derivation.readTime(station, now);
  const { trouble } = derivation.troublesOf(station, now);
  const lastMessageAt = orNothing(stations.lastMessageAt.get(station));
  const names = [id, locations.ids.get(place)!, locations.names.get(place) ?? ''];
  return {
    id,
    record: keptRecord(stationRecord(store, station)),
    changed_at: stations.changedAt.get(station),
    given: stations.given.get(station),
    ahead_at: stations.aheadAt.get(station),
    offline_seen_at: orNull(stations.offlineSeenAt.get(station)),
    fault_seen_at: orNull(stations.faultSeenAt.get(station)),
    deployment: dictionary.textOf(stations.deployment.get(station))!,
    connection: stations.connection.get(station),
    status: stations.status.get(station),
    bucket: lastMessageAt === undefined ? null : stations.bucket.get(station),
    available: stations.evses[0]!.get(station),
    charging: stations.evses[1]!.get(station),
    faulted: stations.evses[2]!.get(station),
    undefined: stations.evses[3]!.get(station),
    evse_matches: stations.evseMatches.get(station),
    last_message_at: orNull(lastMessageAt),
    in_trouble: trouble !== undefined,
    trouble_since: orNull(trouble?.since),
    due: orNull(
      Math.min(
        due,
        comesAt(stations.offlineSince.get(station), now),
        comesAt(stations.faultedSince.get(station), now),
      ),
    ),
    search: names.join('\n').toLowerCase(),
  };
}

/** Why locations have no usable position, by their ids. */
export function positionProblems(network: Network): Map<string, Problem> {
  const ids: string[] = [];
  const problems = network.problems.firstLeftOut(id => {
    ids.push(id);
    return true;
  });
  return new Map(ids.map((id, index) => [id, problems[index]!]));
}

/** What a location's row is to say. */
export function locationRecordOf(
  network: Network,
  location: number,
  problem: Problem | null,
): LocationRecord {
  const { store } = network;
  const { id, name, href, country, operator, longitude, latitude } = locationOf(
    store,
    location,
    () => undefined,
  );
  const isPlaced = Number.isFinite(longitude) && Number.isFinite(latitude);
  return {
    id,
    name: name ?? null,
    href: href ?? null,
    country: country ?? null,
    operator: operator ?? null,
    longitude: isPlaced ? longitude : null,
    latitude: isPlaced ? latitude : null,
    ...(isPlaced ? placeOf(longitude, latitude) : { cell: null, x: null, y: null }),
    problem: isPlaced ? null : problem,
    changed_at: store.locations.changedAt.get(location),
  };
}
