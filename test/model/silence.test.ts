import { expect } from 'chai';

import { lastMessageStatuses } from '../../src/model/last-message.js';
import { silenceOf } from '../../src/model/silence.js';
import type { Silence } from '../../src/model/silence.js';
import { DAY, HOUR } from '../../src/model/time.js';

const cases: [statuses: readonly string[], expected: Silence | undefined][] = [
  [lastMessageStatuses(), { status: 'over-24h', statuses: ['under-7d', 'older'], after: DAY }],
  [lastMessageStatuses([60, 86_400]), { status: 'over-24h', statuses: ['older'], after: DAY }],
  [
    lastMessageStatuses([3600, 36 * 3600, 72 * 3600]),
    { status: 'over-36h', statuses: ['under-3d', 'older'], after: 36 * HOUR },
  ],
  [lastMessageStatuses([86_401]), { status: 'over-86401s', statuses: ['older'], after: DAY + 1000 }],
  [lastMessageStatuses([60, 86_399]), undefined],
  [lastMessageStatuses([]), undefined],
  [['fresh', 'old'], undefined],
  [[], undefined],
];

describe('silence', () => {
  for (const [statuses, expected] of cases) {
    it(`R26: of ${statuses.join(', ') || 'no status'} it is ${expected?.statuses.join(', ') ?? 'nothing'}`, () => {
      expect(silenceOf(statuses)).to.deep.equal(expected);
    });
  }
});
