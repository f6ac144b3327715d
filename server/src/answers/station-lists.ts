import { randomUUID } from 'node:crypto';

import { answerLocation as locationOf, stationRow } from '../../../src/engine/answers.js';
import type { Rules } from '../../../src/engine/derivation.js';
import { deploymentStateOf, PRODUCTION } from '../../../src/model/deployment.js';
import { shown } from '../../../src/model/fields.js';
import { lastMessageStatuses } from '../../../src/model/last-message.js';
import type {
  LocationDetail,
  StationPage,
  StationQuery,
  StationSortKey,
} from '../../../src/model/questions.js';
import type { Scope, StationFilter } from '../../../src/model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../../src/model/statuses.js';
import { SECOND } from '../../../src/model/time.js';
import type { Database, Queries } from '../database/database.js';
import { knownByIds, knownByKeys } from '../network/known.js';
import { restored } from '../network/restore.js';
import { RefusedError } from '../refused-error.js';
import { inScope } from './scope-filter.js';

/** Rows a page, unless the query says otherwise, and at most. */
const LIMIT = 100;
const LARGEST_PAGE = 5000;

/** Stations of a list that can be read, page by page. */
const LONGEST_LIST = 1_000_000;

/** How long a list is kept that was not read to its end. */
const KEPT = '1 hour';

/** A cursor's list is not kept (any more). */
export class ListGoneError extends Error {}

/** Conditions of a statement, with their parameters. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly texts: string[] = [];

  /** @param text with `$` in the place of the value */
  add(text: string, value: unknown): void {
    this.values.push(value);
    this.texts.push(text.replace('$', () => `$${this.values.length}`));
  }

  addScope(scope: Scope | undefined): void {
    const { text, values } = inScope('station.scope', scope, this.values.length + 1);
    this.values.push(...values);
    this.texts.push(text);
  }

  get text(): string {
    return this.texts.join(' AND ');
  }
}

function indicesOf(statuses: readonly string[], wanted: readonly string[]): number[] {
  return wanted.map(status => statuses.indexOf(status)).filter(index => index >= 0);
}

