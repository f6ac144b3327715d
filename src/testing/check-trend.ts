import { isFields, shown } from '../model/fields.js';
import type { Dimension, Scope } from '../model/records.js';
import { DIMENSIONS } from '../model/statuses.js';
import { DAY, HOUR, MINUTE } from '../model/time.js';
import { STATUSES } from './check-counts.js';
import type { Complaints, Inquiry } from './inquiry.js';

/** How much further back than a day a trend may begin, in milliseconds: a step. */
const MARGIN = 5 * MINUTE;

/** What is wrong with the counts of a point; a status that is not known is absent. */
function judgeCounts(counts: unknown, dimension: Dimension, path: string): string | undefined {
  const byStatus = isFields(counts) ? counts[dimension] : undefined;
  if (!isFields(byStatus))
    return `${path}.counts.${dimension} is ${shown(byStatus)}; expected counts by status`;
  for (const [status, count] of Object.entries(byStatus)) {
    if (!STATUSES[dimension].includes(status))
      return `${path}.counts.${dimension} has the status "${status}"; expected only ${STATUSES[dimension].join(', ')}`;
    if (!Number.isInteger(count) || Number(count) < 0)
      return `${path}.counts.${dimension}.${status} is ${shown(count)}; expected a whole number, 0 or more`;
  }
  return undefined;
}

function judgeTrend(answer: unknown, dimension: Dimension, from: number, now: number): Complaints {
  if (!Array.isArray(answer)) return [`it is ${shown(answer)}; expected a list of points`];
  let last = -Infinity;
  return answer.flatMap((point: unknown, index) => {
    const path = `[${index}]`;
    if (!isFields(point)) return [`${path} is ${shown(point)}; expected { at, counts }`];
    const { at, counts } = point;
    if (typeof at !== 'number' || !Number.isFinite(at))
      return [`${path}.at is ${shown(at)}; expected epoch milliseconds`];
    const isRising = at > last;
    last = at;
    return [
      isRising
        ? undefined
        : `${path}.at is ${at}, which is not after the point before it; expected the oldest first`,
      at >= from ? undefined : `${path}.at is ${at}; expected nothing before ${from}`,
      at < now ? undefined : `${path}.at is ${at}; expected only what was before now, which counts tells`,
      judgeCounts(counts, dimension, path),
    ];
  });
}

/** R28: what a trend tells, where the provider has one: of the last day, and from a moment on. */
export async function checkTrend(inquiry: Inquiry, scope?: Scope): Promise<void> {
  const { asked } = inquiry;
  if (!asked.trend) return;
  for (const dimension of DIMENSIONS) {
    for (const hours of [undefined, 1]) {
      const from = hours === undefined ? undefined : Math.floor(inquiry.oracle.now) - hours * HOUR;
      const options = { ...(scope && { scope }), ...(from !== undefined && { from }) };
      await inquiry.ask(
        `trend("${dimension}", ${JSON.stringify(options)})`,
        () => asked.trend!(dimension, options),
        (answer, { now }) => judgeTrend(answer, dimension, from ?? now - DAY - MARGIN, now),
      );
    }
  }
}
