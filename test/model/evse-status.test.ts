import { expect } from 'chai';

import { evseStatusOf, higherOf } from '../../src/model/evse-status.js';
import { NO_WORD, readStatusWord } from '../../src/model/status-words.js';
import type { EvseStatus } from '../../src/model/records.js';

const evses: [title: string, own: string | undefined, connectors: string[], expected: EvseStatus][] = [
  ['nothing reported', undefined, [], 'undefined'],
  ['connectors that reported nothing', undefined, ['', ''], 'undefined'],
  ['one connector charging', undefined, ['Charging'], 'charging'],
  ['one occupied', undefined, ['Available', 'Occupied'], 'charging'],
  ['one faulted beside one charging', undefined, ['Charging', 'Faulted'], 'charging'],
  ['one faulted beside one available', undefined, ['Faulted', 'Available'], 'available'],
  ['one faulted beside one unavailable', undefined, ['Faulted', 'Unavailable'], 'undefined'],
  ['one faulted beside one without a word', undefined, ['', 'Faulted'], 'faulted'],
  ['one faulted beside one of a strange word', undefined, ['Broken', 'Faulted'], 'faulted'],
  ['one preparing beside one reserved', undefined, ['Reserved', 'Preparing'], 'available'],
  ['one reserved beside one available', undefined, ['Available', 'Reserved'], 'undefined'],
  ['one blocked beside one available', undefined, ['AVAILABLE', 'BLOCKED'], 'undefined'],
  ['one available beside one inoperative', undefined, ['INOPERATIVE', 'AVAILABLE'], 'available'],
  ['one finishing beside one preparing', undefined, ['preparing', 'finishing'], 'charging'],
  ['a status of its own against its connectors', 'Available', ['Faulted', 'Charging'], 'available'],
  ['a strange status of its own against its connectors', 'Broken', ['Charging'], 'undefined'],
];

describe('the status of an EVSE', () => {
  for (const [title, own, connectors, expected] of evses) {
    const words = connectors.map(readStatusWord);
    const stated = own === undefined ? undefined : readStatusWord(own);

    it(`R5: is ${expected} with ${title}, in any order`, () => {
      for (const list of [words, [...words].reverse()])
        expect(evseStatusOf(false, stated, list.reduce(higherOf, NO_WORD))).to.equal(expected);
    });

    it(`R5: is faulted with ${title} where its station reports a fault of itself`, () => {
      expect(evseStatusOf(true, stated, words.reduce(higherOf, NO_WORD))).to.equal('faulted');
    });
  }
});
