import type { Counts } from './questions.js';
import type { Dimension } from './records.js';
import { silenceOf } from './silence.js';
import { troubleIn, troubleStatuses } from './trouble.js';

/** The dimensions whose trouble the headline counts, in its order (R29). */
export const HEADLINE_DIMENSIONS = ['connection', 'evse', 'last-message'] as const satisfies Dimension[];

export type HeadlineDimension = (typeof HEADLINE_DIMENSIONS)[number];

/** How many of all are in one kind of trouble (R29). */
export interface TroubleFigure {
  dimension: HeadlineDimension;
  /** The status that is trouble, or what several of them are called together. */
  status: string;
  /** The statuses that are counted. */
  statuses: string[];
  count: number;
  total: number;
  /** For how long stations have been silent at least, in milliseconds; of the last message alone. */
  silentFor?: number;
}

/**
 * R29: stations offline, EVSEs faulted and stations silent for a day or more, of those dimensions that are counted. There is no
 * figure of silence where no status says who has been silent for so long.
 */
export function troubleFigures(counts: Partial<Record<HeadlineDimension, Counts>>): TroubleFigure[] {
  return HEADLINE_DIMENSIONS.flatMap((dimension): TroubleFigure[] => {
    const counted = counts[dimension];
    if (!counted) return [];
    const { total, byStatus } = counted;
    const all = Object.keys(byStatus);
    const figure = { dimension, count: troubleIn(dimension, byStatus), total };
    if (dimension !== 'last-message')
      return troubleStatuses(dimension, all).map(status => ({ ...figure, status, statuses: [status] }));
    const silence = silenceOf(all);
    if (!silence) return [];
    const { status, statuses, after: silentFor } = silence;
    return [{ ...figure, status, statuses, silentFor }];
  });
}
