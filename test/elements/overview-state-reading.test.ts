import { expect } from 'chai';

import { readOverviewState } from '../../src/elements/overview-state.js';

function read(value: unknown) {
  const complaints: string[] = [];
  return { state: readOverviewState(value, message => complaints.push(message)), complaints };
}

describe('a state that a host sets', () => {
  it('is taken as it is where all of it can be understood', () => {
    const state = {
      hidden: { evse: ['faulted'], connection: [] },
      maps: { evse: { center: [4.9, 52.4], zoom: 7.5 } },
      list: {
        filter: { connection: ['online'], troubleFor: 3600 },
        tab: 'normal',
        dimension: 'evse',
        status: 'faulted',
        count: 3,
      },
    };
    expect(read(state)).to.deep.equal({ state, complaints: [] });
    expect(read({})).to.deep.equal({ state: { hidden: {}, maps: {}, list: undefined }, complaints: [] });
  });

  const cases: [unknown, string][] = [
    [undefined, 'state is nothing; expected an object.'],
    ['x', 'state is "x"; expected an object.'],
    [{ hidden: 5 }, 'state.hidden is 5; expected lists of statuses by dimension.'],
    [{ hidden: { evse: 'faulted' } }, 'state.hidden.evse is "faulted"; expected a list of statuses.'],
    [
      { hidden: { connection: ['offline', 'faulted'] } },
      'state.hidden.connection[1] is "faulted"; expected one of online, offline, unknown.',
    ],
    [
      { hidden: { evse: ['Faulted'] } },
      'state.hidden.evse[0] is "Faulted"; expected one of available, charging, faulted, undefined.',
    ],
    [
      { hidden: { station: ['offline'] } },
      'state.hidden.station[0] is "offline"; expected one of enabled, disabled, faulted, unknown.',
    ],
    [
      { hidden: { 'last-message': ['under-90s', 'older', 'under-an-hour'] } },
      'state.hidden.last-message[2] is "under-an-hour"; expected older, or a bound such as under-15m.',
    ],
    [
      { list: { filter: {}, tab: 'all' } },
      'state.list.tab is "all"; expected one of online, normal, offline.',
    ],
    [{ maps: [] }, 'state.maps is an array of 0; expected places by map.'],
    [
      { maps: { evse: { center: ['a', 1], zoom: 3 } } },
      'state.maps.evse is an object; expected {center: [longitude, latitude], zoom}.',
    ],
    [
      { maps: { connection: { center: [1, 91], zoom: 3 } } },
      'state.maps.connection is an object; expected {center: [longitude, latitude], zoom}.',
    ],
    [
      { hidden: { evses: ['faulted'] } },
      'state.hidden has a key that is "evses"; expected one of connection, evse, last-message, station.',
    ],
    [
      { maps: { station: { center: [4, 52], zoom: 3 } } },
      'state.maps has a key that is "station"; expected one of connection, evse.',
    ],
    [{ scope: { land: ['NL'] } }, 'state.scope has a key that is "land"; expected one of country, operator.'],
    [
      { list: { filter: {}, dimension: 'evses' } },
      'state.list.dimension is "evses"; expected one of connection, evse, last-message, station.',
    ],
    [{ scope: ['NL'] }, 'state.scope is an array of 1; expected {country, operator}, lists of texts.'],
    [{ scope: { country: [7] } }, 'state.scope.country is an array of 1; expected a list of texts.'],
    [
      { list: { filter: { evse: 'x' } } },
      'state.list is an object; expected {filter}, its fields lists of texts, troubleFor a number.',
    ],
    [
      { list: { filter: { troubleFor: 'long' } } },
      'state.list is an object; expected {filter}, its fields lists of texts, troubleFor a number.',
    ],
  ];
  for (const [value, complaint] of cases) {
    it(`is complained of where it cannot: ${complaint}`, () => {
      expect(read(value).complaints).to.deep.equal([complaint]);
    });
  }

  const scopes: [given: unknown, chosen: unknown][] = [
    [{ country: ['NL', 'DE', 'NL'] }, { country: ['NL', 'DE'] }],
    [{ country: 'NL', operator: [], city: 'x' }, { country: ['NL'] }],
    [{ country: 7, operator: ['North'] }, { operator: ['North'] }],
    [{}, undefined],
    [null, undefined],
  ];
  for (const [scope, chosen] of scopes) {
    it(`R32: chooses ${JSON.stringify(chosen)} by the scope ${JSON.stringify(scope)}`, () => {
      expect(read({ scope }).state.scope).to.deep.equal(chosen);
    });
  }

  it('goes on with the good rest', () => {
    const { state, complaints } = read({
      hidden: { evse: [1], station: ['faulted', 'lost'] },
      maps: 7,
      list: { filter: {}, tab: 'x' },
    });
    expect(state.hidden).to.deep.equal({ station: ['faulted'] });
    expect(state.list).to.deep.include({ filter: {}, tab: undefined });
    expect(complaints).to.have.length(4);
  });
});
