import { expect } from 'chai';

import { looksLikeOcpi, networkFromOcpi } from '../../../src/model/ocpi/network-from-ocpi.js';
import { at, epoch, evse, place, read } from '../../support/ocpi-feed.js';
import type { Fields } from '../../support/ocpi-feed.js';

describe('the moment an OCPI feed was true', () => {
  const data = [place('1', [evse('NL*ABC*E1*1', { last_updated: at(7) })], { last_updated: at(5) })];

  it('R14: is the timestamp of its envelope', () => {
    expect(networkFromOcpi({ data, timestamp: at(30) }, { asOf: 1 }).snapshot.asOf).to.equal(epoch(30));
  });

  it('R14: is the HTTP Date without a timestamp', () => {
    expect(networkFromOcpi({ data }, { asOf: epoch(20) }).snapshot.asOf).to.equal(epoch(20));
  });

  it('R14: is the newest last_updated of a bare file, be it an EVSE that is published again', () => {
    expect(networkFromOcpi(data).snapshot.asOf).to.equal(epoch(7));
    const again = place('1', [evse('NL*ABC*E9*1', { last_updated: at(9) })], { last_updated: at(1) });
    expect(networkFromOcpi([...data, again]).snapshot.asOf).to.equal(epoch(9));
  });

  it('R14: is not known of an empty feed', () => {
    expect(networkFromOcpi([])).to.deep.equal({ snapshot: { locations: [] }, problems: [] });
  });

  it('R14: is the HTTP Date where the timestamp cannot be read, which is reported', () => {
    const { snapshot, problems } = networkFromOcpi({ data, timestamp: 'noon' }, { asOf: epoch(20) });
    expect(snapshot.asOf).to.equal(epoch(20));
    expect(problems).to.have.length(1);
    expect(problems[0]).to.deep.include({ path: 'timestamp' });
    expect(problems[0]!.message).to.include('"noon"');
  });
});

describe('a location of an OCPI feed', () => {
  it('R17: is known by country_code*party_id*id and keeps its name and place', () => {
    const fields = { country: 'NLD', operator: { name: 'Some Operator' } };
    expect(read([place('21', [evse('NL*ABC*E1*1')], fields)]).locations[0]).to.deep.include({
      id: 'NL*ABC*21',
      name: 'Place 21',
      latitude: 52.5,
      longitude: 4.75,
      country: 'NLD',
      operator: 'Some Operator',
    });
  });

  it('R17: of OCPI 2.1.1, which knows no party, is known by its id', () => {
    const fields = { country_code: undefined, party_id: undefined };
    expect(read([place('21', [evse('E1')], fields)]).locations[0]!.id).to.equal('21');
  });

  it('R17: without a name is called by its address and city', () => {
    const named = (fields: Fields) =>
      read([place('1', [evse('E1')], { name: ' ', ...fields })]).locations[0]!.name;
    expect(named({ address: 'Dorpsstraat 1', city: 'Breda' })).to.equal('Dorpsstraat 1, Breda');
    expect(named({ city: 'Breda' })).to.equal('Breda');
    expect(named({})).to.equal(undefined);
  });

  it('R19: is of its country_code and its party where no country and operator are named', () => {
    expect(read([place('1', [evse('E1')])]).locations[0]).to.deep.include({ country: 'NL', operator: 'ABC' });
  });

  it('R15: published again is taken as of its newest last_updated, whole', () => {
    const feed = [
      place('1', [evse('NL*ABC*E1*1')], { name: 'old', last_updated: at(1) }),
      place('1', [evse('NL*ABC*E2*1')], { name: 'new', last_updated: at(3) }),
      place('1', [evse('NL*ABC*E3*1')], { name: 'older', last_updated: at(0) }),
    ];
    const { locations, ids } = read(feed);
    expect(locations.map(({ name }) => name)).to.deep.equal(['new']);
    expect(ids).to.deep.equal(['NL*ABC*E2']);
  });

  it('R15: published twice at the same moment, in whatever zone, is the first', () => {
    const feed = [
      place('1', [evse('E1')], { name: 'first', last_updated: '2026-06-07T14:00:00+02:00' }),
      place('1', [evse('E1')], { name: 'second', last_updated: '2026-06-07T12:00:00Z' }),
    ];
    expect(read(feed).locations.map(({ name }) => name)).to.deep.equal(['first']);
  });

  it('R15: published again stands where its newest is, so that the one before it keeps a station id of both', () => {
    const feed = [
      place('1', [evse('NL*ABC*E1*1')]),
      place('2', [evse('NL*ABC*E1*2')]),
      place('1', [evse('NL*ABC*E1*1')], { last_updated: at(1) }),
    ];
    const { locations, ids } = read(feed);
    expect(locations.map(({ id }) => id)).to.deep.equal(['NL*ABC*2', 'NL*ABC*1']);
    expect(ids).to.deep.equal(['NL*ABC*E1', 'NL*ABC*1/NL*ABC*E1']);
  });

  it('R15: of the same id and another party is another location', () => {
    const feed = [place('1', [evse('E1')]), place('1', [evse('E2')], { party_id: 'XYZ' })];
    expect(read(feed).locations.map(({ id }) => id)).to.deep.equal(['NL*ABC*1', 'NL*XYZ*1']);
  });

  it('R15: with no EVSE, or none that is left to it, is not kept', () => {
    const feed = [
      place('1', []),
      place('2', undefined),
      place('3', [evse('NL*ABC*E1*1', { last_updated: at(1) })]),
      place('4', [evse('NL*ABC*E1*1', { last_updated: at(2) })]),
    ];
    expect(read(feed).locations.map(({ id }) => id)).to.deep.equal(['NL*ABC*4']);
  });
});

describe('what looks like OCPI', () => {
  const feeds: [feed: unknown, expected: boolean][] = [
    [[], true],
    [{ data: [] }, true],
    [{ status_code: 2001, status_message: 'no such thing' }, true],
    [{ locations: [] }, false],
    [{}, false],
    [null, false],
    ['[]', false],
  ];

  for (const [feed, expected] of feeds) {
    it(`R23: is told by the content: ${JSON.stringify(feed)} ${expected ? 'does' : 'does not'}`, () => {
      expect(looksLikeOcpi(feed)).to.equal(expected);
    });
  }
});
