import { expect } from 'chai';

import { ocppChange } from '../../src/model/ocpp/ocpp-change.js';
import type { OcppVersion } from '../../src/model/ocpp/ocpp-change.js';
import type { Dimension } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { ControlledSource } from '../support/controlled-source.js';
import { location, NOON } from '../support/networks.js';
import { answered, reached } from '../support/reached.js';

const ACCEPTED = { currentTime: '2026-01-01T00:00:00Z', interval: 60, status: 'Accepted' };

/** A connector's status in each version; in 1.6 a connector is an EVSE by itself. */
const connectorStatus = (version: OcppVersion, status: string) =>
  version === '1.6'
    ? { connectorId: 1, errorCode: 'NoError', status }
    : { evseId: 1, connectorId: 1, connectorStatus: status };

/** A charging station that says of itself as a whole what it is. */
const stationStatus = (version: OcppVersion, status: string): [action: string, payload: object] =>
  version === '1.6'
    ? ['StatusNotification', { connectorId: 0, errorCode: 'NoError', status }]
    : [
        'NotifyEvent',
        {
          eventData: [
            {
              component: { name: 'ChargingStation' },
              variable: { name: 'AvailabilityState' },
              actualValue: status,
            },
          ],
        },
      ];

for (const version of ['1.6', '2.0.1', '2.1'] as const) {
  describe(`a network that OCPP ${version} messages change`, () => {
    let source: ControlledSource;
    let provider: DisposableProvider;
    const hear = (at: number, action: string, payload: object) => {
      source.push(ocppChange('CP-1', action, payload, { version, at }));
    };
    /** Waits until the one station, or its one EVSE, has a status. */
    const shows = (dimension: Dimension, status: string) =>
      answered(
        provider,
        () => provider.counts(dimension),
        ({ byStatus }) => byStatus[status] === 1,
      );
    beforeEach(async () => {
      source = new ControlledSource();
      provider = localProvider(source, { worker: 'never', now: () => NOON });
      provider.subscribe(() => undefined);
      (await source.begun(0)).resolve({
        asOf: NOON,
        locations: [location('l', [{ id: 'CP-1', evses: [{ id: '1', status: 'Available' }] }])],
      });
      await reached(provider, ({ status }) => status === 'ready');
    });
    afterEach(() => {
      provider.dispose();
    });

    it('R4: is online once its boot is accepted, offline after silence, and online by any message', async () => {
      expect((await provider.counts('connection')).byStatus.unknown).to.equal(1);
      hear(NOON, 'BootNotification', ACCEPTED);
      await shows('connection', 'online');
      source.push({ asOf: NOON + 3 * MINUTE });
      await shows('connection', 'offline');
      hear(NOON + 4 * MINUTE, 'MeterValues', {});
      await shows('connection', 'online');
      await shows('last-message', 'under-15m');
    });

    it('R4: lives by a message without a time, as of when it is taken', async () => {
      hear(NOON, 'BootNotification', ACCEPTED);
      source.push({ asOf: NOON + 3 * MINUTE });
      await shows('connection', 'offline');
      source.push(ocppChange('CP-1', 'BootNotification', ACCEPTED, { version }));
      source.push(ocppChange('CP-1', 'Heartbeat', {}, { version }));
      await shows('connection', 'online');
      expect((await provider.location('l'))!.stations[0]!.lastMessageAt).to.equal(NOON + 3 * MINUTE);
    });

    it('R5: a connector moves its EVSE, though the snapshot stated the status of the EVSE', async () => {
      hear(NOON, 'BootNotification', ACCEPTED);
      await shows('evse', 'available');
      hear(NOON, 'StatusNotification', connectorStatus(version, version === '1.6' ? 'Charging' : 'Occupied'));
      await shows('evse', 'charging');
      hear(NOON, 'StatusNotification', connectorStatus(version, 'Faulted'));
      await shows('evse', 'faulted');
      expect((await provider.counts('evse')).total).to.equal(1);
    });

    it('R8: the station speaks for itself as a whole', async () => {
      hear(NOON, 'BootNotification', ACCEPTED);
      await shows('station', 'enabled');
      hear(NOON, ...stationStatus(version, 'Unavailable'));
      await shows('station', 'disabled');
      hear(NOON, ...stationStatus(version, 'Faulted'));
      await shows('station', 'faulted');
      expect(provider.state.problems).to.equal(undefined);
    });
  });
}
