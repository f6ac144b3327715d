import { expect } from 'chai';

import type { DataProvider } from '../../src/provider/data-provider.js';
import { scopedProvider } from '../../src/provider/scoped-provider.js';
import type { Scope } from '../../src/model/records.js';

const SCOPE: Scope = { country: ['NL', 'BE'] };

/** A provider that answers every question with what it was asked with. */
function echo(): DataProvider {
  const answer = (...asked: unknown[]) => Promise.resolve(asked);
  return {
    state: { status: 'ready', leftOut: 0 },
    subscribe: () => () => undefined,
    ...{ refresh: answer, counts: answer, mapItems: answer, location: answer, stations: answer },
    ...{ bounds: answer, trend: answer, facets: answer },
  } as unknown as DataProvider;
}

describe('a provider that is narrowed to a scope', () => {
  it('R32: asks every question within it, and passes on what else was asked', async () => {
    const scoped = scopedProvider(echo(), SCOPE);
    const { signal } = new AbortController();
    const options = { signal, scope: SCOPE };
    expect(await scoped.counts('evse', { includeOffline: true })).to.deep.equal([
      'evse',
      { includeOffline: true, scope: SCOPE },
    ]);
    expect(await scoped.location('l', { signal })).to.deep.equal(['l', options]);
    expect(await scoped.bounds!({ signal })).to.deep.equal([options]);
    expect(await scoped.trend!('evse', { from: 7, signal })).to.deep.equal(['evse', { from: 7, ...options }]);
    expect(await scoped.facets!('operator', { signal })).to.deep.equal(['operator', options]);
  });

  it('R32: stays within its scope where a question asks for another', async () => {
    const scoped = scopedProvider(echo(), SCOPE);
    const [, { scope }] = (await scoped.counts('evse', {
      scope: { country: ['BE', 'DE'], operator: 'North' },
    })) as unknown as [string, { scope: Scope }];
    expect(scope).to.deep.equal({ country: ['BE'], operator: ['North'] });
    const within = scopedProvider(scoped, { country: 'NL' });
    expect(await within.counts('evse')).to.deep.equal(['evse', { scope: { country: ['NL'] } }]);
  });

  it('has no more questions than the provider itself', () => {
    const scoped = scopedProvider(
      { ...echo(), bounds: undefined, trend: undefined, facets: undefined },
      SCOPE,
    );
    expect([scoped.now, scoped.bounds, scoped.trend, scoped.facets]).to.deep.equal([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});
