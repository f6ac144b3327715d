import { expect } from 'chai';
import fc from 'fast-check';

import { NO_WORD, readStatusWord } from '../../src/model/status-words.js';
import type { Operability } from '../../src/model/status-words.js';
import { EVSE_STATUSES } from '../../src/model/statuses.js';
import type { EvseStatus } from '../../src/model/records.js';

/** The table "How statuses are read", row by row. */
const words: [protocol: string, expected: EvseStatus, words: string[]][] = [
  ['OCPP 1.6', 'available', ['Available', 'Preparing']],
  ['OCPP 1.6', 'charging', ['Charging', 'SuspendedEV', 'SuspendedEVSE', 'Finishing']],
  ['OCPP 1.6', 'faulted', ['Faulted']],
  ['OCPP 1.6', 'undefined', ['Reserved', 'Unavailable']],
  ['OCPP 2.x', 'charging', ['Occupied']],
  ['OCPI', 'available', ['AVAILABLE']],
  ['OCPI', 'charging', ['CHARGING']],
  ['OCPI', 'faulted', ['OUTOFORDER']],
  ['OCPI', 'undefined', ['BLOCKED', 'INOPERATIVE', 'RESERVED', 'UNKNOWN', 'PLANNED', 'REMOVED']],
  ['any letter case', 'available', ['available', 'PREPARING', 'aVAILABLE']],
  ['any letter case', 'charging', ['suspendedev', 'SUSPENDEDEVSE', 'finishing', 'charging']],
  ['any letter case', 'faulted', ['faulted', 'OutOfOrder']],
];

const parts: [expected: Operability, words: string[]][] = [
  [
    'operative',
    [
      ...['Available', 'Preparing', 'Charging', 'SuspendedEV', 'SuspendedEVSE', 'Finishing', 'Occupied'],
      ...['Reserved', 'AVAILABLE', 'CHARGING', 'BLOCKED', 'RESERVED', 'occupied', 'blocked'],
    ],
  ],
  ['faulted', ['Faulted', 'OUTOFORDER', 'FAULTED', 'outoforder']],
  ['unavailable', ['Unavailable', 'INOPERATIVE', 'unavailable', 'Inoperative']],
  ['unreported', ['UNKNOWN', 'PLANNED', 'REMOVED', 'unknown', 'hasOwnProperty']],
];

const strange = [' ', 'toString', '__proto__', 'constructor', 'Available ', 'Broken', 'Suspended'];

const ORDER = [
  ...['Charging', 'Occupied', 'SuspendedEV', 'SuspendedEVSE', 'Finishing', 'Preparing', 'Reserved'],
  ...['Available', 'Unavailable', 'Faulted'],
];

describe('a status word', () => {
  for (const [protocol, expected, list] of words) {
    for (const word of list) {
      it(`R5: ${word} of ${protocol} is read as ${expected}`, () => {
        const { status, isKnown } = readStatusWord(word);
        expect([status, isKnown]).to.deep.equal([expected, true]);
      });
    }
  }

  for (const [expected, list] of parts) {
    it(`R8: is read as ${expected}: ${list.join(', ')}`, () => {
      expect(list.map(word => readStatusWord(word).operability)).to.deep.equal(list.map(() => expected));
    });
  }

  it('R5: that was not reported, or is empty, is no word', () => {
    for (const word of [undefined, null, '']) expect(readStatusWord(word)).to.equal(NO_WORD);
    expect([NO_WORD.status, NO_WORD.isKnown]).to.deep.equal(['undefined', true]);
  });

  for (const word of strange) {
    it(`R5: that is in no table is undefined and known to be strange: ${JSON.stringify(word)}`, () => {
      expect(readStatusWord(word)).to.deep.equal({
        status: 'undefined',
        rank: 0,
        operability: 'unreported',
        isKnown: false,
      });
    });
  }

  it('R5: ranks from Charging down to nothing', () => {
    const ranks = [...ORDER, ''].map(word => readStatusWord(word).rank);
    ranks.forEach((rank, index) => {
      if (index > 0) expect(rank, ORDER[index] ?? 'nothing').to.be.below(ranks[index - 1]!);
    });
  });

  const places: [word: string, above: string, below: string][] = [
    ['BLOCKED', 'Preparing', 'Available'],
    ['INOPERATIVE', 'Available', 'Faulted'],
    ['OUTOFORDER', 'Unavailable', ''],
  ];
  for (const [word, above, below] of places) {
    it(`R5: ${word} of OCPI ranks between ${above} and ${below || 'nothing'}`, () => {
      const { rank } = readStatusWord(word);
      expect(rank).to.be.below(readStatusWord(above).rank);
      expect(rank).to.be.above(readStatusWord(below).rank);
    });
  }

  it('R5: is one of the four whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), word => {
        expect(EVSE_STATUSES).to.include(readStatusWord(word).status);
      }),
    );
  });
});
