import { expect } from 'chai';

import { lastMessageStatuses } from '../../src/model/last-message.js';
import type { Dimension } from '../../src/model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../src/model/statuses.js';
import { isTroubleOnly, wellStatuses } from '../../src/model/trouble-only.js';

const well: [dimension: Dimension, statuses: readonly string[], hidden: string[]][] = [
  ['connection', CONNECTION_STATUSES, ['online', 'unknown']],
  ['evse', EVSE_STATUSES, ['available', 'charging', 'undefined']],
  ['station', STATION_STATUSES, ['enabled', 'disabled', 'unknown']],
  ['last-message', lastMessageStatuses(), ['under-15m', 'under-1h', 'under-24h']],
  ['last-message', lastMessageStatuses([48 * 3600]), ['under-2d']],
  ['last-message', lastMessageStatuses([60, 3600]), []],
];

const only: [dimension: Dimension, statuses: readonly string[], hidden: string[], expected: boolean][] = [
  ['connection', CONNECTION_STATUSES, ['unknown', 'online'], true],
  ['connection', CONNECTION_STATUSES, ['online'], false],
  ['connection', CONNECTION_STATUSES, ['online', 'offline', 'unknown'], false],
  ['connection', CONNECTION_STATUSES, ['online', 'offline'], false],
  ['connection', CONNECTION_STATUSES, [], false],
  ['last-message', lastMessageStatuses([60, 3600]), [], false],
];

describe('"Trouble only"', () => {
  for (const [dimension, statuses, hidden] of well) {
    it(`R26: hides ${hidden.join(', ') || 'nothing'} of ${dimension} ${statuses.join(', ')}`, () => {
      expect(wellStatuses(dimension, statuses)).to.deep.equal(hidden);
    });
  }

  for (const [dimension, statuses, hidden, expected] of only) {
    it(`R26: is ${expected ? 'on' : 'off'} where ${hidden.join(', ') || 'nothing'} of ${dimension} ${statuses.join(', ')} is hidden`, () => {
      expect(isTroubleOnly(dimension, statuses, new Set(hidden))).to.equal(expected);
    });
  }
});
