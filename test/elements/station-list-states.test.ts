import { expect } from 'chai';

import '../../src/define/index.js';
import type { StationQuery } from '../../src/model/questions.js';
import { ControllableProvider } from '../support/controllable-provider.js';
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
import { laidOut } from '../support/layout.js';
import {
  changesIn,
  clearPage,
  clickOn,
  focused,
  mount,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

describe('the states of a list of stations', () => {
  afterEach(clearPage);

  const rowsOf = (...ids: string[]) => ids.map(id => stationRow(id));
  function controlled(rows = rowsOf('A', 'B')) {
    const provider = new ControllableProvider();
    const data = { rows };
    provider.answers.stations = answerFrom(() => data.rows);
    return { provider, data };
  }
  const pagesAsked = (provider: ControllableProvider) =>
    provider
      .questions('stations')
      .map(({ about }) => about as StationQuery)
      .filter(({ limit }) => limit !== 0);

  it('says so where it has no provider, and shows its rows once it has one', async () => {
    const list = await openList(undefined);
    expect(textOf(partOf(list, 'error'))).to.include('No data provider. Put <ev-station-list> inside');
    expect(list.matches(':state(loading)')).to.equal(false);
    list.provider = controlled().provider;
    await untilIds(list, ['A', 'B']);
    expect(parts(list, 'error')).to.deep.equal([]);
  });

  it('takes the provider around it, and its own over that', async () => {
    const around = mount<HTMLElement>(
      '<ev-data-provider><ev-station-list></ev-station-list></ev-data-provider>',
    );
    Object.assign(around, { provider: controlled(rowsOf('around')).provider });
    const list = around.querySelector('ev-station-list')!;
    await untilIds(list, ['around']);
    list.provider = controlled(rowsOf('own')).provider;
    await untilIds(list, ['own']);
    Object.assign(around, { provider: controlled(rowsOf('other')).provider });
    list.provider = undefined;
    await untilIds(list, ['other']);
  });

  it('lists all where a framework sets its filter and narrowing to nothing', async () => {
    const { provider } = controlled();
    const list = await openList(provider, '', { connection: ['online'] });
    await untilIds(list, ['A', 'B']);
    for (const nothing of [undefined, null]) {
      Object.assign(list, { filter: nothing, narrowing: nothing });
      await settled(list);
      await untilIds(list, ['A', 'B']);
      expect(pagesAsked(provider).at(-1)!.filter).to.deep.equal({});
      list.filter = { connection: ['online'] };
      await settled(list);
    }
  });

  it('says in place of the rows what of its filter it cannot read, and goes on with the next', async () => {
    const { provider } = controlled();
    const list = await openList(provider);
    await untilIds(list, ['A', 'B']);
    await settled(list);
    const asked = provider.questions('stations').length;
    Object.assign(list, { filter: { connection: 'online' } });
    await settled(list);
    provider.tell();
    await settled(list);
    expect(provider.questions('stations').length).to.equal(asked);
    expect(list.matches(':state(loading)')).to.equal(false);
    expect(textOf(partOf(list, 'error'))).to.include(
      'filter.connection is "online"; expected a list of texts.',
    );
    expect(parts(list, 'row')).to.deep.equal([]);
    expect(list.matches(':state(error)')).to.equal(true);
    list.filter = {};
    await untilIds(list, ['A', 'B']);
    expect(parts(list, 'error')).to.deep.equal([]);
  });

  it('R14: says that it is loading until the first rows are there', async () => {
    const { provider } = controlled();
    provider.isPaused = true;
    const list = await openList(provider);
    expect(list.matches(':state(loading)')).to.equal(true);
    expect(textOf(list)).to.include('Loading');
    provider.resume();
    await untilIds(list, ['A', 'B']);
    await settled(list);
    expect(list.matches(':state(loading)')).to.equal(false);
  });

  it('asks each question once', async () => {
    const { provider } = controlled();
    const list = await openList(provider);
    await untilIds(list, ['A', 'B']);
    await settled(list);
    expect(provider.asked.length, 'the rows and three tabs').to.equal(4);
    searchFor(list, 'of A');
    await untilIds(list, ['A']);
    await settled(list);
    expect(provider.asked.length).to.equal(8);
    tabOf(list, 'online').click();
    await untilIds(list, ['A']);
    await settled(list);
    expect(provider.asked.length).to.equal(9);
  });

  it('says that there are none', async () => {
    const list = await openList(controlled([]).provider);
    await until(() => parts(list, 'empty').length === 1);
    expect(textOf(partOf(list, 'empty'))).to.equal('No stations here.');
    expect(list.matches(':state(empty)')).to.equal(true);
  });

  it('R14: tells why there are no rows, asks no more by itself, and tries again when told to', async () => {
    const { provider } = controlled();
    provider.fail(new Error('The server answered 503.'));
    const list = await openList(provider);
    await until(() => parts(list, 'error').length === 1);
    expect(textOf(partOf(list, 'error'))).to.include(
      'The list could not be loaded. The server answered 503.',
    );
    expect(list.matches(':state(error)')).to.equal(true);
    await settled(list);
    const asked = provider.asked.length;
    await settled(list);
    expect(provider.asked.length).to.equal(asked);
    expect(asked).to.be.at.most(4);
    provider.resume();
    await clickOn(partOf(list, 'error').querySelector('button')!);
    await untilIds(list, ['A', 'B']);
    await until(() => tabTexts(list).join() === 'Online 2,All 2,Offline 0');
    expect(list.matches(':state(error)')).to.equal(false);
  });

  it('R14: keeps the rows it has where they cannot be brought up to date, and says why', async () => {
    const { provider, data } = controlled();
    const list = await openList(provider);
    await untilIds(list, ['A', 'B']);
    provider.fail(new Error('The line is down.'));
    provider.become('error', { error: new Error('The line is down.') });
    await until(() => parts(list, 'error').length === 1);
    expect(textOf(partOf(list, 'error'))).to.include('Could not be brought up to date: The line is down.');
    expect(idsOf(list)).to.deep.equal(['A', 'B']);
    data.rows = rowsOf('A', 'B', 'C');
    provider.resume();
    await clickOn(partOf(list, 'error').querySelector('button')!);
    expect(provider.questions('refresh').length).to.equal(1);
    provider.become('ready');
    await untilIds(list, ['A', 'B', 'C']);
    await until(() => parts(list, 'error').length === 0);
  });

  it('R14: says that live updates are interrupted', async () => {
    const { provider } = controlled();
    const list = await openList(provider);
    await untilIds(list, ['A', 'B']);
    provider.become('stale');
    await until(() => list.matches(':state(stale)'));
    expect(textOf(partOf(list, 'error'))).to.equal('Live updates interrupted');
    expect(idsOf(list)).to.deep.equal(['A', 'B']);
  });

  it('R14: a further page that fails leaves the rows before it, and is asked for once', async () => {
    const { provider } = controlled(Array.from({ length: 600 }, (_, index) => stationRow(`CS-${index}`)));
    const list = await openList(provider);
    await until(() => idsOf(list).length > 0);
    await settled(list);
    provider.fail(new Error('Page two is lost.'));
    tableOf(list).scrollTop = 1e6;
    await until(() => parts(list, 'error').length === 1);
    await settled(list);
    expect(pagesAsked(provider).length).to.equal(2);
    provider.resume();
    partOf(list, 'error').querySelector('button')!.click();
    await until(() => idsOf(list).includes('CS-599'));
    expect(parts(list, 'error')).to.deep.equal([]);
  });

  it('a late answer to what is no longer asked changes nothing', async () => {
    const { provider } = controlled([stationRow('A'), stationRow('B', { connection: 'offline' })]);
    const list = await openList(provider, '', { connection: ['online'] });
    await untilIds(list, ['A']);
    await settled(list);
    provider.isPaused = true;
    tabOf(list, 'offline').click();
    await until(() => provider.held.length === 1);
    const [late] = provider.held.splice(0);
    expect(late!.options!.signal!.aborted).to.equal(false);
    tabOf(list, 'normal').click();
    await until(() => provider.held.length === 1);
    expect(late!.options!.signal!.aborted).to.equal(true);
    provider.resume();
    await untilIds(list, ['A', 'B']);
    late!.resolve();
    await settled(list);
    expect(idsOf(list)).to.deep.equal(['A', 'B']);
    const asked = provider.asked.length;
    await settled(list);
    expect(provider.asked.length, 'nobody goes on asking for it').to.equal(asked);
  });

  it('R20: a tab shows no number that was counted for another filter', async () => {
    const { provider, data } = controlled();
    const list = await openList(provider);
    await until(() => tabTexts(list).join() === 'Online 2,All 2,Offline 0');
    provider.isPaused = true;
    data.rows = rowsOf('A', 'B', 'C');
    list.filter = { station: ['enabled'] };
    await settled(list);
    expect(tabTexts(list)).to.deep.equal(['Online', 'All', 'Offline']);
    provider.resume();
    await until(() => tabTexts(list).join() === 'Online 3,All 3,Offline 0');
  });

  it('another order keeps the rows and the focus until the new ones come', async () => {
    const { provider } = controlled();
    const list = await openList(provider);
    await untilIds(list, ['A', 'B']);
    await settled(list);
    provider.isPaused = true;
    const button = list.shadowRoot!.querySelector<HTMLElement>('[role="columnheader"] button')!;
    button.focus();
    button.click();
    await settled(list);
    expect(idsOf(list)).to.deep.equal(['A', 'B']);
    expect(tableOf(list).ariaBusy).to.equal('true');
    provider.resume();
    await until(() => tableOf(list).ariaBusy === 'false');
    expect(focused()).to.equal(button);
  });

  it('R10: touches nothing on the page while the answers stay the same', async () => {
    const { provider, data } = controlled();
    const list = await openList(provider);
    await untilIds(list, ['A', 'B']);
    await laidOut(list);
    const asked = provider.asked.length;
    const changes = changesIn(list);
    provider.tell();
    await settled(list);
    expect(provider.asked.length).to.be.above(asked);
    expect(changes()).to.equal(0);
    data.rows = [stationRow('A', { status: 'faulted' }), stationRow('B')];
    provider.tell();
    await until(() => textOf(rowOf(list, 'A')).includes('Faulted'));
  });

  it('works on where it is moved to, and asks nothing once it is gone', async () => {
    const { provider, data } = controlled();
    const list = await openList(provider);
    await untilIds(list, ['A', 'B']);
    const place = document.createElement('section');
    list.parentElement!.append(place);
    place.append(list);
    data.rows = rowsOf('C');
    await untilIds(list, ['C']);
    data.rows = rowsOf('D');
    provider.tell();
    await untilIds(list, ['D']);
    list.remove();
    const asked = provider.asked.length;
    provider.tell();
    await settled(list);
    expect([provider.asked.length, provider.subscriptions]).to.deep.equal([asked, 0]);
  });
});
