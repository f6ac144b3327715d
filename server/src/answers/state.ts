import type { Problems } from '../../../src/model/problems.js';
import type { Problem, Scope } from '../../../src/model/records.js';
import { say } from '../../../src/model/server-reasons.js';
import type { ServedState } from '../../../src/model/served-state.js';
import type { Queries } from '../database/database.js';
import { NOW } from '../ingest/network-row.js';
import type { NetworkRow } from '../ingest/network-row.js';
import { inScope } from './scope-filter.js';

/** How many locations that are left off the map are told. */
const MOST_LEFT_OUT = 100;

const FIRST_LEFT_OUT = `
  (SELECT jsonb_agg(problem ORDER BY key) FROM (
     SELECT key, problem FROM location WHERE stations > 0 AND cell IS NULL AND problem IS NOT NULL ORDER BY key LIMIT ${MOST_LEFT_OUT}
   ) AS first)`;

/** The network's row, and what is counted beside it. */
export interface StateRow extends NetworkRow {
  left_out: number;
  uncounted: number;
  /** The parts of a database that is divided which do not answer. */
  away: string[] | null;
  /** Of the whole network alone. */
  first_left_out: Problem[] | null;
}

/** Reads, as of one moment, what a network has come to. */
export async function readState(queries: Queries, scope?: Scope): Promise<StateRow> {
  const { text, values } = inScope('scope', scope, 1);
  const sumOf = (column: string) =>
    `(SELECT coalesce(sum(${column}), 0)::int8 FROM total WHERE ${text}) AS ${column}`;
  const rows = await queries.query<StateRow>(
    `SELECT *, ${NOW} AS now, ${sumOf('left_out')}, ${sumOf('uncounted')},
       (SELECT array_agg(name ORDER BY name) FROM part WHERE NOT is_there) AS away, ${scope ? 'NULL' : FIRST_LEFT_OUT} AS first_left_out FROM network`,
    values,
  );
  return rows[0]!;
}

/** What is missing of the answers while parts of the database are away, beside what could not be read. */
function incomplete(problems: Problems | undefined, away: readonly string[]): Problems {
  const first = away.map(name => {
    const part = JSON.stringify(name);
    return { path: `part ${part} of the database`, ...say('partAway', part) };
  });
  // Nobody knows of how many records: what is told of those that could not be read counts them all.
  return { total: (problems?.total ?? 0) + away.length, first: [...first, ...(problems?.first ?? [])] };
}

/** What is told of that; of a scope, less what is known of the whole alone. */
export function servedState(row: StateRow, scope?: Scope): ServedState {
  const { version, now, as_of: asOf, late, problems, last_message_is: lastMessageIs } = row;
  const ofAll = {
    version: String(version),
    now,
    ...(asOf !== null && { asOf }),
    leftOut: row.left_out,
    ...(lastMessageIs && { lastMessageIs }),
  };
  if (scope) return row.away ? { ...ofAll, problems: incomplete(undefined, row.away) } : ofAll;
  const counted = problems ? { ...problems, uncounted: row.uncounted } : undefined;
  const told = row.away ? incomplete(counted, row.away) : counted;
  return {
    ...ofAll,
    ...(row.first_left_out && { firstLeftOut: row.first_left_out }),
    ...(told && { problems: told }),
    ...(late > 0 && { late }),
  };
}
