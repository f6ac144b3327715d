import type { Problem, Scope } from '../../../src/model/records.js';
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
  /** Of the whole network alone. */
  first_left_out: Problem[] | null;
}

/** Reads, as of one moment, what a network has come to. */
export async function readState(queries: Queries, scope?: Scope): Promise<StateRow> {
  const { text, values } = inScope('scope', scope, 1);
  const sumOf = (column: string) =>
    `(SELECT coalesce(sum(${column}), 0)::int8 FROM total WHERE ${text}) AS ${column}`;
  const rows = await queries.query<StateRow>(
    `SELECT *, ${NOW} AS now, ${sumOf('left_out')}, ${sumOf('uncounted')}, ${scope ? 'NULL' : FIRST_LEFT_OUT} AS first_left_out FROM network`,
    values,
  );
  return rows[0]!;
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
  if (scope) return ofAll;
  return {
    ...ofAll,
    ...(row.first_left_out && { firstLeftOut: row.first_left_out }),
    ...(problems && { problems: { ...problems, uncounted: row.uncounted } }),
    ...(late > 0 && { late }),
  };
}
