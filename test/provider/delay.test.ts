import { expect } from 'chai';

import { HOUR } from '../../src/model/time.js';
import { delay } from '../../src/provider/delay.js';

describe('a delay', () => {
  it('ends when its signal aborts', async () => {
    const controller = new AbortController();
    const ended = delay(HOUR, controller.signal);
    controller.abort();
    expect(await ended).to.equal(undefined);
  });

  it('is none where its signal has aborted before', async () => {
    expect(await delay(HOUR, AbortSignal.abort())).to.equal(undefined);
  });
});
