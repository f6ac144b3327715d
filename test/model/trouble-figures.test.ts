import { expect } from 'chai';

import type { Counts } from '../../src/model/questions.js';
import type { StatusCounts } from '../../src/model/records.js';
import { DAY, HOUR } from '../../src/model/time.js';
import { troubleFigures } from '../../src/model/trouble-figures.js';
import type { HeadlineDimension, TroubleFigure } from '../../src/model/trouble-figures.js';

const of = (byStatus: StatusCounts): Counts => ({
  byStatus,
  total: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
});
const CONNECTION = of({ online: 40, offline: 8, unknown: 2 });
const EVSE = of({ available: 60, charging: 25, faulted: 10, undefined: 5 });
const LAST_MESSAGE = of({ 'under-15m': 30, 'under-1h': 9, 'under-24h': 5, 'under-7d': 3, older: 1 });

const OFFLINE: TroubleFigure = {
  dimension: 'connection',
  status: 'offline',
  statuses: ['offline'],
  count: 8,
  total: 50,
};
const FAULTED: TroubleFigure = {
  dimension: 'evse',
  status: 'faulted',
  statuses: ['faulted'],
  count: 10,
  total: 100,
};
const SILENT: TroubleFigure = {
  dimension: 'last-message',
  status: 'over-24h',
  statuses: ['under-7d', 'older'],
  count: 4,
  total: 48,
  silentFor: DAY,
};

const cases: [what: string, counts: Partial<Record<HeadlineDimension, Counts>>, expected: TroubleFigure[]][] =
  [
    ['nothing', {}, []],
    ['all', { 'last-message': LAST_MESSAGE, evse: EVSE, connection: CONNECTION }, [OFFLINE, FAULTED, SILENT]],
    ['a source that tells no messages', { connection: CONNECTION, evse: EVSE }, [OFFLINE, FAULTED]],
    [
      'buckets of a host',
      { 'last-message': of({ 'under-1h': 4, 'under-36h': 3, older: 2 }) },
      [{ ...SILENT, status: 'over-36h', statuses: ['older'], count: 2, total: 9, silentFor: 36 * HOUR }],
    ],
    ['buckets of less than a day', { 'last-message': of({ 'under-1h': 4, older: 2 }) }, []],
    [
      'no station at all',
      { connection: of({ online: 0, offline: 0, unknown: 0 }) },
      [{ ...OFFLINE, count: 0, total: 0 }],
    ],
  ];

describe('the figures of trouble', () => {
  for (const [what, counts, expected] of cases) {
    it(`R29: of ${what} are ${expected.map(({ count, status }) => `${count} ${status}`).join(', ') || 'none'}`, () => {
      expect(troubleFigures(counts)).to.deep.equal(expected);
    });
  }
});