/** A search's text as a pattern of LIKE, in which it is only text. */
function pattern(search: string): string {
  return `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
}

/** What a filter, a search and a scope ask of a station. */
function conditionsOf(
  { filter, search }: Pick<StationQuery, 'filter' | 'search'>,
  scope: Scope | undefined,
  now: number,
): Conditions {
  const conditions = new Conditions();
  const { connection, evse, lastMessage, station, locationIds, country, operator, troubleFor } = filter;
  conditions.add(
    'deployment = ANY($::text[])',
    (filter.deploymentState ?? [PRODUCTION]).map(deploymentStateOf),
  );
  if (connection) conditions.add('connection = ANY($::int2[])', indicesOf(CONNECTION_STATUSES, connection));
  if (evse)
    conditions.add(
      '(evse_matches & $::int2) <> 0',
      indicesOf(EVSE_STATUSES, evse).reduce((bits, index) => bits | (1 << index), 0),
    );
  if (lastMessage) conditions.add('bucket = ANY($::int2[])', indicesOf(lastMessageStatuses(), lastMessage));
  if (station) conditions.add('status = ANY($::int2[])', indicesOf(STATION_STATUSES, station));
  if (locationIds)
    conditions.add('location IN (SELECT key FROM location WHERE id = ANY($::text[]))', locationIds);
  conditions.addScope(scope);
  if (country || operator) conditions.addScope({ country, operator });
  if (troubleFor === 0) conditions.add('in_trouble = $::boolean', true);
  else if (troubleFor !== undefined)
    conditions.add('in_trouble AND trouble_since < $::float8', now - troubleFor * SECOND);
  if (search?.trim()) conditions.add(`search LIKE $::text`, pattern(search));
  return conditions;
}

/** What a list is ordered by, texts by their characters; then by key, so that each page goes on where the one before ended. */
const ORDERS: Readonly<Record<StationSortKey, string>> = {
  id: 'station.id COLLATE "C"',
  location: '(SELECT coalesce(name, location.id) FROM location WHERE location.key = station.location)',
  connection: 'connection',
  status: 'status',
  // Never heard of is older than anything.
  lastMessageAt: `coalesce(last_message_at, '-infinity')`,
  troubleSince: 'trouble_since',
};

/** The name of a language in a tag, which is letters only. */
function languageOf(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    throw new RefusedError(`sort.language is ${shown(tag)}; expected a language tag, such as nb or de-CH.`);
  }
}

/** What orders names as a language has them, of one that it does not know as English has them; by their characters in a database without ICU, as the embedded one. */
async function collationOf(queries: Queries, language = 'en'): Promise<string> {
  const [known] = await queries.query<{ name: string }>(
    `SELECT collname AS name FROM pg_collation
     WHERE collname IN ($1, 'en-x-icu') AND collnamespace = 'pg_catalog'::regnamespace AND current_setting('server_encoding') = 'UTF8'
     ORDER BY collname = $1 DESC LIMIT 1`,
    [`${languageOf(language)}-x-icu`],
  );
  return `"${known?.name ?? 'C'}"`;
}

async function orderOf(queries: Queries, sort: StationQuery['sort']): Promise<string> {
  if (!sort) return 'station.key';
  const { by, descending, language } = sort;
  if (!Object.hasOwn(ORDERS, by))
    throw new RefusedError(`sort.by is ${shown(by)}; expected ${Object.keys(ORDERS).join(', ')}.`);
  const collation = by === 'location' ? ` COLLATE ${await collationOf(queries, language)}` : '';
  // Those that are in no trouble are last in either direction.
  return `${ORDERS[by]}${collation} ${descending ? 'DESC' : 'ASC'} NULLS LAST, station.key`;
}

/**
 * A page of the list behind a figure (R19, R20). The pages of a list are of one moment: its stations and their order are those of its first page, each
 * shown as it is now. Lists lie in the database, so that any server goes on with them.
 * @throws RefusedError naming what of the query is not as expected; ListGoneError where its cursor's list is not kept
 */
export async function answerStations(
  database: Database,
  rules: Rules,
  query: StationQuery,
  scope: Scope | undefined,
  now: number,
): Promise<StationPage> {
  const { filter, search = '', sort, cursor } = query;
  const limit = Math.min(query.limit ?? LIMIT, LARGEST_PAGE);
  const question = JSON.stringify([filter, search.trim(), sort, scope]);
  const { keys, total, next } = cursor
    ? await readOn(database, cursor, question, limit)
    : await begin(database, conditionsOf(query, scope, now), await orderOf(database, sort), question, limit);
  // Numbers of a list come as text from some drivers.
  const known = await database.snapshot(queries => knownByKeys(queries, keys.map(Number)));
  const network = restored(rules, now, known);
  const stations = known.stations.map(({ id }) =>
    stationRow(network, network.store.stations.index.rowOf(id)!),
  );
  return { stations, total, ...(next !== undefined && { cursor: next }) };
}

interface Keys {
  keys: number[];
  total: number;
  next?: string;
}

async function begin(
  queries: Queries,
  conditions: Conditions,
  order: string,
  question: string,
  limit: number,
): Promise<Keys> {
  const { text, values } = conditions;
  if (limit === 0) {
    const [counted] = await queries.query<{ total: number }>(
      `SELECT count(*)::int4 AS total FROM station WHERE ${text}`,
      values,
    );
    return { keys: [], total: counted!.total };
  }
  const id = randomUUID();
  const place = (index: number) => `$${values.length + index}`;
  const [found] = await queries.query<{ keys: number[] | null; total: number; is_kept: boolean }>(
    `WITH found AS MATERIALIZED (
       SELECT ARRAY(SELECT station.key FROM station WHERE ${text} ORDER BY ${order} LIMIT ${LONGEST_LIST}) AS keys
     ), counted AS MATERIALIZED (
       SELECT CASE WHEN cardinality(keys) < ${LONGEST_LIST} THEN cardinality(keys)
         ELSE (SELECT count(*)::int4 FROM station WHERE ${text}) END AS total FROM found
     ), kept AS (
       INSERT INTO list (id, question, keys, total)
       SELECT ${place(1)}::text, ${place(2)}::text, keys, total FROM found, counted WHERE cardinality(keys) > ${place(3)}::int4
       RETURNING id
     ), forgotten AS (
       DELETE FROM list WHERE made_at < now() - interval '${KEPT}'
     )
     SELECT keys[1:${place(3)}::int4] AS keys, total, EXISTS (SELECT FROM kept) AS is_kept FROM found, counted`,
    [...values, id, question, limit],
  );
  return {
    keys: found!.keys ?? [],
    total: found!.total,
    next: found!.is_kept ? `${id}:${limit}` : undefined,
  };
}

async function readOn(queries: Queries, cursor: string, question: string, limit: number): Promise<Keys> {
  const [, id, from] = /^([\da-f-]{36}):(\d{1,7})$/.exec(cursor) ?? [];
  const [list] = id
    ? await queries.query<{ keys: number[] | null; question: string; total: number; length: number }>(
        `SELECT keys[$2::int4 + 1:$2::int4 + $3::int4] AS keys, question, total, cardinality(keys) AS length FROM list WHERE id = $1`,
        [id, Number(from), limit],
      )
    : [];
  if (!list)
    throw new ListGoneError(
      `cursor is ${shown(cursor)}, of a list that is not kept (any more); ask for its first page again.`,
    );
  if (list.question !== question)
    throw new RefusedError(
      `cursor is ${shown(cursor)}, of another list; expected the filter, search, sort and scope that it came with.`,
    );
  const end = Number(from) + limit;
  return {
    keys: list.keys ?? [],
    total: list.total,
    next: end < list.length && limit > 0 ? `${id}:${end}` : undefined,
  };
}

/** A location with its production stations; undefined where there is none of this id, or not in the scope (R17). */
export async function answerLocation(
  queries: Queries,
  rules: Rules,
  id: string,
  scope: Scope | undefined,
  now: number,
): Promise<LocationDetail | undefined> {
  return locationOf(restored(rules, now, await knownByIds(queries, [id], [])), id, scope);
}

/** The fields that a filter may have; a typing error would otherwise ask for everything. */
export const FILTER_FIELDS = [
  'connection',
  'evse',
  'lastMessage',
  'station',
  'locationIds',
  'country',
  'operator',
  'deploymentState',
  'troubleFor',
] as const satisfies readonly (keyof StationFilter)[];
