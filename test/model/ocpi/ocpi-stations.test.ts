import { expect } from 'chai';
import fc from 'fast-check';

import type { OcpiOptions } from '../../../src/model/ocpi/network-from-ocpi.js';
import { stationStatusOf } from '../../../src/model/station-status.js';
import { readStatusWord } from '../../../src/model/status-words.js';
import type { Station } from '../../../src/model/records.js';
import { at, epoch, evse, place, read } from '../../support/ocpi-feed.js';

/** The one station of a location with EVSEs of these statuses. */
const stationOf = (...statuses: string[]): Station =>
  read([
    place(
      '1',
      statuses.map((status, index) => evse(`NL*ABC*E1*${index + 1}`, { status })),
    ),
  ]).stations[0]!;

const evseIds = (station: Station) => station.evses!.map(({ id }) => id);

describe('an EVSE of an OCPI feed', () => {
  it('R5: is one whatever case, stars, hyphens and spaces its evse_id is written with', () => {
    const feed = [
      place('1', [evse('NL*ABC*E1*1', { status: 'CHARGING', last_updated: at(2) })]),
      place('2', [evse('nl-abc-e1-1', { last_updated: at(1) }), evse('NLABCE11', { last_updated: at(0) })]),
      place('3', [evse('NL ABC E1 1', { last_updated: at(2) })]),
    ];
    const { stations } = read(feed);
    expect(stations.map(({ evses }) => evses)).to.deep.equal([[{ id: 'NL*ABC*E1*1', status: 'CHARGING' }]]);
  });

  it('R5: without an evse_id is known by its uid at its location', () => {
    const feed = [
      place('1', [evse(undefined, { uid: '7', status: 'CHARGING' }), evse('', { uid: '7' })]),
      place('2', [evse(undefined, { uid: '7' })]),
    ];
    expect(read(feed).stations.map(({ evses }) => evses)).to.deep.equal([
      [{ id: '7', status: 'CHARGING' }],
      [{ id: '7', status: 'AVAILABLE' }],
    ]);
  });

  it('R5: stands once, as of its newest last_updated and else the first, wherever a feed publishes it again', () => {
    const published = fc.record({
      location: fc.integer({ min: 0, max: 3 }),
      id: fc.integer({ min: 0, max: 5 }),
      minute: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(published, { maxLength: 30 }), list => {
        const ids = [...new Set(list.map(({ location }) => location))];
        const feed = ids.map(location =>
          place(
            String(location),
            list.flatMap(({ id, minute, ...of }, index) =>
              of.location === location
                ? [evse(`E${id}`, { status: String(index), last_updated: at(minute) })]
                : [],
            ),
          ),
        );
        // Brute force: in the feed's order, nothing before is as new and nothing after is newer.
        const flat = ids.flatMap(location =>
          list.flatMap((entry, index) => (entry.location === location ? [{ ...entry, index }] : [])),
        );
        const expected = flat.filter((entry, position) =>
          flat.every(
            (other, place) =>
              other.id !== entry.id ||
              place === position ||
              other.minute < entry.minute ||
              (other.minute === entry.minute && place > position),
          ),
        );
        const { locations } = read(feed);
        const got = locations.flatMap(location =>
          location.stations.flatMap(station =>
            station.evses!.map(({ status }) => `${location.id}: ${status}`),
          ),
        );
        expect(got.sort()).to.deep.equal(
          expected.map(({ location, index }) => `NL*ABC*${location}: ${index}`).sort(),
        );
      }),
    );
  });
});

