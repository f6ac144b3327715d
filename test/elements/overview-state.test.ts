import { expect } from 'chai';

import '../../src/define/index.js';
import type { OverviewState } from '../../src/elements/events.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { answerFrom, listIn, stationRow, tabOf, untilIds } from '../support/list-page.js';
import { canvasOf, providerOf } from '../support/map-page.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { NO_GROUND } from '../support/no-ground.js';
import { dialogOf, drillOf, openOverview, pieOf, untilOpen, untilShut } from '../support/overview-page.js';
import { clearPage, clickOn, heard, mount, ofStatus, parts, settled, until } from '../support/page.js';

describe("the overview's state", () => {
  afterEach(clearPage);

  function controlled() {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => [
      stationRow('A'),
      stationRow('B', { connection: 'offline' }),
    ]);
    return provider;
  }
  const hiddenOf = (overview: Element) =>
    parts(overview, 'entry')
      .filter(({ ariaPressed }) => ariaPressed === 'false')
      .map(({ dataset }) => dataset.status);
  const mapOf = (overview: Element, tag: string) =>
    overview.shadowRoot!.querySelector<StatusMap>(`ev-${tag}-map`)!;
  const plain = (overview: EvOverview): OverviewState =>
    JSON.parse(JSON.stringify(overview.state)) as OverviewState;
  /** Waits until both maps stand and have come to rest. */
  async function untilDrawn(overview: EvOverview) {
    await until(() => ['connection', 'evse'].every(tag => canvasOf(mapOf(overview, tag))));
    let last = '';
    await until(async () => {
      const before = last;
      await new Promise(resolve => setTimeout(resolve, 400));
      last = JSON.stringify(overview.state);
      return last === before;
    });
  }

  it('R21: is plain data that tells what is hidden, and survives being written down', async () => {
    const overview = await openOverview(controlled());
    ofStatus(pieOf(overview, 'evse'), 'entry', 'charging').click();
    ofStatus(pieOf(overview, 'station'), 'entry', 'faulted').click();
    await settled(overview);
    expect(overview.state.hidden).to.deep.equal({ evse: ['charging'], station: ['faulted'] });
    expect(plain(overview)).to.deep.equal(overview.state);
  });

  it('R21: is taken from a page that set it before the element was defined', async () => {
    // There, no element is defined.
    const { body } = document.implementation.createHTMLDocument();
    body.innerHTML = `<ev-overview ${NO_GROUND}></ev-overview>`;
    const overview = body.firstElementChild as EvOverview;
    Object.assign(overview, { state: { hidden: { evse: ['charging'] } }, provider: controlled() });
    mount('<div></div>').append(overview);
    await until(() => parts(overview, 'entry').length > 0);
    await settled(overview);
    expect(hiddenOf(overview)).to.deep.equal(['charging']);
    ofStatus(pieOf(overview, 'evse'), 'entry', 'charging').click();
    await settled(overview);
    expect(overview.state.hidden.evse ?? []).to.deep.equal([]);
  });

  it('R19, R21: what is hidden and the open list with its tab come back from what was written down', async () => {
    const first = await openOverview(controlled());
    ofStatus(pieOf(first, 'connection'), 'entry', 'unknown').click();
    await clickOn(drillOf(pieOf(first, 'evse'), 'faulted'));
    await untilOpen(first);
    await untilIds(listIn(first), ['A']);
    await clickOn(tabOf(listIn(first), 'offline'));
    await untilIds(listIn(first), ['B']);
    const written = JSON.stringify(first.state);
    expect((JSON.parse(written) as OverviewState).list).to.deep.equal({
      dimension: 'evse',
      status: 'faulted',
      filter: { connection: ['online'], evse: ['faulted'] },
      count: 10,
      tab: 'offline',
    });
    const second = await openOverview(controlled());
    second.state = JSON.parse(written) as OverviewState;
    await untilOpen(second);
    await untilIds(listIn(second), ['B']);
    expect(tabOf(listIn(second), 'offline').ariaSelected).to.equal('true');
    expect(hiddenOf(second)).to.deep.equal(['unknown']);
    expect(second.state.hidden).to.deep.equal({ connection: ['unknown'] });
    expect(second.state.list).to.deep.equal((JSON.parse(written) as OverviewState).list);
  });

  it('R21: can be set before there is any data', async () => {
    const overview = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`);
    const state = { hidden: { evse: ['faulted'] }, maps: {}, list: { filter: { connection: ['offline'] } } };
    overview.state = state;
    await settled(overview);
    expect(plain(overview)).to.deep.equal(state);
    overview.provider = controlled();
    await until(() => hiddenOf(overview).join() === 'faulted');
    await untilOpen(overview);
    await untilIds(listIn(overview), ['B']);
    expect(plain(overview).hidden).to.deep.equal(state.hidden);
  });

  it('R16: where the maps look comes back too, and a state without places shows the whole network', async () => {
    const provider = providerOf();
    const overview = await openOverview(provider, 'style="width: 640px"');
    await untilDrawn(overview);
    const place = { center: [4.48, 51.925] as [number, number], zoom: 7 };
    overview.state = { maps: { connection: place } };
    await until(() => plain(overview).maps.connection?.zoom === 7);
    await untilDrawn(overview);
    expect(plain(overview).maps.connection).to.deep.equal(place);
    const written = plain(overview);
    const second = await openOverview(provider, 'style="width: 640px"');
    second.state = written;
    await untilDrawn(second);
    expect(plain(second).maps.connection).to.deep.equal(place);
    await until(
      () =>
        parts(mapOf(second, 'connection'), 'cluster').length +
          parts(mapOf(second, 'connection'), 'pin').length >
        0,
    );
    expect(parts(mapOf(second, 'connection'), 'pin').some(({ dataset }) => dataset.count === '3')).to.equal(
      false,
    );
    second.state = {};
    await until(() => parts(mapOf(second, 'connection'), 'pin').some(({ dataset }) => dataset.count === '3'));
  });

  it('tells each change once, and nothing where a host sets what it was told', async () => {
    const overview = await openOverview(providerOf(), 'style="width: 640px"');
    await untilDrawn(overview);
    const told = heard<OverviewState>(overview, 'ev-state-change');
    overview.addEventListener('ev-state-change', ({ detail }) => (overview.state = structuredClone(detail)));
    ofStatus(pieOf(overview, 'connection'), 'entry', 'offline').click();
    await untilDrawn(overview);
    expect(told.length).to.equal(1);
    expect(told[0]!.hidden).to.deep.equal({ connection: ['offline'] });
    // In view, where a map draws.
    mapOf(overview, 'evse').scrollIntoView();
    await untilDrawn(overview);
    mapOf(overview, 'evse').show({ center: [5.123456789, 51.987654321], zoom: 6.123456 });
    await until(() => told.length > 1);
    await untilDrawn(overview);
    expect(told.length).to.equal(2);
    expect(told[1]!.maps.evse).to.deep.equal({ center: [5.123457, 51.987654], zoom: 6.1235 });
    await clickOn(drillOf(pieOf(overview, 'connection'), 'online'));
    await untilOpen(overview);
    await untilDrawn(overview);
    expect(told.length).to.equal(3);
    dialogOf(overview).close();
    await untilShut(overview);
    await untilDrawn(overview);
    expect(told.length).to.equal(4);
    expect(told[3]).to.deep.equal(plain(overview));
    expect('list' in told[3]!).to.equal(false);
  });

  it('one list after the other, or the same again, is shown and none closes by itself', async () => {
    const overview = await openOverview(controlled());
    overview.state = { list: { filter: { connection: ['online'] } } };
    await untilOpen(overview);
    await untilIds(listIn(overview), ['A']);
    overview.state = {};
    await settled(overview);
    overview.state = { list: { filter: { connection: ['offline'] } } };
    await settled(overview);
    await untilIds(listIn(overview), ['B']);
    await settled(overview);
    expect(dialogOf(overview).matches(':modal')).to.equal(true);
    overview.state = {};
    await untilShut(overview);
  });

  it('an overview that is moved keeps its state, its list open above all else', async () => {
    const overview = await openOverview(controlled());
    overview.state = { hidden: { connection: ['online'] }, list: { filter: { connection: ['online'] } } };
    await untilOpen(overview);
    const place = document.createElement('section');
    overview.parentElement!.append(place);
    place.append(overview);
    await untilOpen(overview);
    await untilIds(listIn(overview), ['A']);
    expect(plain(overview).list).to.deep.equal({ filter: { connection: ['online'] } });
    await until(() => hiddenOf(overview).join() === 'online');
    expect(dialogOf(overview).open).to.equal(true);
  });
});
