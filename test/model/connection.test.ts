import { expect } from 'chai';
import fc from 'fast-check';

import { connectionOf, offlineAt } from '../../src/model/connection.js';
import type { Connectivity } from '../../src/model/connection.js';
import { MINUTE, SECOND } from '../../src/model/time.js';
import type { ConnectionStatus } from '../../src/model/records.js';

const NOW = Date.UTC(2026, 5, 7, 12);
const ago = (milliseconds: number) => NOW - milliseconds;

const cases: [title: string, station: Connectivity, expected: ConnectionStatus][] = [
  ['no heartbeat settings', { lastMessageAt: NOW }, 'unknown'],
  ['cleared heartbeat settings', { heartbeatInterval: null, lastMessageAt: NOW }, 'unknown'],
  ['a heartbeat interval of 0', { heartbeatInterval: 0, lastMessageAt: NOW }, 'unknown'],
  ['a negative heartbeat interval', { heartbeatInterval: -60, lastMessageAt: NOW }, 'unknown'],
  ['a heartbeat interval that is no number', { heartbeatInterval: NaN, lastMessageAt: NOW }, 'unknown'],
  ['a message right now', { heartbeatInterval: 60, lastMessageAt: NOW }, 'online'],
  ['a message in the future', { heartbeatInterval: 60, lastMessageAt: NOW + MINUTE }, 'online'],
  [
    'a moment less than 3 intervals of silence',
    { heartbeatInterval: 60, lastMessageAt: ago(3 * MINUTE - 1) },
    'online',
  ],
  ['3 intervals of silence', { heartbeatInterval: 60, lastMessageAt: ago(3 * MINUTE) }, 'offline'],
  ['settings but never a message', { heartbeatInterval: 60 }, 'offline'],
  ['settings but an unreadable last message', { heartbeatInterval: 60, lastMessageAt: NaN }, 'offline'],
  [
    'stated online in spite of silence',
    { connection: 'online', heartbeatInterval: 60, lastMessageAt: 0 },
    'online',
  ],
  [
    'stated offline in spite of life',
    { connection: 'offline', heartbeatInterval: 60, lastMessageAt: NOW },
    'offline',
  ],
  [
    'stated unknown in spite of life',
    { connection: 'unknown', heartbeatInterval: 60, lastMessageAt: NOW },
    'unknown',
  ],
  ['a cleared statement', { connection: null, heartbeatInterval: 60, lastMessageAt: NOW }, 'online'],
];

const stations = fc.record({
  connection: fc.constantFrom<(ConnectionStatus | undefined)[]>('online', 'offline', 'unknown', undefined),
  heartbeatInterval: fc.option(fc.integer({ min: -10, max: 86400 }), { nil: undefined }),
  lastMessageAt: fc.option(fc.integer({ min: NOW - 1e9, max: NOW + 1e6 }), { nil: undefined }),
});

describe('the connection of a station', () => {
  for (const [title, station, expected] of cases) {
    it(`R4: is ${expected} with ${title}`, () => {
      expect(connectionOf(station, NOW)).to.equal(expected);
    });
  }

  it('R4: takes the number of missed heartbeats from the host', () => {
    const station = { heartbeatInterval: 10, lastMessageAt: ago(50 * SECOND) };
    expect(connectionOf(station, NOW, 5)).to.equal('offline');
    expect(connectionOf(station, NOW, 6)).to.equal('online');
  });

  it('R3: is online, offline or unknown, whatever is known of the station', () => {
    fc.assert(
      fc.property(stations, station => {
        expect(['online', 'offline', 'unknown']).to.include(connectionOf(station, NOW));
      }),
    );
  });

  it('R10: turns offline at exactly the moment foretold, and by time alone never otherwise', () => {
    fc.assert(
      fc.property(stations, fc.integer({ min: 1, max: 9 }), (station, missed) => {
        const deadline = offlineAt(station, missed);
        if (!Number.isFinite(deadline)) {
          expect(connectionOf(station, NOW - 1e12, missed)).to.equal(
            connectionOf(station, NOW + 1e12, missed),
          );
          return;
        }
        expect(connectionOf(station, deadline - 1, missed)).to.equal('online');
        expect(connectionOf(station, deadline, missed)).to.equal('offline');
      }),
    );
  });
});
