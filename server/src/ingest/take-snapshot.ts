import { answerTrend } from '../../../src/engine/trend-answers.js';
import type { Rules } from '../../../src/engine/derivation.js';
import { Network } from '../../../src/engine/network.js';
import { isFields } from '../../../src/model/fields.js';
import type { Problems } from '../../../src/model/problems.js';
import { DIMENSIONS } from '../../../src/model/statuses.js';
import type { NetworkSnapshot } from '../../../src/model/records.js';
import type { LoadedSnapshot } from '../../../src/provider/sources/load-feed.js';
import { readSnapshot } from '../../../src/provider/sources/read-snapshot.js';
import type { Queries } from '../database/database.js';
import { knownByIds } from '../network/known.js';
import { restored } from '../network/restore.js';
import { writeNetwork } from '../network/write-network.js';
import { followTime } from './follow-time.js';
import { idsIn } from './ids-in.js';
import type { NetworkRow } from './network-row.js';
import { outcomeOf } from './outcome-of.js';
import { mergedProblems } from './problems.js';
import { RemovedRecords } from './removed.js';

/** Locations that are taken together. */
const PART = 1000;

/** Rows of which ids are compared at a time. */
const PAGE = 50_000;

/** Ids that a snapshot has had so far: one that comes again is skipped. */
interface Seen {
  locations: Set<string>;
  stations: Set<string>;
}

/** Puts what was there before into a network that is to be loaded, so that it is skipped there. Returns what stands for it. */
function standIns(network: Network, seen: Seen, locations: readonly string[], stations: readonly string[]) {
  const { store } = network;
  const standing = new Set<number>();
  for (const id of new Set(locations)) if (seen.locations.has(id)) standing.add(store.addLocation(id));
  const again = [...new Set(stations)].filter(id => seen.stations.has(id));
  if (again.length > 0) {
    // No record has such an id.
    const place = store.addLocation('');
    standing.add(place);
    for (const id of again) store.addStation(id, place);
  }
  return standing;
}

/** Takes part of a snapshot's locations: what was seen of them, and newer changes, go on. */
async function takePart(
  queries: Queries,
  rules: Rules,
  row: NetworkRow,
  snapshot: { asOf?: number; loadBegan: number; isFirst: boolean },
  part: readonly unknown[],
  from: number,
  seen: Seen,
): Promise<Problems> {
  const locationIds = idsIn(part);
  const stationIds = part.filter(isFields).flatMap(({ stations }) => idsIn(stations));
  const known = await knownByIds(queries, locationIds, stationIds);
  const knownIds = known.stations.map(({ id }) => id);
  const removed = await RemovedRecords.read(queries, locationIds, [...new Set([...stationIds, ...knownIds])]);
  const previous = restored(rules, row.now, known);
  previous.news.asOf = row.snapshot_as_of;
  previous.news.newest = row.newest_change;
  removed.tell(previous.news);
  const network = new Network(rules, row.now, snapshot.asOf);
  const without = standIns(network, seen, locationIds, stationIds);
  network.load(part, from);
  network.begin(row.now, snapshot.isFirst ? undefined : previous, snapshot.loadBegan);
  const outcome = outcomeOf(network, known, without);
  await writeNetwork(queries, known, { ...outcome, keeps: true });
  for (const id of outcome.locations.keys()) seen.locations.add(id);
  for (const id of outcome.stations.keys()) seen.stations.add(id);
  return network.problems.summary;
}

/** Removes what a snapshot does not have, unless a change that is newer put it there. */
async function removeOthers(queries: Queries, rules: Rules, row: NetworkRow, seen: Seen): Promise<void> {
  for (const [table, ids] of [
    ['station', seen.stations],
    ['location', seen.locations],
  ] as const) {
    for (let after = 0; ;) {
      const page = await queries.query<{ key: number; id: string }>(
        `SELECT key, id FROM ${table} WHERE key > $1 ORDER BY key LIMIT ${PAGE}`,
        [after],
      );
      if (page.length === 0) break;
      after = page.at(-1)!.key;
      const others = page.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
      for (let from = 0; from < others.length; from += PART)
        await removeThese(queries, rules, row, table, others.slice(from, from + PART));
    }
  }
}

