import { expect } from 'chai';

import { lastMessageStatuses } from '../../src/model/last-message.js';
import type { StationFilter } from '../../src/model/records.js';
import { isOfTrouble } from '../../src/model/trouble-list.js';

const cases: [filter: StationFilter, expected: boolean, buckets?: string[]][] = [
  [{}, false],
  [{ connection: ['offline'] }, true],
  [{ connection: ['online'] }, false],
  [{ connection: ['offline', 'unknown'] }, false],
  [{ connection: [] }, false],
  [{ connection: ['online'], evse: ['faulted'] }, true],
  [{ connection: ['online'], evse: ['charging'] }, false],
  [{ connection: ['offline'], evse: ['charging'] }, true],
  [{ station: ['faulted'] }, true],
  [{ station: ['disabled'] }, false],
  [{ lastMessage: ['under-7d', 'older'] }, true],
  [{ lastMessage: ['older'] }, true],
  [{ lastMessage: ['under-24h', 'older'] }, false],
  [{ lastMessage: ['older'] }, false, lastMessageStatuses([3600])],
  [{ country: ['NL'] }, false],
  [{ country: ['NL'], troubleFor: 3600 }, true],
  [{ troubleFor: 0 }, true],
];

describe('whether a list is one of trouble', () => {
  for (const [filter, expected, buckets] of cases) {
    const among = buckets ? ` of ${buckets.join(', ')}` : '';
    it(`R27: that of ${JSON.stringify(filter)}${among} is${expected ? '' : ' not'}`, () => {
      expect(isOfTrouble(filter, buckets)).to.equal(expected);
    });
  }
});
