import { expect } from 'chai';

import { requestFeed } from '../../../src/provider/sources/request-feed.js';

describe('a feed that is asked for again', () => {
  it('comes from the browser’s cache where the server says that it has not changed (304), and shows so before it is read', async () => {
    const url = new URL('/custom-elements.json', location.href).href;
    const { signal } = new AbortController();
    const sizes = async () => {
      const answer = await requestFeed(url, signal);
      const { validator } = answer;
      const { length } = await answer.bytes();
      return { validator, length };
    };
    const first = await sizes();
    const second = await sizes();
    expect(first.validator).to.be.a('string');
    expect(second).to.deep.equal(first);
    const [, again] = performance.getEntriesByName(url) as PerformanceResourceTiming[];
    expect(again!.transferSize, 'headers alone').to.be.within(1, 1000);
    expect(first.length).to.be.above(10_000);
  });
});
