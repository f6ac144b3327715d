import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { EvDataProvider } from '../../src/elements/ev-data-provider.js';
import type { StationFilter } from '../../src/model/records.js';
import { localProvider } from '../../src/provider/local-provider.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import {
  answerFrom,
  countedIn,
  listIn,
  openList,
  searchFor,
  stationRow,
  tableOf,
  tabOf,
  untilIds,
} from '../support/list-page.js';
import { location, NOON, randomLocations, station } from '../support/networks.js';
import { clearPage, mount, partOf, settled, textOf, until } from '../support/page.js';
import { seeded } from '../support/random.js';

const FAULTED: StationFilter = { connection: ['online'], evse: ['faulted'] };

const providerOf = (locations: ReturnType<typeof location>[]) =>
  localProvider(
    { load: () => Promise.resolve({ asOf: NOON, locations }) },
    { now: () => NOON, worker: 'never' },
  );

async function untilCounted(list: Element, expected: string): Promise<void> {
  try {
    await until(() => countedIn(list) === expected);
  } catch {
    throw new Error(`The list says "${countedIn(list)}" instead of "${expected}".`);
  }
}

describe('what a list of stations says that it counts', () => {
  afterEach(clearPage);

  const evses = (...statuses: string[]) =>
    statuses.map((status, index) => ({ id: String(index + 1), status }));
  const LOCATIONS = [
    location(
      'L1',
      [
        station('CS-1', { evses: evses('Faulted', 'Faulted', 'Charging') }),
        station('CS-2', {
          evses: [
            {
              id: '1',
              connectors: [
                { id: '1', status: 'Charging' },
                { id: '2', status: 'Faulted' },
              ],
            },
          ],
        }),
        station('CS-3', { connection: 'offline', evses: evses('Faulted') }),
        station('CS-4', { evses: evses('Available') }),
      ],
      { name: 'Harbour', country: 'NL' },
    ),
    location('L2', [station('CS-5', { evses: evses('Faulted') })], { name: 'Market', country: 'DE' }),
  ];

  it('R20: behind the faulted slice it counts EVSEs and the stations that they are at, in each tab', async () => {
    const list = await openList(providerOf(LOCATIONS), '', FAULTED);
    await untilCounted(list, '3 EVSEs faulted, at 3 stations online');
    // What is counted may be known before the rows are.
    await until(() => Boolean(tableOf(list)));
    expect(tableOf(list).ariaDescribedByElements?.map(textOf)).to.deep.equal([countedIn(list)]);
    tabOf(list, 'offline').click();
    await untilCounted(list, '1 EVSE last known as faulted, at 1 station offline');
    tabOf(list, 'normal').click();
    await untilCounted(list, '4 EVSEs faulted, at 4 stations; as last known where a station is not online');
    searchFor(list, 'market');
    await untilCounted(list, '1 EVSE faulted, at 1 station; as last known where a station is not online');
    expect(tabOf(list, 'online').dataset.count).to.equal('1');
  });

  it('R20: behind any slice of EVSEs it counts what an independent count counts', async () => {
    const locations = randomLocations(seeded(21), 400, NOON);
    const oracle = new BruteForce(locations, NOON);
    const list = await openList(providerOf(locations), '', FAULTED);
    for (const status of ['available', 'charging', 'faulted', 'undefined']) {
      const filter = { connection: ['online'], evse: [status] };
      list.filter = filter;
      const [stations, number] = [oracle.stations(filter).length, oracle.counts('evse').byStatus[status]!];
      expect(Math.min(stations, number)).to.be.above(1);
      await untilCounted(list, `${number} EVSEs ${status}, at ${stations} stations online`);
    }
  });

  it('R20: says of a long list how many EVSEs only where its provider counted just these', async () => {
    const provider = new ControllableProvider();
    const rows = Array.from({ length: 600 }, (_, index) =>
      stationRow(`CS-${index}`, { evses: [{ id: '1', status: 'faulted' }] }),
    );
    provider.answers.stations = answerFrom(() => rows);
    provider.answers.counts = (_, options) => ({ faulted: options?.includeOffline ? 750 : 700 });
    const list = await openList(provider, '', FAULTED);
    await untilCounted(list, '700 EVSEs faulted, at 600 stations online');
    tabOf(list, 'normal').click();
    await untilCounted(
      list,
      '750 EVSEs faulted, at 600 stations; as last known where a station is not online',
    );
    tabOf(list, 'online').click();
    list.filter = { ...FAULTED, country: ['NL'] };
    await untilCounted(list, 'EVSEs faulted, at 600 stations online in NL');
  });

  it('R20: counts within the scope of what is around it', async () => {
    const around = mount<EvDataProvider>(
      '<ev-data-provider><ev-station-list></ev-station-list></ev-data-provider>',
    );
    around.provider = providerOf(LOCATIONS);
    around.scope = { country: 'NL' };
    const list = listIn(around);
    list.filter = { ...FAULTED, country: ['NL'] };
    await settled(around);
    await untilCounted(list, '2 EVSEs faulted, at 2 stations online in NL');
  });

  it('R20: follows the data, and says of other lists how many stations they hold', async () => {
    const provider = new ControllableProvider();
    const rows = [stationRow('A'), stationRow('B', { connection: 'offline' })];
    provider.answers.stations = answerFrom(() => rows);
    const list: EvStationList = await openList(provider);
    await untilCounted(list, '2 stations');
    tabOf(list, 'offline').click();
    await untilCounted(list, '1 station offline');
    rows.push(stationRow('C', { connection: 'offline' }));
    provider.tell();
    await untilCounted(list, '2 stations offline');
    list.filter = { connection: ['unknown'] };
    await untilCounted(list, '0 stations whose connection is unknown');
  });

  it('R20: the tab that holds all says so', async () => {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => [stationRow('A')]);
    const list = await openList(provider, 'tab="normal"');
    await untilIds(list, ['A']);
    expect(tabOf(list, 'normal').title).to.equal(
      'The normal list: all stations, whether online, offline or unknown',
    );
    expect(partOf(list, 'tab', '[aria-selected="true"]').dataset.tab).to.equal('normal');
    expect(list.shadowRoot!.querySelector('[role="tabpanel"]')!.ariaLabel).to.equal('All');
  });
});