async function removeThese(
  queries: Queries,
  rules: Rules,
  row: NetworkRow,
  table: 'station' | 'location',
  ids: string[],
): Promise<void> {
  const isStation = table === 'station';
  const known = await knownByIds(queries, isStation ? [] : ids, isStation ? ids : []);
  const network = restored(rules, row.now, known);
  const outcome = outcomeOf(network, known);
  // One that does not say when it was true keeps nothing of before.
  const { snapshot_as_of: asOf } = row;
  const isKept = ({ changed_at: changedAt }: { changed_at: number }) => asOf > 0 && changedAt > asOf;
  const places = new Map(known.locations.map(place => [place.key, place]));
  const stations = new Map(outcome.stations);
  for (const { id, location } of known.stations) if (!isKept(places.get(location)!)) stations.delete(id);
  const locations = new Map(outcome.locations);
  if (!isStation) for (const place of known.locations) if (!isKept(place)) locations.delete(place.id);
  await writeNetwork(queries, known, { ...outcome, locations, stations });
}

/** Keeps what a snapshot tells of the counts before it (R28). */
async function takeHistory(queries: Queries, rules: Rules, now: number, history: unknown): Promise<Problems> {
  const network = new Network(rules, now);
  network.loadHistory(history);
  network.begin(now);
  const counts = new Map<number, object>();
  for (const dimension of DIMENSIONS)
    for (const point of answerTrend(network, dimension))
      counts.set(point.at as number, { ...counts.get(point.at as number), ...point.counts });
  if (counts.size > 0)
    await queries.query(
      `INSERT INTO history (at, counts) SELECT at, counts FROM jsonb_to_recordset($1::text::jsonb) AS given (at float8, counts jsonb)
       ON CONFLICT (at) DO UPDATE SET counts = excluded.counts`,
      [JSON.stringify([...counts].map(([at, each]) => ({ at, counts: each })))],
    );
  return network.problems.summary;
}

/**
 * Takes a whole network in the place of what is known, by the rules of the tab's own engine; the row says afterwards what the network
 * has come to.
 * @param took since when what it says may have begun to be old, in milliseconds: a change that says that it is of that time holds
 * @throws UnreadableError where it is none
 */
export async function takeSnapshot(
  queries: Queries,
  rules: Rules,
  row: NetworkRow,
  given: LoadedSnapshot | NetworkSnapshot,
  took: number,
): Promise<void> {
  const { asOf, history, locations, problems } = readSnapshot(given);
  const isFirst = row.as_of === null;
  // The first starts the clock; those that follow never set it back.
  const ahead = asOf === undefined ? 0 : asOf - row.now;
  const step = isFirst ? ahead : Math.max(0, ahead);
  row.clock_offset += step;
  row.now += step;
  if (!isFirst) await followTime(queries, rules, row);
  const start = new Network(rules, row.now, asOf);
  const loadBegan = row.now - took;
  start.news.loadBegan(loadBegan);
  start.problems.addAll(problems);
  let noted: Problems = start.problems.summary;
  const seen: Seen = { locations: new Set(), stations: new Set() };
  const snapshot = { asOf, loadBegan, isFirst };
  for (let from = 0; from < locations.length; from += PART) {
    const part = locations.slice(from, from + PART);
    noted = mergedProblems(noted, await takePart(queries, rules, row, snapshot, part, from, seen));
  }
  row.snapshot_as_of = start.news.asOf;
  if (!isFirst) await removeOthers(queries, rules, row, seen);
  // Parts of a database that is divided may have kept what this one did not.
  const parts = await queries.query('SELECT FROM part LIMIT 1');
  if (parts.length > 0)
    await queries.query(
      `INSERT INTO due (at, station) SELECT due, key FROM station WHERE due IS NOT NULL ON CONFLICT DO NOTHING`,
    );
  await queries.query(`DELETE FROM removed WHERE $1::float8 = 0 OR at <= $1`, [row.snapshot_as_of]);
  noted = mergedProblems(noted, await takeHistory(queries, rules, row.now, history));
  row.problems = noted.total > 0 ? noted : null;
  row.as_of = Math.max(asOf ?? row.now, row.newest_change);
  await followTime(queries, rules, row);
}
