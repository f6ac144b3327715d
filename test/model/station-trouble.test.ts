import { expect } from 'chai';

import type { StationDetail } from '../../src/model/questions.js';
import { isInTrouble } from '../../src/model/station-trouble.js';
import { DAY } from '../../src/model/time.js';

const NOW = Date.UTC(2026, 0, 15, 12);
const WELL: StationDetail = {
  id: 'A',
  connection: 'online',
  status: 'enabled',
  evses: [],
  lastMessageAt: NOW,
};

const cases: [what: string, fields: Partial<StationDetail>, expected: boolean][] = [
  ['well', {}, false],
  ['disabled', { status: 'disabled' }, false],
  ['not known', { connection: 'unknown', status: 'unknown', lastMessageAt: undefined }, false],
  ['offline', { connection: 'offline' }, true],
  ['faulted itself', { status: 'faulted' }, true],
  ['silent for nearly a day', { lastMessageAt: NOW - DAY + 1 }, false],
  ['silent for a day', { lastMessageAt: NOW - DAY }, true],
  ['with a faulted EVSE', { evses: [{ id: '1', status: 'faulted' }] }, true],
  ['whose connection is unknown, with a fault reported', { connection: 'unknown', status: 'faulted' }, false],
  ['with an undefined EVSE', { evses: [{ id: '1', status: 'undefined', connectors: [{ id: '1' }] }] }, false],
  [
    'with a faulted connector of an EVSE that charges',
    { evses: [{ id: '1', status: 'charging', connectors: [{ id: '1', reported: 'OUTOFORDER' }] }] },
    true,
  ],
  ['with trouble that its provider alone knows of', { troubleSince: NOW - 1 }, true],
];

describe('whether a station is in trouble', () => {
  for (const [what, fields, expected] of cases) {
    it(`R26: one ${what} is${expected ? '' : ' not'}`, () => {
      expect(isInTrouble({ ...WELL, ...fields }, NOW)).to.equal(expected);
    });
  }

  it('R26: silence is none where the source knows of updates only', () => {
    const silent = { ...WELL, lastMessageAt: NOW - 9 * DAY };
    expect(isInTrouble(silent, NOW, 'update')).to.equal(false);
    expect(isInTrouble(silent, NOW, 'message')).to.equal(true);
  });
});
