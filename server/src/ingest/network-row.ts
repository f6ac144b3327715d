import type { Problems } from '../../../src/model/problems.js';
import type { LastMessageMeaning } from '../../../src/model/records.js';
import type { Queries } from '../database/database.js';

/** The network as a whole, as its row says. */
export interface NetworkRow {
  version: number;
  /** Null until a snapshot came. */
  as_of: number | null;
  clock_offset: number;
  snapshot_as_of: number;
  newest_change: number;
  late: number;
  last_message_is: LastMessageMeaning | null;
  problems: Problems | null;
  next_step: number | null;
  /** The network's clock: that of the database, set to the data's. */
  now: number;
}

/** The channel on which changes are told of. */
export const CHANNEL = 'ev_widgets';

/** The network's clock, where its row is selected from. */
export const NOW = '((extract(epoch FROM clock_timestamp()) * 1000)::float8 + clock_offset)';

const SELECT = `SELECT *, ${NOW} AS now FROM network`;

export async function readNetworkRow(queries: Queries): Promise<NetworkRow> {
  return (await queries.query<NetworkRow>(SELECT))[0]!;
}

/** The row, which nobody else has until the transaction ends: so writes come one after another, whichever server they come from. */
export async function holdNetworkRow(queries: Queries): Promise<NetworkRow> {
  return (await queries.query<NetworkRow>(`${SELECT} FOR UPDATE`))[0]!;
}

/** The row, unless somebody has it: whoever writes follows time first, and may take as long as a load does. */
export async function holdFreeNetworkRow(queries: Queries): Promise<NetworkRow | undefined> {
  return (await queries.query<NetworkRow>(`${SELECT} FOR UPDATE SKIP LOCKED`))[0];
}

/** Writes what of the row is another, makes a new version of it, and tells of that once the transaction has ended. */
export async function writeNetworkRow(queries: Queries, row: NetworkRow): Promise<void> {
  const { as_of, clock_offset, snapshot_as_of, newest_change, late, last_message_is, problems, next_step } =
    row;
  await queries.query(
    `UPDATE network SET version = version + 1, as_of = $1, clock_offset = $2, snapshot_as_of = $3, newest_change = $4, late = $5,
       last_message_is = $6, problems = $7::text::jsonb, next_step = $8`,
    [
      as_of,
      clock_offset,
      snapshot_as_of,
      newest_change,
      late,
      last_message_is,
      problems && JSON.stringify(problems),
      next_step,
    ],
  );
  await queries.query(`SELECT pg_notify($1, '')`, [CHANNEL]);
}
