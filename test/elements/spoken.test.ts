import { expect } from 'chai';

import '../../src/define/index.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, openList, searchFor, stationRow, tabOf } from '../support/list-page.js';
import {
  clearPage,
  clickOn,
  everything,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  until,
} from '../support/page.js';

const PIES =
  '<ev-connection-pie></ev-connection-pie><ev-evse-pie></ev-evse-pie><ev-last-ocpp-pie></ev-last-ocpp-pie><ev-station-pie></ev-station-pie>';

describe('what assistive technology is told', () => {
  afterEach(clearPage);

  async function open(markup: string, provider = new ControllableProvider()): Promise<HTMLElement> {
    const page = mount(`<ev-data-provider>${markup}</ev-data-provider>`, provider);
    await until(() => parts(page, 'entry').length > 0);
    await settled(page);
    return page;
  }

  const nameOf = (element: Element) => element.ariaLabel ?? element.textContent!.replace(/\s+/g, ' ').trim();

  it('WCAG 2.4.6: no two controls of the pies have one name', async () => {
    const page = await open(PIES);
    const names = everything(page)
      .filter(element => element.matches('button:enabled, [role="button"], [role="toolbar"]'))
      .map(nameOf);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
    expect(names).to.include.members([
      'Refresh Online EVSE Status',
      'Help: Charge Station Status',
      'Full screen: Last OCPP message received',
      'Legend: Online EVSE Status',
    ]);
  });

  it('WCAG 2.4.6: a list button says what it lists, with grouped numbers', async () => {
    const provider = new ControllableProvider();
    const { counts } = provider.answers;
    provider.answers.counts = (dimension, options) => {
      if (dimension === 'connection') return { online: 1_234, offline: 1, unknown: 2 };
      if (dimension === 'station') return { enabled: 3, disabled: 2, faulted: 1, unknown: 4 };
      return counts(dimension, options);
    };
    const page = await open(PIES, provider);
    const said = (index: number) => parts(page.children[index]!, 'drill').map(nameOf);
    expect(said(0)).to.deep.equal([
      'List 1,234 stations: Online',
      'List 1 station: Offline',
      'List 2 stations: Unknown',
    ]);
    expect(said(1)[2]).to.equal('List the stations with 10 EVSEs: Faulted');
    expect(said(2)[0]).to.equal('List 30 stations: Under 15 minutes');
    expect(said(3)).to.deep.equal([
      'List 3 stations: Enabled',
      'List 2 stations: Disabled',
      'List 1 station: Faulted',
      'List 4 stations: Unknown',
    ]);
  });

  it('WCAG 1.3.1: behind each pie is a table of its numbers, with heads of rows and columns', async () => {
    const page = await open('<ev-evse-pie></ev-evse-pie>');
    const pie = page.firstElementChild!;
    const [table, ...others] = pie.shadowRoot!.querySelectorAll('table');
    expect(others).to.deep.equal([]);
    expect(table!.caption!.textContent!.trim()).to.equal('Online EVSE Status');
    const rows = () => [...table!.rows].map(({ cells }) => [...cells].map(nameOf));
    expect(rows()).to.deep.equal([
      ['Status', 'EVSEs', 'Share'],
      ['Available', '60', '60%'],
      ['Charging', '25', '25%'],
      ['Faulted', '10', '10%'],
      ['Undefined', '5', '5%'],
    ]);
    expect([...table!.rows].slice(1).every(({ cells }) => cells[0]!.scope === 'row')).to.equal(true);
    await clickOn(ofStatus(pie, 'entry', 'available'));
    await settled(pie);
    expect(rows()[1]).to.deep.equal(['Available', '60', 'hidden']);
    expect(rows()[2]).to.deep.equal(['Charging', '25', '62.5%']);
  });

  it('WCAG 1.3.1: the level of headings is what a host says around them', async () => {
    const levelOf = (page: Element) =>
      everything(page).find(({ localName }) => localName === 'h3')!.ariaLevel;
    expect(levelOf(await open('<ev-evse-pie></ev-evse-pie>'))).to.equal('3');
    expect(levelOf(await open('<div heading-level="2"><ev-evse-pie></ev-evse-pie></div>'))).to.equal('2');
    expect(levelOf(await open('<ev-evse-pie heading-level="5"></ev-evse-pie>'))).to.equal('5');
    expect(levelOf(await open('<ev-evse-pie heading-level="nine"></ev-evse-pie>'))).to.equal('3');
  });

  it('WCAG 4.1.3: a refresh that was asked for says once that it is done', async () => {
    const provider = new ControllableProvider();
    const page = await open('<ev-evse-pie></ev-evse-pie><ev-station-pie></ev-station-pie>', provider);
    const [pie, other] = [...page.children] as [Element, Element];
    const told = (view: Element) =>
      everything(view)
        .filter(({ role, localName }) => role === 'status' && localName === 'p')
        .map(nameOf)
        .filter(Boolean);
    provider.isPaused = true;
    partOf(pie, 'refresh').click();
    await settled(page);
    expect(told(pie)).to.deep.equal([]);
    provider.resume();
    await until(() => told(pie).join() === 'Refreshed: Online EVSE Status');
    expect(told(other)).to.deep.equal([]);
    partOf(pie, 'refresh').click();
    provider.become('error');
    await settled(page);
    expect(told(pie), 'not where it failed').to.deep.equal([]);
  });

  it('WCAG 4.1.3: a list says what a search and a tab hold, and nothing when the data changes', async () => {
    const provider = new ControllableProvider();
    let rows = ['A', 'B', 'C'].map(id => stationRow(id));
    provider.answers.stations = answerFrom(() => rows);
    const list = await openList(provider);
    const told = () =>
      [...list.shadowRoot!.querySelectorAll('p.visually-hidden[role="status"]')].map(nameOf).join();
    await until(() => parts(list, 'row').length === 3);
    expect(told()).to.equal('');
    searchFor(list, 'of B');
    await until(() => told() === '1 station');
    searchFor(list, '');
    await until(() => told() === '3 stations');
    tabOf(list, 'offline').click();
    await until(() => told() === '0 stations offline');
    tabOf(list, 'normal').click();
    await until(() => told() === '3 stations');
    rows = rows.slice(1);
    provider.tell();
    await until(() => parts(list, 'row').length === 2);
    await settled(list);
    expect(told()).to.equal('3 stations');
  });

  it('WCAG 1.3.1: each row of a list has its station at its head', async () => {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => [stationRow('A')]);
    const list = await openList(provider);
    await until(() => parts(list, 'row').length === 1);
    const [head, ...others] = partOf(list, 'row').querySelectorAll('[role="rowheader"]');
    expect([nameOf(head!).replace(/[\u2068\u2069]/g, ''), others.length]).to.deep.equal(['A', 0]);
  });
});
