import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { NavigateDetail, TabChangeDetail } from '../../src/elements/events.js';
import type { StationRow } from '../../src/model/questions.js';
import { DAY, HOUR, MINUTE } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import {
  answerFrom,
  idsOf,
  openList,
  rowOf,
  searchFor,
  stationRow,
  tableOf,
  tabOf,
  tabTexts,
  untilIds,
} from '../support/list-page.js';
import { NOON, location, randomLocations, station } from '../support/networks.js';
import { laidOut } from '../support/layout.js';
import {
  changesIn,
  clearPage,
  clickOn,
  focused,
  heard,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';
import { seeded } from '../support/random.js';

const providerOf = (locations: ReturnType<typeof location>[], now = () => NOON) =>
  localProvider({ load: () => Promise.resolve({ asOf: NOON, locations }) }, { now, worker: 'never' });

const controlled = (rows: StationRow[]) => {
  const provider = new ControllableProvider();
  provider.answers.stations = answerFrom(() => rows);
  return provider;
};

const heads = (list: Element) => [...list.shadowRoot!.querySelectorAll<HTMLElement>('[role="columnheader"]')];

describe('a list of stations', () => {
  afterEach(clearPage);

  it('R19: tells of each station its ID, location, connection, status, EVSEs and last message', async () => {
    const evses = (['available', 'charging', 'charging', 'faulted'] as const).map((status, index) => ({
      id: String(index),
      status,
    }));
    const list = await openList(
      controlled([
        stationRow('CS-1', { locationName: 'Harbour <b>2</b>', evses, lastMessageAt: AS_OF - 3 * HOUR }),
        stationRow('CS-2', {
          locationName: undefined,
          connection: 'unknown',
          status: 'disabled',
          evses: [],
          lastMessageAt: undefined,
        }),
      ]),
      'style="width: 1440px"',
    );
    await untilIds(list, ['CS-1', 'CS-2']);
    const cells = (id: string) => [...rowOf(list, id).children].map(textOf);
    expect(cells('CS-1')).to.deep.equal([
      'CS-1',
      'Harbour <b>2</b>',
      'Online',
      'Enabled',
      '1 × Available 2 × Charging 1 × Faulted',
      'not known',
      '3 hr. ago',
    ]);
    expect(cells('CS-2')).to.deep.equal(['CS-2', 'L-CS-2', 'Unknown', 'Disabled', '–', '', 'never']);
    expect(rowOf(list, 'CS-1').querySelectorAll('.badge svg').length, 'a sign beside each status').to.equal(
      5,
    );
  });

  it('R20: the tabs of an EVSE slice hold what an independent count holds, and say how many', async () => {
    const locations = randomLocations(seeded(20), 150, NOON);
    const oracle = new BruteForce(locations, NOON);
    const provider = providerOf(locations);
    for (const status of ['available', 'charging', 'faulted', 'undefined']) {
      const list = await openList(provider, 'style="height: 30000px"', {
        connection: ['online'],
        evse: [status],
      });
      const expected = [
        ['online', oracle.stations({ connection: ['online'], evse: [status] })],
        ['normal', oracle.stations({ evse: [status] })],
        ['offline', oracle.stations({ connection: ['offline'], evse: [status] })],
      ] as const;
      for (const [tab, ids] of expected) {
        tabOf(list, tab).click();
        await until(() => idsOf(list).sort().join() === ids.join());
        expect(Number(tabOf(list, tab).dataset.count)).to.equal(ids.length);
      }
      expect(expected.every(([, ids]) => ids.length > 0)).to.equal(true);
      expect(tabTexts(list)).to.deep.equal(
        ['Online', 'All', 'Offline'].map((title, tab) => `${title} ${expected[tab]![1].length}`),
      );
    }
  });

  it('R20: tabs are chosen with the mouse and the arrow keys, and tell so', async () => {
    const list = await openList(
      controlled([stationRow('A'), stationRow('B', { connection: 'offline' })]),
      '',
      { connection: ['online'] },
    );
    const told = heard<TabChangeDetail>(document, 'ev-tab-change');
    await untilIds(list, ['A']);
    await clickOn(tabOf(list, 'offline'));
    await untilIds(list, ['B']);
    expect(tabOf(list, 'offline').ariaSelected).to.equal('true');
    await sendKeys({ press: 'ArrowRight' });
    await untilIds(list, ['A']);
    expect(focused()).to.equal(tabOf(list, 'online'));
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowLeft' });
    await untilIds(list, ['A', 'B']);
    expect(told.map(({ tab }) => tab)).to.deep.equal(['offline', 'online', 'offline', 'normal']);
    expect(parts(list, 'tab').filter(tab => tab.tabIndex === 0)).to.deep.equal([tabOf(list, 'normal')]);
  });

  it('R20: opens with the tab that is asked for, and a new filter with its own', async () => {
    const provider = controlled([stationRow('A'), stationRow('B', { connection: 'offline' })]);
    const list = await openList(provider, 'tab="offline"', { connection: ['online'] });
    await untilIds(list, ['B']);
    list.removeAttribute('tab');
    list.tab = undefined;
    await untilIds(list, ['A']);
    tabOf(list, 'normal').click();
    await untilIds(list, ['A', 'B']);
    list.filter = { connection: ['offline'] };
    await untilIds(list, ['B']);
    list.tab = 'bogus' as never;
    await settled(list);
    expect(tabOf(list, 'offline').ariaSelected).to.equal('true');
  });

  it('R20: asks nothing anew for a filter that says the same', async () => {
    const provider = controlled([stationRow('A')]);
    const list = await openList(provider, '', { connection: ['online'] });
    await untilIds(list, ['A']);
    await laidOut(list);
    const asked = provider.asked.length;
    const changes = changesIn(list);
    list.filter = { connection: ['online'] };
    await settled(list);
    expect([provider.asked.length, changes()]).to.deep.equal([asked, 0]);
  });

  it('R18: ID and location are real links, announced by an event that can keep them from being followed', async () => {
    const list = await openList(
      controlled([
        stationRow('CS/1', { href: 'javascript:alert(1)', locationHref: '/own/page' }),
        stationRow('CS-2'),
      ]),
      'location-href="#/locations/{id}" station-href="#/stations/{id}"',
    );
    await untilIds(list, ['CS/1', 'CS-2']);
    const links = (id: string) => [...rowOf(list, id).querySelectorAll('a')];
    expect(links('CS/1').map(link => link.getAttribute('href'))).to.deep.equal([
      '#/stations/CS%2F1',
      '/own/page',
    ]);
    const told = heard<NavigateDetail>(document, 'ev-navigate');
    const prevent = (event: Event) => {
      event.preventDefault();
    };
    document.addEventListener('ev-navigate', prevent);
    await settled(list);
    for (const link of links('CS/1')) await clickOn(link);
    document.removeEventListener('ev-navigate', prevent);
    expect(told).to.deep.equal([
      { kind: 'station', id: 'CS/1', href: '#/stations/CS%2F1' },
      { kind: 'location', id: 'L-CS/1', href: '/own/page' },
    ]);
    expect(window.location.hash).to.equal('');
    await clickOn(links('CS-2')[0]!);
    expect(window.location.hash).to.equal('#/stations/CS-2');
    history.replaceState(null, '', window.location.pathname + window.location.search);
  });

  it('R18: without a page to lead to, they are text', async () => {
    const list = await openList(controlled([stationRow('A')]));
    await untilIds(list, ['A']);
    expect(rowOf(list, 'A').querySelectorAll('a').length).to.equal(0);
  });

  it('R19: is searched by station ID and location name, in any case, tabs and all', async () => {
    const list = await openList(
      providerOf([
        location('L1', [station('CS-1'), station('CS-2', { connection: 'offline' })], { name: 'Harbour' }),
        location('L2', [station('HARB-9')], { name: 'Market' }),
      ]),
    );
    await untilIds(list, ['CS-1', 'CS-2', 'HARB-9']);
    searchFor(list, 'harb');
    await untilIds(list, ['CS-1', 'CS-2', 'HARB-9']);
    searchFor(list, 'Harbour');
    await untilIds(list, ['CS-1', 'CS-2']);
    await until(() => tabTexts(list).join() === 'Online 1,All 2,Offline 1');
    searchFor(list, 'nowhere');
    await until(() => parts(list, 'empty').length === 1);
    expect(textOf(partOf(list, 'empty'))).to.include('No station or location matches “nowhere”.');
    await clickOn(partOf(list, 'empty').querySelector('button')!);
    await untilIds(list, ['CS-1', 'CS-2', 'HARB-9']);
    expect(focused()).to.equal(partOf(list, 'search'));
    expect((partOf(list, 'search') as HTMLInputElement).value).to.equal('');
  });

  const ORDERS: [column: string, rising: string[]][] = [
    ['Station', ['CS-2', 'CS-9', 'CS-10']],
    ['Location', ['CS-10', 'CS-2', 'CS-9']],
    ['Connection', ['CS-9', 'CS-10', 'CS-2']],
    ['Status', ['CS-9', 'CS-2', 'CS-10']],
    ['Last message', ['CS-2', 'CS-10', 'CS-9']],
  ];

  it('R31: has names in the order of the page around it, and follows its language', async () => {
    const names = ['Zuid', 'Ørsta', 'Ålesund', 'Arendal'];
    const list = await openList(providerOf(names.map(name => location(name, [station(name)]))), 'lang="no"');
    await untilIds(list, names);
    heads(list)[1]!.querySelector('button')!.click();
    await untilIds(list, ['Arendal', 'Zuid', 'Ørsta', 'Ålesund']);
    list.lang = 'de';
    await untilIds(list, ['Ålesund', 'Arendal', 'Ørsta', 'Zuid']);
    list.lang = 'sv-SE';
    await untilIds(list, ['Arendal', 'Zuid', 'Ålesund', 'Ørsta']);
    list.lang = 'none of these';
    await untilIds(list, ['Ålesund', 'Arendal', 'Ørsta', 'Zuid']);
  });

  it('R19: is sorted by each column, one way and the other, and the focus stays on its head', async () => {
    const list = await openList(
      providerOf([
        location('L1', [station('CS-10', { connection: 'offline', lastMessageAt: NOON - DAY })], {
          name: 'Alpha',
        }),
        location(
          'L2',
          [station('CS-2', { connection: 'unknown', status: 'Unavailable', lastMessageAt: NOON - 2 * DAY })],
          {
            name: 'beta',
          },
        ),
        location('L3', [station('CS-9', { lastMessageAt: NOON - MINUTE })], { name: 'Gamma' }),
      ]),
    );
    await untilIds(list, ['CS-10', 'CS-2', 'CS-9']);
    expect(heads(list).filter(head => head.ariaSort !== null)).to.deep.equal([]);
    for (const [column, rising] of ORDERS) {
      const head = heads(list).find(element => textOf(element).startsWith(column))!;
      const button = head.querySelector('button')!;
      button.focus();
      await sendKeys({ press: 'Enter' });
      await untilIds(list, rising);
      expect(head.ariaSort).to.equal('ascending');
      await sendKeys({ press: 'Enter' });
      await untilIds(list, rising.toReversed());
      expect(head.ariaSort).to.equal('descending');
      expect(focused()).to.equal(button);
      expect(heads(list).filter(element => element.ariaSort !== null)).to.deep.equal([head]);
    }
  });

  it('R10: an age grows with time alone', async () => {
    const provider = controlled([stationRow('A', { lastMessageAt: AS_OF - 59 * MINUTE })]);
    let now = AS_OF;
    provider.now = () => now;
    const list = await openList(provider);
    await untilIds(list, ['A']);
    expect(textOf(rowOf(list, 'A'))).to.include('59 min. ago');
    const asked = provider.asked.length;
    now += 2 * MINUTE;
    await until(() => textOf(rowOf(list, 'A')).includes('1 hr. ago'));
    expect(provider.asked.length).to.equal(asked);
  });

  it('is a table to assistive technology: heads, rows and how many there are', async () => {
    const list = await openList(controlled([stationRow('A'), stationRow('B')]));
    await untilIds(list, ['A', 'B']);
    const table = tableOf(list);
    expect([table.role, table.tabIndex, table.ariaRowCount]).to.deep.equal(['table', 0, '3']);
    const rows = [...table.querySelectorAll('[role="row"]')];
    expect(rows.map(row => row.ariaRowIndex)).to.deep.equal(['1', '2', '3']);
    expect(rows.every(row => row.parentElement!.role === 'rowgroup')).to.equal(true);
    const [first, ...cells] = [...rows[1]!.children].map(({ role }) => role);
    expect(first).to.equal('rowheader');
    expect(new Set(cells)).to.deep.equal(new Set(['cell']));
    expect(heads(list).map(textOf)).to.deep.equal([
      'Station',
      'Location',
      'Connection',
      'Status',
      'EVSEs',
      'Since',
      'Last message',
    ]);
  });
});
