import type { Rules } from '../../../src/engine/derivation.js';
import { DAY } from '../../../src/model/time.js';
import { TREND_STEP } from '../../../src/model/trend.js';
import { listed, TOTAL_COLUMNS } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { knownByKeys } from '../network/known.js';
import { restored } from '../network/restore.js';
import { writeNetwork } from '../network/write-network.js';
import { NOW } from './network-row.js';
import type { NetworkRow } from './network-row.js';
import { outcomeOf } from './outcome-of.js';

/** Stations that are looked at together. */
const PART = 1000;

/** Moves the stations that time alone changes by a moment (R10). Returns whether an answer may be another. */
async function changeDue(queries: Queries, rules: Rules, now: number): Promise<boolean> {
  let hasChanged = false;
  for (;;) {
    const due = await queries.query<{ station: number }>(
      `DELETE FROM due WHERE ctid = ANY(ARRAY(SELECT ctid FROM due WHERE at <= $1 ORDER BY at LIMIT ${PART})) RETURNING station`,
      [now],
    );
    if (due.length === 0) return hasChanged;
    const keys = [...new Set(due.map(({ station }) => station))];
    const known = await knownByKeys(queries, keys);
    const network = restored(rules, now, known);
    if (await writeNetwork(queries, known, { ...outcomeOf(network, known), keeps: true })) hasChanged = true;
  }
}

/** Writes what is counted now as that of a step (R28), and forgets what is older than a day. */
async function writeStep(queries: Queries, step: number): Promise<void> {
  const names = listed(TOTAL_COLUMNS);
  await queries.query(
    `INSERT INTO trend (at, scope, ${names}) SELECT $1::float8, scope, ${names} FROM total WHERE stations > 0 ON CONFLICT DO NOTHING`,
    [step],
  );
  await queries.query(`DELETE FROM trend WHERE at < $1`, [step - DAY - TREND_STEP]);
  await queries.query(`DELETE FROM history WHERE at < $1`, [step - DAY - TREND_STEP]);
}

/**
 * Has a network come to now: step by step of its trend, so that each has what time alone had changed by then.
 * @returns whether an answer may be another
 */
export async function followTime(queries: Queries, rules: Rules, row: NetworkRow): Promise<boolean> {
  let hasChanged = false;
  const { now } = row;
  row.next_step ??= Math.ceil(now / TREND_STEP) * TREND_STEP;
  row.next_step = Math.max(row.next_step, Math.ceil((now - DAY) / TREND_STEP) * TREND_STEP);
  while (row.next_step < now) {
    await changeDue(queries, rules, row.next_step);
    await writeStep(queries, row.next_step);
    row.next_step += TREND_STEP;
    hasChanged = true;
  }
  return (await changeDue(queries, rules, now)) || hasChanged;
}

/**
 * In how many milliseconds time alone may change an answer next; Infinity for never. While a part of a database that is divided is away, nothing can be
 * written, and time is followed from where it stood once that is back.
 */
export async function dueIn(queries: Queries): Promise<number> {
  const [next] = await queries.query<{ wait: number | null }>(
    `SELECT least((SELECT min(at) FROM due), next_step) - ${NOW} AS wait
     FROM network WHERE as_of IS NOT NULL AND NOT EXISTS (SELECT FROM part WHERE NOT is_there)`,
  );
  return next?.wait ?? Infinity;
}
