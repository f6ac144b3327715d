import { expect } from 'chai';
import fc from 'fast-check';

import { stationStatusOf, wholeStationStatus } from '../../src/model/station-status.js';
import { STATION_STATUSES } from '../../src/model/statuses.js';
import type { Operability } from '../../src/model/status-words.js';
import type { ConnectionStatus, StationStatus } from '../../src/model/records.js';

const whole: [word: string | null | undefined, expected: StationStatus | undefined][] = [
  ['Available', 'enabled'],
  ['Occupied', 'enabled'],
  ['Reserved', 'enabled'],
  ['Unavailable', 'disabled'],
  ['Faulted', 'faulted'],
  ['Charging', undefined],
  ['available', 'enabled'],
  ['RESERVED', 'enabled'],
  ['unavailable', 'disabled'],
  ['FAULTED', 'faulted'],
  ['OUTOFORDER', undefined],
  ['', undefined],
  ['toString', undefined],
  [null, undefined],
  [undefined, undefined],
];

const byConnectors: [parts: Operability[], expected: StationStatus][] = [
  [[], 'unknown'],
  [['unreported', 'unreported'], 'unknown'],
  [['faulted', 'unavailable', 'operative'], 'enabled'],
  [['unavailable', 'faulted', 'unreported'], 'faulted'],
  [['unreported', 'unavailable'], 'disabled'],
];

const operabilities = fc.array(
  fc.constantFrom<Operability[]>('operative', 'faulted', 'unavailable', 'unreported'),
  { maxLength: 6 },
);
const ownStatuses = fc.constantFrom(...STATION_STATUSES, undefined);

describe('the status of a Charge Station', () => {
  for (const [word, expected] of whole) {
    it(`R8: of its own word ${word} is ${expected ?? 'left to its connectors'}`, () => {
      expect(wholeStationStatus(word)).to.equal(expected);
    });
  }

  for (const [reported, expected] of byConnectors) {
    it(`R8: is ${expected} by connectors that are ${reported.join(', ') || 'absent'}, where it said nothing itself`, () => {
      expect(stationStatusOf({ connection: 'online', everHeard: true, parts: reported })).to.equal(expected);
    });
  }

  it('R8: of its own word wins over whatever its connectors report', () => {
    fc.assert(
      fc.property(operabilities, reported => {
        const station = {
          connection: 'online',
          everHeard: true,
          own: 'disabled',
          parts: reported,
        } as const;
        expect(stationStatusOf(station)).to.equal('disabled');
      }),
    );
  });

  it('R8: does not depend on the order of its connectors', () => {
    fc.assert(
      fc.property(operabilities, reported => {
        const of = (list: Operability[]) =>
          stationStatusOf({ connection: 'online', everHeard: true, parts: list });
        expect(of([...reported].reverse())).to.equal(of(reported));
      }),
    );
  });

  it('R9: is unknown while it is offline or never communicated, whatever it last said', () => {
    const silent = fc.constantFrom<{ connection: ConnectionStatus; everHeard: boolean }[]>(
      { connection: 'offline', everHeard: true },
      { connection: 'offline', everHeard: false },
      { connection: 'unknown', everHeard: false },
    );
    fc.assert(
      fc.property(silent, ownStatuses, operabilities, (silence, own, reported) => {
        expect(stationStatusOf({ ...silence, own, parts: reported })).to.equal('unknown');
      }),
    );
  });

  it('R9: is what it said where only its heartbeat settings are not known', () => {
    const station = { connection: 'unknown', everHeard: true, own: 'faulted', parts: [] } as const;
    expect(stationStatusOf(station)).to.equal('faulted');
  });
});
