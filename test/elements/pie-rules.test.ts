import { expect } from 'chai';

import '../../src/define/index.js';
import type { DrillDownDetail } from '../../src/elements/events.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import type { NetworkChange, Station } from '../../src/model/records.js';
import { HOUR, MINUTE, SECOND } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { AS_OF } from '../support/controllable-provider.js';
import { clearPage, countsOf, heard, mount, ofStatus, until } from '../support/page.js';

const evses = (...statuses: string[]) => statuses.map((status, index) => ({ id: String(index + 1), status }));

/** Heard from a minute ago, with a heartbeat every five. */
const alive: Omit<Station, 'id'> = { heartbeatInterval: 300, lastMessageAt: AS_OF - MINUTE };
/** Silent for longer than three heartbeats. */
const silent: Omit<Station, 'id'> = { heartbeatInterval: 300, lastMessageAt: AS_OF - HOUR / 2 };

describe("a pie of a host's own stations", () => {
  let now = AS_OF;
  let provider: DisposableProvider | undefined;
  let push: (change: NetworkChange) => void;

  afterEach(() => {
    clearPage();
    provider?.dispose();
  });

  /** A pie of stations whose clock is in the test's hand. */
  async function open(tag: string, stations: Omit<Station, 'id'>[]) {
    now = AS_OF;
    const numbered = stations.map((station, index) => ({ id: `CS-${index + 1}`, ...station }));
    const location = { id: 'L-1', name: 'Harbour', latitude: 52, longitude: 5, stations: numbered };
    provider = localProvider(
      {
        load: () => Promise.resolve({ asOf: AS_OF, locations: [location] }),
        watch: given => (push = given),
      },
      { now: () => now, worker: 'never' },
    );
    const pie = mount<StatusPie>(`<${tag}></${tag}>`, provider);
    await until(() => countsOf(pie, 'entry').length > 0);
    const counts = () => Object.fromEntries(countsOf(pie, 'entry').filter(([, count]) => count > 0));
    return { pie, counts };
  }

  /** A pie of these stations shows these counts. */
  async function shows(tag: string, stations: Omit<Station, 'id'>[], expected: Record<string, number>) {
    const { pie, counts } = await open(tag, stations);
    expect(counts()).to.deep.equal(expected);
    expect(Object.fromEntries(countsOf(pie, 'slice'))).to.deep.equal(expected);
  }

  it('R2: counts stations in production, and those that state nothing', () =>
    shows(
      'ev-connection-pie',
      [
        alive,
        { ...alive, deploymentState: 'production' },
        { ...alive, deploymentState: 'stock' },
        { ...alive, deploymentState: 'deprecated' },
        { ...alive, deploymentState: 'somewhere' },
      ],
      { online: 2 },
    ));

  it('R3, R4: is unknown without heartbeat settings, offline after three intervals, and else online', () =>
    shows(
      'ev-connection-pie',
      [
        alive,
        silent,
        { lastMessageAt: AS_OF },
        {},
        { ...silent, lastMessageAt: AS_OF - 15 * MINUTE + SECOND },
      ],
      { online: 2, offline: 1, unknown: 2 },
    ));

  it('R4: lets a connection that the host states win', () =>
    shows(
      'ev-connection-pie',
      [
        { ...silent, connection: 'online' },
        { ...alive, connection: 'offline' },
        { ...alive, connection: 'unknown' },
      ],
      { online: 1, offline: 1, unknown: 1 },
    ));

  it("R5: reads EVSEs by OCPP's and OCPI's words", () =>
    shows(
      'ev-evse-pie',
      [
        { ...alive, evses: evses('Available', 'Charging', 'SuspendedEV', 'Faulted', 'Unavailable') },
        { ...alive, evses: evses('AVAILABLE', 'Occupied', 'OUTOFORDER', 'RESERVED') },
        { ...alive, evses: evses('Preparing', 'suspendedEvse', 'faulted', 'Asleep') },
      ],
      { available: 3, charging: 4, faulted: 3, undefined: 3 },
    ));

  it('R5: lets the highest of several connectors decide', () =>
    shows(
      'ev-evse-pie',
      [
        {
          ...alive,
          evses: [
            { id: '1', connectors: evses('Available', 'Charging') },
            { id: '2', connectors: evses('Available', 'Faulted', 'Charging') },
            { id: '3', connectors: evses('Unavailable', 'Available') },
            { id: '4', connectors: evses('Available', 'Reserved') },
            { id: '5', connectors: evses('Faulted') },
          ],
        },
      ],
      { available: 1, charging: 2, faulted: 1, undefined: 1 },
    ));

  it('R6: leaves out EVSEs of stations that are not online or not in production', () =>
    shows(
      'ev-evse-pie',
      [
        { ...alive, evses: evses('Available') },
        { ...silent, evses: evses('Charging', 'Faulted') },
        { evses: evses('Charging') },
        { ...alive, deploymentState: 'stock', evses: evses('Faulted') },
      ],
      { available: 1 },
    ));

  it('R7: counts by the age of the last message, half-open, the future as now, and none that never sent one', () =>
    shows(
      'ev-last-ocpp-pie',
      [
        { lastMessageAt: AS_OF + HOUR },
        { lastMessageAt: AS_OF },
        { lastMessageAt: AS_OF - 15 * MINUTE + 1 },
        { lastMessageAt: AS_OF - 15 * MINUTE },
        { lastMessageAt: AS_OF - HOUR },
        { lastMessageAt: AS_OF - 24 * HOUR },
        { lastMessageAt: AS_OF - 7 * 24 * HOUR },
        {},
        { lastMessageAt: AS_OF, deploymentState: 'stock' },
      ],
      { 'under-15m': 3, 'under-1h': 1, 'under-24h': 1, 'under-7d': 1, older: 1 },
    ));

  it("R8: reads a station's own status first, and else what its connectors report", () =>
    shows(
      'ev-station-pie',
      [
        { ...alive, status: 'Available', evses: evses('Faulted') },
        { ...alive, status: 'Occupied' },
        { ...alive, status: 'Reserved' },
        { ...alive, status: 'Unavailable' },
        { ...alive, status: 'Faulted' },
        { ...alive, evses: evses('Faulted', 'Available') },
        { ...alive, evses: evses('Faulted', 'Unavailable') },
        { ...alive, evses: evses('Unavailable') },
        alive,
      ],
      { enabled: 4, disabled: 2, faulted: 2, unknown: 1 },
    ));

  it('R9: holds a station unknown that is offline or never communicated, whatever it last said', () =>
    shows(
      'ev-station-pie',
      [{ ...silent, status: 'Available' }, { status: 'Faulted' }, { ...alive, status: 'Available' }],
      { enabled: 1, unknown: 2 },
    ));

  it('R6: counts EVSEs of offline stations too where it is asked to, and stops when no longer asked', async () => {
    const { pie, counts } = await open('ev-evse-pie', [
      { ...alive, evses: evses('Available') },
      { ...silent, evses: evses('Charging') },
    ]);
    pie.toggleAttribute('include-offline', true);
    await until(() => counts().charging === 1);
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    ofStatus(pie, 'slice', 'charging').dispatchEvent(new MouseEvent('click'));
    expect(asked[0]!.filter, 'R20: the list is of online stations even so').to.deep.equal({
      connection: ['online'],
      evse: ['charging'],
    });
    pie.toggleAttribute('include-offline', false);
    await until(() => counts().charging === undefined);
    expect(counts()).to.deep.equal({ available: 1 });
  });

  it('R10: a station that falls silent goes offline by time alone', async () => {
    const { counts } = await open('ev-connection-pie', [alive, { ...alive, lastMessageAt: AS_OF }]);
    expect(counts()).to.deep.equal({ online: 2 });
    now = AS_OF + 14 * MINUTE + SECOND;
    await until(() => counts().offline === 1);
    expect(counts()).to.deep.equal({ online: 1, offline: 1 });
    now += MINUTE;
    await until(() => counts().offline === 2);
  });

  it('R10: a last message ages into the next bucket', async () => {
    const { counts } = await open('ev-last-ocpp-pie', [alive]);
    for (const [age, bucket] of [
      [15 * MINUTE, 'under-1h'],
      [HOUR, 'under-24h'],
      [24 * HOUR, 'under-7d'],
      [7 * 24 * HOUR, 'older'],
    ] as const) {
      now = AS_OF - MINUTE + age;
      await until(() => counts()[bucket] === 1);
      expect(counts()).to.deep.equal({ [bucket]: 1 });
    }
  });

  it('R4, R10: any message brings a station back, and its EVSEs with it', async () => {
    const { counts } = await open('ev-evse-pie', [
      { ...silent, evses: evses('Charging') },
      { ...alive, evses: evses('Available') },
    ]);
    expect(counts()).to.deep.equal({ available: 1 });
    push({ stations: [{ id: 'CS-1', lastMessageAt: AS_OF }] });
    await until(() => counts().charging === 1);
  });

  it("R19: a slice's count is the number of stations that its filter finds", async () => {
    const { pie } = await open('ev-station-pie', [
      { ...alive, status: 'Available' },
      { ...alive, status: 'Faulted' },
      { ...silent, status: 'Faulted' },
      { ...alive, status: 'Faulted', deploymentState: 'stock' },
    ]);
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    for (const [status] of countsOf(pie, 'slice')) {
      ofStatus(pie, 'slice', status).dispatchEvent(new MouseEvent('click'));
    }
    const found = await Promise.all(asked.map(({ filter }) => provider!.stations({ filter })));
    expect(asked.map(({ count }) => count)).to.deep.equal([1, 1, 1]);
    expect(found.map(({ total }) => total)).to.deep.equal([1, 1, 1]);
  });

  it('R20: the list behind an EVSE slice holds online stations with an EVSE that it counts, and behind the faulted one any faulted connector', async () => {
    const { pie } = await open('ev-evse-pie', [
      { ...alive, evses: [{ id: '1', connectors: evses('Charging', 'Faulted') }] },
      { ...alive, evses: evses('Charging') },
      { ...silent, evses: evses('Charging') },
      { ...alive, status: 'Faulted', evses: evses('Available') },
    ]);
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    for (const status of ['charging', 'faulted']) {
      ofStatus(pie, 'slice', status).dispatchEvent(new MouseEvent('click'));
    }
    const found = await Promise.all(asked.map(({ filter }) => provider!.stations({ filter })));
    expect(found.map(({ stations }) => stations.map(({ id }) => id))).to.deep.equal([
      ['CS-1', 'CS-2'],
      ['CS-1', 'CS-4'],
    ]);
  });
});
