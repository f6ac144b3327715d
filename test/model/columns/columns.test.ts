import { expect } from 'chai';

import { readColumns } from '../../../src/model/columns/layout.js';
import { snapshotFromColumns } from '../../../src/model/columns/snapshot-from-columns.js';
import type { NetworkSnapshot } from '../../../src/model/records.js';
import { writeColumns } from '../../../src/model/columns/write-columns.js';
import { location, NOON, randomLocations, station } from '../../support/networks.js';
import { seeded } from '../../support/random.js';

const MOMENTS = ['lastMessageAt', 'offlineSince', 'faultedSince'];

/** Without what columns do not tell apart: absent and empty, and how a moment is written. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, field: unknown) => {
      if (field === '' || field === null || (Array.isArray(field) && field.length === 0)) return undefined;
      return MOMENTS.includes(key) && typeof field === 'string' ? Date.parse(field) : field;
    }),
  );
}

function bytesOf(
  change: (view: DataView) => void,
  snapshot: NetworkSnapshot = { locations: [TOWN] },
): ArrayBuffer {
  const bytes = writeColumns(snapshot);
  change(new DataView(bytes));
  return bytes;
}

const TOWN = location('Zürich*1', [station('A', { status: 'Available' }), station('B', { evses: [] })]);

describe('a network as columns', () => {
  it('comes back as the records that it was written from', () => {
    const random = seeded(42);
    for (let round = 0; round < 20; round++) {
      const locations = randomLocations(random, 40, NOON).map(({ stations, ...rest }) => ({
        ...rest,
        stations: stations.map(({ heartbeatInterval, ...fields }) => ({
          ...fields,
          heartbeatInterval: heartbeatInterval || undefined,
        })),
      }));
      const read = snapshotFromColumns(readColumns(writeColumns({ asOf: NOON, locations })));
      expect(plain(read)).to.deep.equal(plain({ asOf: NOON, locations }));
    }
  });

  it('comes back empty where it is empty', () => {
    expect(snapshotFromColumns(readColumns(writeColumns({ locations: [] })))).to.deep.equal({
      asOf: undefined,
      locations: [],
    });
  });

  it('begins each column at a multiple of 8, after a header of 40 bytes', () => {
    const columns = readColumns(writeColumns({ locations: [TOWN] }));
    const views = Object.values(columns).filter(column => ArrayBuffer.isView(column));
    expect(views).to.have.length(27);
    expect(views[0]!.byteOffset).to.equal(40);
    for (const view of views) expect(view.byteOffset % 8).to.equal(0);
  });

  it('is of the first magic, and as long as ever, where no trouble is stated', () => {
    const bytes = writeColumns({ locations: [TOWN] });
    const magic = new TextDecoder().decode(new Uint8Array(bytes, 0, 8));
    expect(magic).to.equal('EVCOLS01');
    expect(readColumns(bytes).offlineSince).to.have.length(0);
    const { locations } = snapshotFromColumns(readColumns(bytes));
    expect(plain(locations)).to.deep.equal(plain([TOWN]));
  });

  it('R27: is of the second magic where a trouble is stated of any station', () => {
    const given = { offlineSince: NOON, faultedSince: NOON + 1, errorCode: 'GroundFailure', info: 'Fase ½' };
    for (const field of ['offlineSince', 'faultedSince', 'errorCode', 'info'] as const) {
      const locations = [location('L', [station('A'), station('B', { [field]: given[field] })])];
      const bytes = writeColumns({ locations });
      const columns = readColumns(bytes);
      expect(new TextDecoder().decode(new Uint8Array(bytes, 0, 8))).to.equal('EVCOLS02');
      for (const view of Object.values(columns).filter(column => ArrayBuffer.isView(column)))
        expect(view.byteOffset % 8).to.equal(0);
      expect(plain(snapshotFromColumns(columns).locations)).to.deep.equal(plain(locations));
    }
  });

  it('reads ISO 8601 moments as epoch milliseconds', () => {
    const snapshot = { asOf: '2026-06-07T12:00:00Z', locations: [TOWN] };
    expect(readColumns(writeColumns(snapshot)).asOf).to.equal(NOON);
  });
});

describe('bytes that are not columns', () => {
  const cases: [string, ArrayBuffer, RegExp][] = [
    ['nothing', new ArrayBuffer(0), /begin with ""; expected "EVCOLS01"/],
    [
      'JSON',
      new TextEncoder().encode('{"locations":[]}').buffer,
      /begin with "{\\"locati"; expected "EVCOLS01"/,
    ],
    [
      'a header cut short',
      writeColumns({ locations: [] }).slice(0, 20),
      /are 20 bytes; expected a header of 40/,
    ],
    ['columns cut short', writeColumns({ locations: [TOWN] }).slice(0, -4), /bytes; their header makes/],
    ['a count that is too high', bytesOf(view => view.setUint32(20, 9e8, true)), /bytes; their header makes/],
  ];
  for (const [title, bytes, message] of cases) {
    it(`are refused with what was found and expected: ${title}`, () => {
      expect(() => readColumns(bytes)).to.throw(TypeError, message);
    });
  }

  const owners = [
    ['stationsEnd', 'stations'],
    ['evsesEnd', 'evses'],
    ['connectorsEnd', 'connectors'],
  ] as const;
  const evses = [{ id: '1', connectors: [{ id: '1' }] }];
  const snapshot = { locations: [location('L', [station('A', { evses })])] };
  for (const [name, part] of owners) {
    it(`are refused where ${part} are left over that belong to nothing`, () => {
      const column = readColumns(writeColumns(snapshot))[name];
      const short = bytesOf(view => view.setUint32(column.byteOffset, 0, true), snapshot);
      expect(() => readColumns(short)).to.throw(
        TypeError,
        `The columns' ${name} ends at 0; expected 1, how many ${part} there are.`,
      );
    });
  }

  it('are refused where ends fall, or lead past the last row', () => {
    const { stationsEnd, stationIdEnd, evseIdEnd } = readColumns(writeColumns({ locations: [TOWN] }));
    const past = bytesOf(view => view.setUint32(stationsEnd.byteOffset, 7, true));
    expect(() => readColumns(past)).to.throw(
      TypeError,
      "The columns' stationsEnd ends at 7; expected 2, how many",
    );
    const last = evseIdEnd.byteOffset;
    const textPast = bytesOf(view => view.setUint32(last, 9999, true));
    expect(() => readColumns(textPast)).to.throw(TypeError, /evseIdEnd ends at 9999; expected at most \d+/);
    const falling = bytesOf(view => view.setUint32(stationIdEnd.byteOffset + 4, 0, true));
    expect(() => readColumns(falling)).to.throw(TypeError, /stationIdEnd\[1\] is 0; expected \d+ or more/);
  });
});
