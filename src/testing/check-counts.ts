import { CONNECTION_STATUSES, DIMENSIONS, EVSE_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import { lastMessageStatuses } from '../model/last-message.js';
import type { Counts } from '../model/questions.js';
import type { Dimension, Scope } from '../model/records.js';
import { differenceOf } from './difference.js';
import type { Complaints, Inquiry } from './inquiry.js';

/** The statuses of each dimension in their fixed order (R22). */
export const STATUSES: Readonly<Record<Dimension, readonly string[]>> = {
  connection: CONNECTION_STATUSES,
  evse: EVSE_STATUSES,
  'last-message': lastMessageStatuses(),
  station: STATION_STATUSES,
};

/** What is wrong with the statuses that counts are given by: all of the dimension, in their order, and no other (R22). */
export function wrongStatuses(dimension: Dimension, byStatus: unknown, path: string): string | undefined {
  const given = Object.keys((byStatus ?? {}) as object).join(', ');
  const expected = STATUSES[dimension].join(', ');
  return given === expected ? undefined : `${path} has the statuses "${given}"; expected "${expected}"`;
}

function judgeCounts(dimension: Dimension, answer: Counts, expected: Counts): Complaints {
  return [
    wrongStatuses(dimension, answer?.byStatus, 'byStatus'),
    differenceOf(answer, { byStatus: expected.byStatus }, ''),
    differenceOf(answer, { total: expected.total }, ''),
  ];
}

/** R2 to R9: every dimension's counts, with and without offline stations, of the whole network or of a scope. */
export async function checkCounts(inquiry: Inquiry, scope?: Scope): Promise<void> {
  for (const dimension of DIMENSIONS) {
    for (const includeOffline of [undefined, false, true]) {
      const options = {
        ...(scope ? { scope } : {}),
        ...(includeOffline === undefined ? {} : { includeOffline }),
      };
      await inquiry.ask(
        `counts("${dimension}", ${JSON.stringify(options)})`,
        () => inquiry.asked.counts(dimension, options),
        (answer, oracle) => judgeCounts(dimension, answer, oracle.counts(dimension, options)),
      );
    }
  }
  await inquiry.ask(
    'counts, all dimensions asked at once',
    () => Promise.all(DIMENSIONS.map(dimension => inquiry.asked.counts(dimension, { scope }))),
    (answers, oracle) =>
      DIMENSIONS.flatMap((dimension, index) =>
        judgeCounts(dimension, answers[index]!, oracle.counts(dimension, { scope })).map(
          complaint => complaint && `${dimension}: ${complaint}`,
        ),
      ),
  );
}
