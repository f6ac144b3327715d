import { expect } from 'chai';

import { filterBehind } from '../../src/model/drill-down.js';
import type { Dimension, Scope, StationFilter } from '../../src/model/records.js';

const cases: [
  dimension: Dimension,
  status: string | string[],
  scope: Scope | undefined,
  expected: StationFilter,
][] = [
  ['connection', 'offline', undefined, { connection: ['offline'] }],
  ['evse', 'faulted', undefined, { connection: ['online'], evse: ['faulted'] }],
  ['last-message', 'under-1h', undefined, { lastMessage: ['under-1h'] }],
  ['last-message', ['under-7d', 'older'], undefined, { lastMessage: ['under-7d', 'older'] }],
  ['station', 'disabled', undefined, { station: ['disabled'] }],
  ['station', 'enabled', { country: 'NL' }, { station: ['enabled'], country: ['NL'] }],
  [
    'evse',
    'charging',
    { country: ['NL', 'DE'], operator: 'North' },
    { connection: ['online'], evse: ['charging'], country: ['NL', 'DE'], operator: ['North'] },
  ],
];

describe('the filter behind a slice', () => {
  for (const [dimension, status, scope, expected] of cases) {
    const within = scope ? ` within ${JSON.stringify(scope)}` : '';
    it(`R19, R20: of ${dimension} ${[status].flat().join(' and ')}${within} is plain data`, () => {
      const filter = filterBehind(dimension, status, scope);
      expect(filter).to.deep.equal(expected);
      expect(JSON.parse(JSON.stringify(filter))).to.deep.equal(filter);
    });
  }
});
