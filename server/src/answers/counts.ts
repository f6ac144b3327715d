import type { Counts, Facet, FacetValue } from '../../../src/model/questions.js';
import type { Dimension, Scope, StatusCounts, TrendPoint } from '../../../src/model/records.js';
import { DAY } from '../../../src/model/time.js';
import { listed, STATUS_COLUMNS, TOTAL_COLUMNS } from '../database/columns.js';
import type { CountColumn } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { inScope } from './scope-filter.js';

type Totals = Record<CountColumn, number>;

const SUMS = listed(TOTAL_COLUMNS, column => `coalesce(sum(${column}), 0)::int8 AS ${column}`);

function byStatus(totals: Totals, dimension: Dimension, includeOffline = false): StatusCounts {
  return Object.fromEntries(
    STATUS_COLUMNS[dimension].map(([status, column]) => [
      status,
      totals[column] +
        (includeOffline && dimension === 'evse' ? totals[`offline_${status}` as CountColumn] : 0),
    ]),
  );
}

/** How many stations, or EVSEs, are in each status of a dimension (R3, R5 to R9). */
export async function answerCounts(
  queries: Queries,
  dimension: Dimension,
  { scope, includeOffline }: { scope?: Scope; includeOffline?: boolean },
): Promise<Counts> {
  const { text, values } = inScope('scope', scope, 1);
  const [totals] = await queries.query<Totals>(`SELECT ${SUMS} FROM total WHERE ${text}`, values);
  const counts = byStatus(totals!, dimension, includeOffline);
  return { total: Object.values(counts).reduce((sum, count) => sum + count, 0), byStatus: counts };
}

/** How many were in each status at the steps of the last day, of which that is known (R28). */
export async function answerTrend(
  queries: Queries,
  dimension: Dimension,
  { scope, from = -Infinity }: { scope?: Scope; from?: number },
  now: number,
): Promise<TrendPoint[]> {
  const { text, values } = inScope('scope', scope, 3);
  const earliest = Math.max(from, now - DAY);
  const observed = await queries.query<Totals & { at: number }>(
    `SELECT at, ${SUMS} FROM trend WHERE at >= $1 AND at < $2 AND ${text} GROUP BY at ORDER BY at`,
    [earliest, now, ...values],
  );
  const points: TrendPoint[] = observed.map(totals => ({
    at: totals.at,
    counts: { [dimension]: byStatus(totals, dimension) },
  }));
  if (scope?.country !== undefined || scope?.operator !== undefined) return points;
  const told = await queries.query<TrendPoint & { at: number }>(
    `SELECT at, counts FROM history WHERE at >= $1 AND at < least($2::float8, $3::float8) ORDER BY at`,
    [earliest, now, observed[0]?.at ?? now],
  );
  return [
    ...told
      .filter(({ counts }) => counts[dimension])
      .map(({ at, counts }) => ({ at, counts: { [dimension]: ordered(counts[dimension]!, dimension) } })),
    ...points,
  ];
}

/** Counts in the fixed order, which JSON in a database does not keep. */
function ordered(counts: Partial<StatusCounts>, dimension: Dimension): Partial<StatusCounts> {
  const known = STATUS_COLUMNS[dimension].filter(([status]) => counts[status] !== undefined);
  return Object.fromEntries(known.map(([status]) => [status, counts[status]]));
}

/** The countries or operators of production stations, most stations first (R32). */
export async function answerFacets(queries: Queries, facet: Facet, scope?: Scope): Promise<FacetValue[]> {
  const { text, values } = inScope('total.scope', scope, 1);
  return queries.query<FacetValue>(
    `SELECT ${facet === 'country' ? 'country' : 'operator'} AS value, sum(stations)::int8 AS stations
     FROM total JOIN scope ON scope.key = total.scope
     WHERE ${text} AND stations > 0 AND btrim(${facet === 'country' ? 'country' : 'operator'}) <> ''
     GROUP BY 1 ORDER BY 2 DESC, 1`,
    values,
  );
}
