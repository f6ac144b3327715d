import { expect } from 'chai';
import fc from 'fast-check';

import { networkFromOcpi } from '../../../src/model/ocpi/network-from-ocpi.js';
import type { RecordKind } from '../../../src/model/records.js';

const NOON = '2026-06-07T12:00:00Z';

const good = {
  country_code: 'NL',
  party_id: 'ABC',
  id: 'good',
  coordinates: { latitude: '52.5', longitude: '4.75' },
  evses: [{ uid: '1', evse_id: 'NL*ABC*E1*1', status: 'AVAILABLE', last_updated: NOON }],
  last_updated: NOON,
};
const other = { ...good, id: 'other', evses: [{ uid: '2', status: 'AVAILABLE', last_updated: NOON }] };
const otherEvse = other.evses[0];

/** What stands beside the good location, and the one problem that it makes. */
const cases: [
  title: string,
  record: unknown,
  path: string,
  shown: string,
  locations: string[],
  lost?: RecordKind,
][] = [
  ['is null', null, 'data[1]', 'null', [], 'location'],
  ['is text', 'a location', 'data[1]', '"a location"', [], 'location'],
  ['is an array', [1, 2], 'data[1]', 'an array of 2', [], 'location'],
  ['has no id', { ...other, id: undefined }, 'data[1].id', 'nothing', [], 'location'],
  ['has a blank id', { ...other, id: ' ' }, 'data[1].id', '" "', [], 'location'],
  ['has an object for an id', { ...other, id: {} }, 'data[1].id', 'an object', [], 'location'],
  ['has EVSEs that are no array', { ...other, evses: { uid: '2' } }, 'data[1].evses', 'an object', []],
  [
    'has an EVSE that is null',
    { ...other, evses: [null, otherEvse] },
    'data[1].evses[0]',
    'null',
    ['other'],
    'evse',
  ],
  [
    'has an EVSE without uid and evse_id',
    { ...other, evses: [otherEvse, { status: 'AVAILABLE', last_updated: NOON }] },
    'data[1].evses[1].uid',
    'nothing',
    ['other'],
    'evse',
  ],
  [
    'has an EVSE without a status',
    { ...other, evses: [{ ...otherEvse, status: undefined }] },
    'data[1].evses[0].status',
    'nothing',
    ['other'],
  ],
  [
    'has an EVSE of a time that cannot be read',
    { ...other, evses: [{ ...otherEvse, last_updated: 'x'.repeat(100) }] },
    'data[1].evses[0].last_updated',
    `"${'x'.repeat(40)}…"`,
    ['other'],
  ],
  ['was updated when nobody knows', { ...other, last_updated: 5 }, 'data[1].last_updated', '5', ['other']],
  [
    'has a latitude in words',
    { ...other, coordinates: { latitude: '52,5', longitude: '4.75' } },
    'data[1].coordinates.latitude',
    '"52,5"',
    ['other'],
  ],
  [
    'has an empty longitude',
    { ...other, coordinates: { latitude: '52.5', longitude: '' } },
    'data[1].coordinates.longitude',
    '""',
    ['other'],
  ],
];

describe('a record of an OCPI feed that cannot be read', () => {
  for (const [title, record, path, shown, locations, lost] of cases) {
    it(`R14: is reported where it stood, and the rest goes on, when a Location ${title}`, () => {
      const { snapshot, problems } = networkFromOcpi({ data: [good, record], timestamp: NOON });
      expect(problems.map(problem => problem.path)).to.deep.equal([path]);
      expect(problems[0]!.message.startsWith(`${path} is ${shown}; expected `)).to.equal(true);
      expect(problems[0]!.skipped).to.equal(lost);
      expect(snapshot.locations.map(({ id }) => id)).to.deep.equal(
        ['good', ...locations].map(id => `NL*ABC*${id}`),
      );
    });
  }

  it('R14: is reported by its place in a plain array', () => {
    expect(networkFromOcpi([good, null]).problems.map(({ path }) => path)).to.deep.equal(['[1]']);
  });

  it('R14: loses to the same EVSE published with a time, and by itself has no last message', () => {
    const timeless = { ...other, evses: [{ ...good.evses[0], status: 'CHARGING', last_updated: null }] };
    const [won] = networkFromOcpi([timeless, good]).snapshot.locations;
    expect(won!.stations[0]!.evses).to.deep.equal([{ id: 'NL*ABC*E1*1', status: 'AVAILABLE' }]);
    const [alone] = networkFromOcpi([timeless]).snapshot.locations;
    expect(alone!.stations[0]).to.not.have.property('lastMessageAt');
  });

  it('R14: counts as UNKNOWN where its status is missing', () => {
    const { snapshot } = networkFromOcpi([{ ...other, evses: [{ ...otherEvse, status: null }] }]);
    expect(snapshot.locations[0]!.stations[0]).to.deep.include({ connection: 'unknown' });
  });

  it('R14: may be anything at all without an exception', () => {
    const names = [
      'country_code',
      'party_id',
      'id',
      'evses',
      'coordinates',
      'operator',
      'name',
      'last_updated',
    ];
    const locations = fc.record(
      { ...Object.fromEntries(names.map(name => [name, fc.jsonValue()])), evses: fc.array(fc.jsonValue()) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), locations)), feed => {
        const { snapshot } = networkFromOcpi(feed);
        const ids = snapshot.locations.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
      }),
    );
  });
});

describe('a feed that is not OCPI', () => {
  const feeds: [feed: unknown, shown: string][] = [
    [null, 'null'],
    ['[]', '"[]"'],
    [{ locations: [] }, 'an object whose data is nothing'],
    [{ data: { id: '1' } }, 'an object whose data is an object'],
    [{ status_code: 2001, status_message: 'Unknown token' }, '2001 "Unknown token"'],
  ];

  for (const [feed, shown] of feeds) {
    it(`R14: is refused with what came: ${JSON.stringify(feed)}`, () => {
      expect(() => networkFromOcpi(feed)).to.throw(TypeError, shown);
    });
  }
});
