import { expect } from 'chai';

import type { LastMessageMeaning } from '../../src/model/records.js';
import { HOUR } from '../../src/model/time.js';
import {
  faultTrouble,
  lastsLonger,
  longestTrouble,
  offlineTrouble,
  silenceTrouble,
} from '../../src/model/trouble-since.js';
import type { OfflineReport, Trouble } from '../../src/model/trouble-since.js';

const NOW = 1_780_833_600_000;
const DAY = 24 * HOUR;
/** Three intervals of 300 s, which make a station offline. */
const MISSED = 900_000;

const stated = (since: number): Trouble => ({ since, sinceIs: 'stated' });
const observed = (since: number): Trouble => ({ since, sinceIs: 'observed' });
const derived = (since: number): Trouble => ({ since, sinceIs: 'derived' });

const heard = { heartbeatInterval: 300, lastMessageAt: NOW - HOUR };

const offline: [title: string, station: OfflineReport, expected: Trouble][] = [
  [
    'what is stated',
    { connection: 'offline', offlineSince: NOW - 5, seenAt: NOW - 3, ...heard },
    stated(NOW - 5),
  ],
  [
    'what is stated, although it is longer ago than the last message',
    { ...heard, offlineSince: 7 },
    stated(7),
  ],
  ['what is stated, of this very moment', { connection: 'offline', offlineSince: NOW }, stated(NOW)],
  ['what was seen', { connection: 'offline', seenAt: NOW - 3, ...heard }, observed(NOW - 3)],
  [
    'what was seen, where what is stated is yet to come',
    { connection: 'offline', offlineSince: NOW + 1, seenAt: NOW - 3 },
    observed(NOW - 3),
  ],
  ['the third missed heartbeat', { connection: 'offline', ...heard }, derived(NOW - HOUR + MISSED)],
  ['the third missed heartbeat, where nothing is stated', heard, derived(NOW - HOUR + MISSED)],
  [
    'the third missed heartbeat, where it was only seen to be stated before',
    { ...heard, seenAt: NOW - 3 },
    derived(NOW - HOUR + MISSED),
  ],
  ['nothing: no interval', { connection: 'offline', lastMessageAt: NOW - HOUR }, {}],
  ['nothing: never heard of', { connection: 'offline', heartbeatInterval: 300 }, {}],
  ['nothing: never heard of, and nothing stated', { heartbeatInterval: 300, lastMessageAt: NaN }, {}],
  [
    'nothing: no heartbeat is missed yet',
    { connection: 'offline', heartbeatInterval: 300, lastMessageAt: NOW - 1 },
    {},
  ],
  ['nothing: what is stated is yet to come', { connection: 'offline', offlineSince: NOW + 1 }, {}],
];

const faults: [stated: number | undefined, seen: number | undefined, expected: Trouble][] = [
  [NOW - 5, NOW - 3, stated(NOW - 5)],
  [NOW + 1, NOW - 3, observed(NOW - 3)],
  [undefined, NOW - 3, observed(NOW - 3)],
  [undefined, NaN, {}],
  [NOW + 1, NaN, {}],
  [undefined, undefined, {}],
];

const silence: [
  lastMessageAt: number | undefined,
  lastMessageIs: LastMessageMeaning | undefined,
  expected: Trouble | undefined,
][] = [
  [NOW - DAY, undefined, derived(NOW)],
  [NOW - DAY + 1, undefined, undefined],
  [NOW - 9 * DAY, 'message', derived(NOW - 8 * DAY)],
  [NOW - 9 * DAY, 'update', undefined],
  [NaN, undefined, undefined],
  [undefined, undefined, undefined],
  [NOW + HOUR, undefined, undefined],
];

const longest: [troubles: (Trouble | undefined)[], expected: Trouble | undefined][] = [
  [[], undefined],
  [[undefined, undefined], undefined],
  [[stated(9), observed(7), derived(8)], observed(7)],
  [[{}, derived(8)], derived(8)],
  [[derived(8), {}], derived(8)],
  [[{}, undefined], {}],
  [[stated(7), derived(7)], stated(7)],
];

const lasting: [trouble: Trouble, seconds: number, expected: boolean][] = [
  [{}, 0, true],
  [{}, 1, false],
  [derived(NOW), 0, true],
  [derived(NOW - 1000), 1, false],
  [derived(NOW - 1001), 1, true],
];

describe('since when there is trouble', () => {
  for (const [title, station, expected] of offline) {
    it(`R27: of a station that is offline it is ${title}`, () => {
      expect(offlineTrouble(station, NOW)).to.deep.equal(expected);
    });
  }

  it('R27: goes by the number of heartbeats that a host lets be missed', () => {
    expect(offlineTrouble(heard, NOW, 2)).to.deep.equal(derived(NOW - HOUR + 600_000));
  });

  for (const [given, seen, expected] of faults) {
    it(`R27: of a fault stated since ${given} and seen at ${seen} it is ${JSON.stringify(expected)}`, () => {
      expect(faultTrouble(given, seen, NOW)).to.deep.equal(expected);
    });
  }

  for (const [lastMessageAt, lastMessageIs, expected] of silence) {
    it(`R26: a station whose last ${lastMessageIs ?? 'message'} came ${NOW - lastMessageAt!} ms ago is ${expected ? '' : 'not '}silent`, () => {
      expect(silenceTrouble(lastMessageAt, NOW, lastMessageIs)).to.deep.equal(expected);
    });
  }

  for (const [troubles, expected] of longest) {
    it(`R27: of ${JSON.stringify(troubles)} the longest is ${JSON.stringify(expected)}`, () => {
      expect(longestTrouble(troubles)).to.deep.equal(expected);
    });
  }

  for (const [trouble, seconds, expected] of lasting) {
    it(`R27: ${JSON.stringify(trouble)} lasts ${expected ? 'for more than' : 'not for more than'} ${seconds} s`, () => {
      expect(lastsLonger(trouble, seconds, NOW)).to.equal(expected);
    });
  }
});
