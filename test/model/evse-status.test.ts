import { expect } from 'chai';
import fc from 'fast-check';

import { evseStatusOf, readEvseStatus, worstOf } from '../../src/model/evse-status.js';
import { EVSE_STATUSES } from '../../src/model/statuses.js';
import type { Evse, EvseStatus } from '../../src/model/records.js';

/** The table "How statuses are read", row by row. */
const words: [protocol: string, expected: EvseStatus, words: string[]][] = [
  ['OCPP 1.6', 'available', ['Available']],
  ['OCPP 1.6', 'charging', ['Preparing', 'Charging', 'SuspendedEV', 'SuspendedEVSE', 'Finishing']],
  ['OCPP 1.6', 'faulted', ['Faulted']],
  ['OCPP 1.6', 'undefined', ['Reserved', 'Unavailable']],
  ['OCPP 2.x', 'charging', ['Occupied']],
  ['OCPI', 'available', ['AVAILABLE']],
  ['OCPI', 'charging', ['CHARGING']],
  ['OCPI', 'faulted', ['OUTOFORDER']],
  ['OCPI', 'undefined', ['BLOCKED', 'INOPERATIVE', 'RESERVED', 'UNKNOWN', 'PLANNED', 'REMOVED']],
  ['no protocol', 'undefined', ['', ' ', 'toString', '__proto__', 'constructor', 'availablE', 'faulted']],
];

const evses: [title: string, evse: Omit<Evse, 'id'>, station: string | undefined, expected: EvseStatus][] = [
  ['nothing reported', {}, undefined, 'undefined'],
  ['no connector', { connectors: [] }, undefined, 'undefined'],
  ['one connector charging', { connectors: [{ id: '1', status: 'Charging' }] }, undefined, 'charging'],
  [
    'a connector faulted beside one charging',
    {
      connectors: [
        { id: '1', status: 'Charging' },
        { id: '2', status: 'Faulted' },
      ],
    },
    undefined,
    'faulted',
  ],
  [
    'a connector available beside one without a status',
    { connectors: [{ id: '1' }, { id: '2', status: 'Available' }] },
    undefined,
    'available',
  ],
  [
    'a status of its own against its connectors',
    { status: 'Available', connectors: [{ id: '1', status: 'Faulted' }] },
    undefined,
    'available',
  ],
  ['a station that reports a fault of itself', { status: 'Available' }, 'Faulted', 'faulted'],
  ['a station that reports itself unavailable', { status: 'Charging' }, 'Unavailable', 'charging'],
];

const statuses = fc.array(fc.constantFrom(...EVSE_STATUSES), { maxLength: 6 });

describe('the status of an EVSE', () => {
  for (const [protocol, expected, list] of words) {
    for (const word of list) {
      it(`R5: reads ${JSON.stringify(word)} of ${protocol} as ${expected}`, () => {
        expect(readEvseStatus(word)).to.equal(expected);
      });
    }
  }

  it('R5: reads nothing yet as undefined', () => {
    expect([readEvseStatus(undefined), readEvseStatus(null)]).to.deep.equal(['undefined', 'undefined']);
  });

  for (const [title, evse, station, expected] of evses) {
    it(`R5: is ${expected} with ${title}`, () => {
      expect(evseStatusOf(evse, station)).to.equal(expected);
    });
  }

  it('R5: of several connectors is the first of faulted, charging, available, undefined that any is in', () => {
    const rank = { faulted: 0, charging: 1, available: 2, undefined: 3 };
    fc.assert(
      fc.property(statuses, list => {
        const expected = [...list].sort((a, b) => rank[a] - rank[b])[0] ?? 'undefined';
        expect(worstOf(list)).to.equal(expected);
      }),
    );
  });

  it('R5: is one of the four whatever word comes', () => {
    fc.assert(
      fc.property(fc.string(), word => {
        expect(EVSE_STATUSES).to.include(readEvseStatus(word));
      }),
    );
  });
});