describe('the stations of an OCPI feed', () => {
  const grouped: [evse_id: string, station: string][] = [
    ['NL*UB2*E92*1', 'NL*UB2*E92'],
    ['NL*UB2*E92*12', 'NL*UB2*E92'],
    ['NL*UB2*E92*123', 'NL*UB2*E92'],
    ['NL*EFL*EV9221687*C1', 'NL*EFL*EV9221687'],
    ['nl*efl*ev9221687*c1', 'nl*efl*ev9221687'],
    ['NL*TNM*EGL31*1*0063*02*1', 'NL*TNM*EGL31*1*0063*02'],
    ['NL*UB2*E92*1234', 'the uid'],
    ['NL*UB2*E92*CC1', 'the uid'],
    ['NL*UB2*E92*C', 'the uid'],
    ['NL*UB2*E92*', 'the uid'],
    ['NLUB2E921', 'the uid'],
    ['NL-UB2-E92-1', 'the uid'],
    ['*1', 'the uid'],
  ];

  for (const [evse_id, station] of grouped) {
    it(`R17: of the EVSE ${evse_id} is ${station}`, () => {
      expect(read([place('1', [evse(evse_id, { uid: 'the uid' })])]).ids).to.deep.equal([station]);
    });
  }

  it('R17: hold the EVSEs of their location that are numbered under one id', () => {
    const feed = [
      place(
        '1',
        ['E1*1', 'E2*1', 'E1*2', 'E3'].map(id => evse(`NL*ABC*${id}`)),
      ),
    ];
    const { stations } = read(feed);
    expect(stations.map(station => [station.id, evseIds(station)])).to.deep.equal([
      ['NL*ABC*E1', ['NL*ABC*E1*1', 'NL*ABC*E1*2']],
      ['NL*ABC*E2', ['NL*ABC*E2*1']],
      ['uid of NL*ABC*E3', ['NL*ABC*E3']],
    ]);
  });

  it('R17: of a later location take its id before theirs where one before has the same', () => {
    const feed = [
      place('1', [evse('NL*ABC*E1*1')]),
      place('2', [evse('NL*ABC*E1*2'), evse('NL*ABC*E1*3')]),
      place('3', [evse('NL*ABC*E1*4')]),
    ];
    expect(read(feed).ids).to.deep.equal(['NL*ABC*E1', 'NL*ABC*2/NL*ABC*E1', 'NL*ABC*3/NL*ABC*E1']);
  });

  const named: [title: string, evses: [evse_id: string | undefined, uid: string][][], ids: string[]][] = [
    [
      'without a number or an evse_id take their uid, after that their location and it',
      [[[undefined, '1']], [[undefined, '1']]],
      ['1', 'NL*ABC*1/1'],
    ],
    [
      'of one location without a number and with one uid stay apart',
      [
        [
          ['NL*ABC*E100', '1'],
          ['NL*ABC*E200', '1'],
          ['NL*ABC*E300', '1'],
          [undefined, '1'],
        ],
      ],
      ['1', 'NL*ABC*0/1', 'NL*ABC*0/NL*ABC*E300', 'NL*ABC*0/NL*ABC*0/1'],
    ],
    [
      'of one location stay apart where the uid of one is what numbers the others',
      [
        [
          ['NL*ABC*E1*1', 'a'],
          ['NL*ABC*E9000', 'NL*ABC*E1'],
          ['NL*ABC*E1*2', 'b'],
        ],
      ],
      ['NL*ABC*E1', 'NL*ABC*0/NL*ABC*E1'],
    ],
  ];

  for (const [title, locations, ids] of named) {
    it(`R17: ${title}`, () => {
      const feed = locations.map((evses, index) =>
        place(
          String(index),
          evses.map(([evse_id, uid]) => evse(evse_id, { uid })),
        ),
      );
      expect(read(feed).ids).to.deep.equal(ids);
    });
  }

  it('R17: are grouped as the host says, and by the rule where it does not', () => {
    const feed = [
      place(
        '1',
        ['E1*1', 'E2*1', 'E3*1'].map(id => evse(`NL*ABC*${id}`, { physical_reference: id[1] })),
      ),
    ];
    const stationIdOf: OcpiOptions['stationIdOf'] = ({ physical_reference }, location) =>
      physical_reference === '3' ? undefined : `cabinet at ${location.id}`;
    expect(read(feed, { stationIdOf }).ids).to.deep.equal(['cabinet at 1', 'NL*ABC*E3']);
  });

  const deployments: [statuses: string[], state: string, kept: string[]][] = [
    [['AVAILABLE'], 'production', ['AVAILABLE']],
    [['SOMETHING NEW'], 'production', ['SOMETHING NEW']],
    [['UNKNOWN', 'PLANNED', 'REMOVED'], 'production', ['UNKNOWN']],
    [['REMOVED', 'PLANNED'], 'stock', ['PLANNED']],
    [['REMOVED', 'REMOVED'], 'deprecated', ['REMOVED', 'REMOVED']],
    [['removed', 'Planned'], 'stock', ['Planned']],
    [['outoforder', 'planned'], 'production', ['outoforder']],
  ];

  for (const [statuses, state, kept] of deployments) {
    it(`R2: with EVSEs ${statuses.join(', ')} are in ${state} and keep only ${kept.join(', ')}`, () => {
      const station = stationOf(...statuses);
      expect(station.deploymentState).to.equal(state);
      expect(station.evses!.map(({ status }) => status)).to.deep.equal(kept);
    });
  }

  it('R4: are unknown where all their EVSEs are UNKNOWN, else online', () => {
    expect(stationOf('UNKNOWN', 'UNKNOWN').connection).to.equal('unknown');
    expect(stationOf('unknown', 'Unknown').connection).to.equal('unknown');
    expect(stationOf('UNKNOWN', 'INOPERATIVE').connection).to.equal('online');
    expect(stationOf('UNKNOWN', 'REMOVED').connection, 'judged by the EVSEs it keeps').to.equal('unknown');
  });

  it('R4: are connected as the host says, and by the rule where it does not', () => {
    const feed = [place('1', [evse('E1*1'), evse('E2*1')])];
    const connectionOf: OcpiOptions['connectionOf'] = ([first], location) =>
      first!.evse_id === 'E1*1' && location.id === '1' ? 'offline' : undefined;
    const { stations } = read(feed, { connectionOf });
    expect(stations.map(({ connection }) => connection)).to.deep.equal(['offline', 'online']);
  });

  it('R7: were last heard of at the newest last_updated of the EVSEs they keep', () => {
    const evses = [
      evse('NL*ABC*E1*1', { last_updated: at(1) }),
      evse('NL*ABC*E1*2', { last_updated: at(4) }),
      evse('NL*ABC*E1*3', { last_updated: at(9), status: 'REMOVED' }),
    ];
    expect(read([place('1', evses)]).stations[0]!.lastMessageAt).to.equal(epoch(4));
  });

  const reported: [status: string, expected: string][] = [
    ['AVAILABLE', 'enabled'],
    ['CHARGING', 'enabled'],
    ['BLOCKED', 'enabled'],
    ['RESERVED', 'enabled'],
    ['INOPERATIVE', 'disabled'],
    ['OUTOFORDER', 'faulted'],
    ['UNKNOWN', 'unknown'],
    ['available', 'enabled'],
    ['OutOfOrder', 'faulted'],
    ['inoperative', 'disabled'],
  ];

  for (const [status, expected] of reported) {
    it(`R8: with an EVSE ${status} are ${expected}`, () => {
      const { connection, evses } = stationOf(status);
      const parts = evses!.map(part => readStatusWord(part.status).operability);
      expect(stationStatusOf({ connection: connection!, everHeard: true, parts })).to.equal(expected);
    });
  }
});
