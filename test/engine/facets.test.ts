import { expect } from 'chai';

import { Facets } from '../../src/engine/facets.js';
import { Network } from '../../src/engine/network.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { Facet } from '../../src/model/questions.js';
import type { Location, Scope } from '../../src/model/records.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { location, NOON, randomChange, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const SCOPES: (Scope | undefined)[] = [undefined, { country: 'NL' }, { operator: ['North', 'South'] }];

function networkOf(locations: readonly Location[]): Network {
  const network = new Network(RULES, NOON);
  network.load(locations);
  network.begin(NOON);
  return network;
}

describe('the facets of a network', () => {
  it('R32: count production stations, most first and then by value, and leave out what is blank', () => {
    const network = networkOf([
      location('1', [station('a'), station('b')], { country: 'NL', operator: 'North' }),
      location('2', [station('c')], { country: 'DE', operator: '' }),
      location('3', [station('d')], { country: 'BE', operator: 'South' }),
      location('4', [station('e', { deploymentState: 'stock' })], { country: 'FR', operator: 'South' }),
      location('5', [station('f')]),
      location('6', [], { country: 'GB' }),
      location('7', [station('g')], { country: ' ', operator: '\t' }),
    ]);
    const facets = new Facets();
    expect(facets.values(network, 'country')).to.deep.equal([
      { value: 'NL', stations: 2 },
      { value: 'BE', stations: 1 },
      { value: 'DE', stations: 1 },
    ]);
    expect(facets.values(network, 'operator', { country: ['NL', 'DE'] })).to.deep.equal([
      { value: 'North', stations: 2 },
    ]);
  });

  it('R32: agree with a recount through changes and a reload', () => {
    const random = seeded(32);
    const oracle = new BruteForce(randomLocations(random, 40, NOON), NOON);
    let network = networkOf(oracle.snapshot().locations);
    const facets = new Facets();
    for (let count = 0; count < 400; count++) {
      const change = randomChange(random, oracle.ids, NOON);
      network.change(change, NOON);
      oracle.change(change);
      if (count === 200) {
        const snapshot = structuredClone(oracle.snapshot());
        const next = new Network(RULES, oracle.now, oracle.now);
        next.load(snapshot.locations);
        oracle.load(snapshot);
        next.begin(oracle.now, network);
        network = next;
      }
      for (const facet of ['country', 'operator'] as const)
        for (const scope of SCOPES)
          expect(facets.values(network, facet, scope)).to.deep.equal(oracle.facets(facet, scope));
    }
  });

  it('are a new answer each time, however many were asked for', () => {
    const network = networkOf([location('1', [station('a')], { country: 'NL' })]);
    const facets = new Facets();
    for (let count = 0; count < 40; count++) {
      const scope = { country: ['NL', `C${count}`] };
      const [first, second] = [0, 1].map(() => facets.values(network, 'country', scope));
      first![0]!.stations = 7;
      expect(second).to.deep.equal([{ value: 'NL', stations: 1 }]);
    }
  });

  it('are refused of what there is not', () => {
    expect(() => new Facets().values(networkOf([]), 'city' as Facet)).to.throw(
      RangeError,
      'facet is "city"; expected country or operator.',
    );
  });
});
