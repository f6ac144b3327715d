import { expect } from 'chai';

import { isNoSooner, supersedes } from '../../src/model/superseded.js';
import { HOUR } from '../../src/model/time.js';

const NOON = '2026-06-07T12:00:00Z';
const AT_NOON = Date.parse(NOON);

describe('a moment that is no sooner than another', () => {
  for (const [later, earlier, expected] of [
    [undefined, undefined, true],
    [5, 5, true],
    [6, 5, true],
    [5, 6, false],
    [NOON, AT_NOON - 1, true],
    [AT_NOON, NOON, true],
    [AT_NOON - 1, NOON, false],
    [AT_NOON + HOUR, NOON, true],
    [AT_NOON + HOUR + 1, NOON, false],
    [5, undefined, false],
    [undefined, 5, false],
    [null, null, false],
    ['noon', 'noon', false],
  ] as const) {
    it(`${JSON.stringify(later)} after ${JSON.stringify(earlier)}: ${expected}`, () => {
      expect(isNoSooner(later, earlier)).to.equal(expected);
    });
  }
});

describe('a change of a station that leaves nothing of an earlier one', () => {
  const evse = (id: string, fields: object) => ({ id: 'S', evses: [{ id, ...fields }] });
  const connector = (id: string, status: unknown) => evse('1', { connectors: [{ id, status }] });
  for (const [later, earlier, expected] of [
    [{ id: 'S' }, { id: 'S' }, true],
    [{ id: 'S', status: 'Available' }, { id: 'S', status: 'Faulted' }, true],
    [{ id: 'S', status: 'Faulted' }, { id: 'S', status: 'OUTOFORDER' }, true],
    // What was said of the fault before goes with its end.
    [{ id: 'S', status: 'Faulted' }, { id: 'S', status: 'Available' }, false],
    [evse('1', { status: 'OutOfOrder' }), evse('1', { status: 'Available' }), false],
    [connector('1', 'Faulted'), connector('1', 'Charging'), false],
    [{ id: 'S', connection: 'offline' }, { id: 'S', connection: 'online' }, false],
    [{ id: 'S', connection: 'offline' }, { id: 'S', connection: 'offline' }, true],
    [{ id: 'S', status: 'Faulted' }, { id: 'S' }, true],
    [{ id: 'S', href: '/s' }, { id: 'S' }, false],
    [{ id: 'S', lastMessageAt: 5 }, { id: 'S' }, false],
    [{ id: 'S', status: null }, { id: 'S', status: null }, true],
    [{ id: 'S', status: null }, { id: 'S', status: 'Available' }, false],
    [{ id: 'S', status: '' }, { id: 'S', status: 'Available' }, false],
    [{ id: 'S', status: null, lastMessageAt: 5 }, { id: 'S', status: 'Available', lastMessageAt: 5 }, true],
    [{ ...evse('1', { status: 'Charging' }), status: null }, { id: 'S', status: 'Available' }, true],
    [{ id: 'S', status: 'Available', href: '/s' }, { id: 'S', status: 'Faulted' }, true],
    [{ id: 'S', status: 'Available' }, { id: 'S', status: 'Faulted', href: '/s' }, false],
    [{ id: 'S', status: 7 }, { id: 'S', status: 'Available' }, false],
    [{ id: 'S', status: undefined }, { id: 'S', status: 'Available' }, false],
    [{ id: 'S' }, { id: 'S', status: undefined }, true],
    [{ id: 'S', connection: 'online' }, { id: 'S', connection: 'offline' }, true],
    [{ id: 'S', connection: 'on' }, { id: 'S', connection: 'offline' }, false],
    [{ id: 'S', heartbeatInterval: 60 }, { id: 'S', heartbeatInterval: 300 }, true],
    [{ id: 'S', heartbeatInterval: '60' }, { id: 'S', heartbeatInterval: 300 }, false],
    [{ id: 'S', heartbeatInterval: -1 }, { id: 'S', heartbeatInterval: 300 }, false],
    [{ id: 'S', lastMessageAt: 6 }, { id: 'S', lastMessageAt: 5 }, true],
    [{ id: 'S', lastMessageAt: 5 }, { id: 'S', lastMessageAt: 6 }, false],
    [{ id: 'S', lastMessageAt: null }, { id: 'S', lastMessageAt: 6 }, false],
    [{ id: 'S', status: 'Available', lastMessageAt: 5 }, { id: 'S', status: 'Faulted' }, false],
    [{ id: 'S', offlineSince: 7 }, { id: 'S', offlineSince: 5 }, true],
    [{ id: 'S', offlineSince: 5 }, { id: 'S', offlineSince: 7 }, true],
    [{ id: 'S', offlineSince: 5 + HOUR + 1 }, { id: 'S', offlineSince: 5 }, false],
    [{ id: 'S', offlineSince: 'noon' }, { id: 'S', offlineSince: 5 }, false],
    [{ id: 'S', faultedSince: null }, { id: 'S', faultedSince: null }, true],
    [{ id: 'S', faultedSince: null }, { id: 'S', faultedSince: 5 }, true],
    [{ id: 'S', errorCode: null }, { id: 'S', errorCode: 'GroundFailure' }, true],
    [{ id: 'S', info: 7 }, { id: 'S', info: 'Phase L2' }, false],
    [{ id: 'S', vendor: 'A' }, { id: 'S', vendor: 'B' }, false],
    [evse('1', { status: 'Charging' }), evse('1', { status: 'Available' }), true],
    [evse('2', { status: 'Charging' }), evse('1', { status: 'Available' }), false],
    [evse('1', {}), evse('1', { status: 'Available' }), false],
    [{ id: 'S', evses: null }, evse('1', { status: 'Available' }), false],
    [connector('1', 'Charging'), connector('1', 'Available'), true],
    [connector('1', null), connector('1', 'Available'), false],
    [connector('2', 'Charging'), connector('1', 'Available'), false],
    [connector('1', 7), connector('1', 'Available'), false],
    [evse('1', { status: 'Charging' }), connector('1', 'Available'), false],
  ] as const) {
    it(`${JSON.stringify(later)} after ${JSON.stringify(earlier)}: ${expected}`, () => {
      expect(supersedes(later, earlier)).to.equal(expected);
    });
  }
});
