import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../../src/model/last-message.js';
import type { Location, Scope } from '../../../src/model/records.js';
import { StationLists } from '../../../src/engine/station-lists.js';
import { Network } from '../../../src/engine/network.js';
import { expectAgreement } from '../../support/agreement.js';
import { answersOf } from '../../support/answers-of.js';
import { BruteForce } from '../../../src/testing/brute-force.js';
import { location, NOON, randomChange, randomLocations, station } from '../../support/networks.js';
import { seeded } from '../../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

function networkOf(locations: readonly Location[]): Network {
  const network = new Network(RULES, NOON);
  network.load(locations);
  network.begin(NOON);
  return network;
}

const scopes: [title: string, scope: Scope, holds: (location: Location) => boolean][] = [
  ['a country', { country: 'NL' }, ({ country }) => country === 'NL'],
  ['several countries', { country: ['NL', 'DE'] }, ({ country }) => ['NL', 'DE'].includes(country!)],
  ['an operator', { operator: ['North'] }, ({ operator }) => operator === 'North'],
  [
    'an operator in a country',
    { country: 'GB', operator: 'South' },
    ({ country, operator }) => country === 'GB' && operator === 'South',
  ],
  ['a country that is not there', { country: 'XX' }, () => false],
  ['no country at all', { country: [] }, () => false],
];

describe('a scope', () => {
  for (const [title, scope, holds] of scopes) {
    it(`answers like a network of just its locations: ${title}`, async () => {
      const locations = randomLocations(seeded(5), 200, NOON);
      const scoped = new BruteForce(locations.filter(holds), NOON);
      const network = networkOf(locations);
      const answers = answersOf(network);
      await expectAgreement(
        {
          counts: (dimension, options) => answers.counts(dimension, { ...options, scope }),
          mapItems: view => answers.mapItems(view, { scope }),
          location: id => answers.location(id, { scope }),
          stations: query => answers.stations(query, { scope }),
        },
        scoped,
      );
      expect(network.scopes.tally(scope).leftOut).to.equal(scoped.leftOut());
    });
  }

  it('hides the location of another', async () => {
    const answers = answersOf(networkOf([location('l', [station('s')], { country: 'NL' })]));
    expect(await answers.location('l', { scope: { country: 'NL' } })).to.have.property('id', 'l');
    expect(await answers.location('l', { scope: { country: 'DE' } })).to.equal(undefined);
  });

  it('follows a location that changes its country, and takes in a country that was not there before', async () => {
    const network = networkOf([location('l', [station('s')], { country: 'NL' })]);
    const answers = answersOf(network);
    const total = async (country: string) =>
      (await answers.counts('connection', { scope: { country } })).total;
    expect([await total('NL'), await total('FR')]).to.deep.equal([1, 0]);
    network.change({ locations: [location('l', [station('s')], { country: 'FR' })] }, NOON);
    expect([await total('NL'), await total('FR')]).to.deep.equal([0, 1]);
  });

  it('leaves no trace of a text that no location has, nor does a filter', () => {
    const network = networkOf([location('l', [station('s')], { country: 'NL' })]);
    const lists = new StationLists(network, 'lists');
    const { size } = network.store.dictionary;
    for (let count = 0; count < 20; count++) {
      const text = `X${count}`;
      network.scopes.tally({ country: text, operator: [text] });
      lists.page(
        { filter: { country: [text], operator: [text], deploymentState: [text] } },
        { country: text },
      );
    }
    expect(network.store.dictionary.size).to.equal(size);
  });

  it('goes on counting however many others are asked for in between', async () => {
    const random = seeded(9);
    const locations = randomLocations(random, 60, NOON);
    const oracle = new BruteForce(locations, NOON);
    const network = networkOf(locations);
    const answers = answersOf(network);
    for (let count = 0; count < 40; count++) {
      const scope = {
        country: random.pick(['NL', 'DE', 'GB']),
        operator: [`O${count}`, random.pick(['North', 'South'])],
      };
      const change = randomChange(random, oracle.ids, NOON);
      network.change(change, NOON);
      oracle.change(change);
      expect(await answers.counts('connection', { scope })).to.deep.equal(
        oracle.counts('connection', { scope }),
      );
      const first = { operator: 'North' };
      expect(await answers.counts('evse', { scope: first })).to.deep.equal(
        oracle.counts('evse', { scope: first }),
      );
    }
  });
});
