import { expect } from 'chai';

import { lastMessageStatuses } from '../../src/model/last-message.js';
import type { Dimension, StatusCounts } from '../../src/model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../src/model/statuses.js';
import { troubleIn, troubleStatuses, worstStatus } from '../../src/model/trouble.js';

const BUCKETS = lastMessageStatuses();

const trouble: [dimension: Dimension, statuses: readonly string[], expected: string[]][] = [
  ['connection', CONNECTION_STATUSES, ['offline']],
  ['evse', EVSE_STATUSES, ['faulted']],
  ['station', STATION_STATUSES, ['faulted']],
  ['last-message', BUCKETS, ['under-7d', 'older']],
  ['last-message', lastMessageStatuses([60, 86_399]), []],
  ['last-message', lastMessageStatuses([60, 86_400]), ['older']],
  ['last-message', lastMessageStatuses([48 * 3600]), ['older']],
  ['last-message', lastMessageStatuses([]), []],
  ['last-message', ['fresh', 'old'], []],
];

const numbers: [dimension: Dimension, counts: StatusCounts, inTrouble: number, worst: string | undefined][] =
  [
    ['connection', { online: 21_897, offline: 3, unknown: 0 }, 3, 'offline'],
    ['connection', { online: 5, offline: 0, unknown: 1 }, 0, 'unknown'],
    ['connection', { online: 0, offline: 0, unknown: 0 }, 0, undefined],
    ['evse', { available: 4, charging: 1, faulted: 2, undefined: 3 }, 2, 'faulted'],
    ['evse', { available: 4, charging: 1, faulted: 0, undefined: 3 }, 0, 'undefined'],
    ['evse', { available: 4, charging: 1, faulted: 0, undefined: 0 }, 0, 'charging'],
    ['station', { enabled: 1, disabled: 1, faulted: 0, unknown: 0 }, 0, 'disabled'],
    ['last-message', Object.fromEntries(BUCKETS.map((status, at) => [status, at])), 7, 'older'],
  ];

describe('trouble', () => {
  for (const [dimension, statuses, expected] of trouble) {
    it(`R26: of ${dimension} ${statuses.join(', ') || 'nothing'} it is ${expected.join(', ') || 'nothing'}`, () => {
      expect(troubleStatuses(dimension, statuses)).to.deep.equal(expected);
    });
  }

  for (const [dimension, counts, inTrouble, worst] of numbers) {
    it(`R26: counts ${inTrouble} of ${dimension} ${JSON.stringify(counts)}, the worst of which is ${worst ?? 'nothing'}`, () => {
      expect(troubleIn(dimension, counts)).to.equal(inTrouble);
      expect(worstStatus(dimension, counts)).to.equal(worst);
    });
  }
});
