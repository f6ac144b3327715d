import { expect } from 'chai';

import { MINUTE, SECOND } from '../../src/model/time.js';
import { loadRetryDelay } from '../../src/provider/load-retry-delay.js';
import { RequestError } from '../../src/provider/sources/request-error.js';
import { UnreadableError } from '../../src/model/unreadable-error.js';

const refused = new RequestError({ message: '', isPassing: false, status: 403 });
const busy = new RequestError({ message: '', isPassing: true, status: 503, retryAfter: 5 * MINUTE });

describe('loadRetryDelay', () => {
  for (const [what, failures, error, least, most] of [
    ['a failure that may pass', 1, new Error('lost'), SECOND / 2, SECOND],
    ['the third of them', 3, new Error('lost'), 2 * SECOND, 4 * SECOND],
    ['a load that was refused', 1, refused, MINUTE / 2, MINUTE],
    ['what is no network', 1, new UnreadableError('none'), MINUTE / 2, MINUTE],
    ['a server that asks for longer', 1, busy, 5 * MINUTE, 5 * MINUTE],
  ] as const)
    it(`waits from ${least / SECOND} to ${most / SECOND} s after ${what}`, () => {
      expect(loadRetryDelay(failures, error)).to.be.within(least, most);
    });
});
