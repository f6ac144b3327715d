import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StationQuery, StationRow } from '../../src/model/questions.js';
import { HOUR, MINUTE } from '../../src/model/time.js';
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
  untilIds,
} from '../support/list-page.js';
import { clearPage, clickOn, everything, parts, settled, textOf, until } from '../support/page.js';

const idAt = (index: number) => `CS-${String(index).padStart(6, '0')}`;
const HUNDRED_THOUSAND = Array.from({ length: 100_000 }, (_, index) => stationRow(idAt(index)));

describe('a list of 100,000 stations', () => {
  afterEach(clearPage);

  async function open(rows: readonly StationRow[] = HUNDRED_THOUSAND, style = '') {
    const provider = new ControllableProvider();
    const data = { rows };
    provider.answers.stations = answerFrom(() => data.rows);
    const list = await openList(provider, `style="${style}"`);
    await until(() => parts(list, 'row').length > 0);
    await settled(list);
    const pages = () =>
      provider
        .questions('stations')
        .map(({ about }) => about as StationQuery)
        .filter(({ limit }) => limit !== 0);
    return { list, provider, pages, data };
  }

  /** Scrolls to where the first rows are no longer in view. */
  async function scrollTo(list: Element, top: number) {
    tableOf(list).scrollTop = top;
    await until(() => idsOf(list).length > 5 && !idsOf(list).includes(idAt(0)));
    await settled(list);
  }
  const hasLast = (list: Element) => idsOf(list).at(-1) === idAt(99_999);
  const heard = (row: Element) => textOf(row.lastElementChild!);
  const latest = (list: Element) => parts(list, 'latest');

  it('R19: has only some tens of rows on the page, wherever it is scrolled to', async () => {
    const { list } = await open();
    const table = tableOf(list);
    expect(tableOf(list).ariaRowCount).to.equal('100001');
    expect(parts(list, 'row').length).to.be.within(5, 60);
    table.scrollTop = 20_000;
    await until(() => !idsOf(list).includes(idAt(0)) && idsOf(list).length > 5);
    expect(parts(list, 'row').length).to.be.within(5, 60);
    expect(everything(list).length).to.be.below(4000);
    const inView = idsOf(list);
    expect(inView).to.deep.equal(inView.map((_, index) => idAt(Number(inView[0]!.slice(3)) + index)));
  });

  it('R19: asks for more rows only as it is scrolled, and scrolls to the very end', async () => {
    const { list, pages } = await open();
    expect(pages().length).to.equal(1);
    const table = tableOf(list);
    await scrollTo(list, 400_000);
    expect(pages().length).to.be.within(2, 5);
    table.scrollTop = table.scrollHeight;
    await until(() => hasLast(list));
    expect(pages().length).to.be.below(40);
    // Eleven million pixels down, single precision places a row to a pixel, and the table's end to another.
    const last = rowOf(list, idAt(99_999)).getBoundingClientRect();
    expect(last.bottom).to.be.closeTo(table.getBoundingClientRect().bottom, 2);
  });

  it('R19: is scrolled from the keyboard', async () => {
    const { list } = await open();
    const table = tableOf(list);
    table.focus();
    // A key that meets a scroll that is still under way may be lost in it.
    const press = (key: 'PageDown' | 'End' | 'Home', isThere: () => boolean) =>
      until(async () => {
        await sendKeys({ press: key });
        await settled(list);
        return isThere();
      });
    await press('PageDown', () => table.scrollTop > 100);
    await press('End', () => hasLast(list));
    await press('Home', () => idsOf(list)[0] === idAt(0));
  });

  it('R19: its heads stay above the rows that are scrolled', async () => {
    const { list } = await open();
    const table = tableOf(list);
    await scrollTo(list, 4000);
    const head = table.querySelector('.head')!.getBoundingClientRect();
    expect(head.top).to.equal(table.getBoundingClientRect().top);
  });

  it('R19: another tab or search begins at its top again', async () => {
    const { list } = await open();
    await scrollTo(list, 9000);
    tabOf(list, 'online').click();
    await until(() => idsOf(list)[0] === idAt(0));
    expect(tableOf(list).scrollTop).to.equal(0);
    await scrollTo(list, 9000);
    searchFor(list, 'CS-0999');
    await until(() => idsOf(list)[0] === idAt(99_900));
    expect(tableOf(list).scrollTop).to.equal(0);
  });

  it('R10: a change shows in the rows in view, and the list stays where it was scrolled to', async () => {
    const { list, provider, data } = await open(HUNDRED_THOUSAND.slice(0, 800));
    const table = tableOf(list);
    await scrollTo(list, 5000);
    const inView = idsOf(list);
    const row = rowOf(list, inView[0]!);
    expect(heard(row)).to.equal('1 min. ago');
    data.rows = data.rows.map(each => ({ ...each, connection: 'offline', lastMessageAt: AS_OF - HOUR }));
    provider.tell();
    await until(() => heard(row) === '1 hr. ago');
    expect(row.isConnected, 'the row itself has changed').to.equal(true);
    expect(idsOf(list)).to.deep.equal(inView);
    expect(table.scrollTop).to.equal(5000);
    expect(textOf(row)).to.include('Offline');
    expect(latest(list)).to.deep.equal([]);
  });

  it('R10: once more has been read than is kept up to date, it offers the latest instead', async () => {
    const { list, provider, pages, data } = await open();
    const table = tableOf(list);
    await scrollTo(list, 300_000);
    const inView = idsOf(list);
    const asked = pages().length;
    data.rows = data.rows.map(each => ({ ...each, lastMessageAt: AS_OF - 5 * MINUTE }));
    provider.tell();
    provider.tell();
    await until(() => latest(list).length === 1);
    expect(pages().length).to.equal(asked);
    expect(heard(rowOf(list, inView[0]!))).to.equal('1 min. ago');
    await clickOn(latest(list)[0]!);
    await until(() => heard(rowOf(list, inView[0]!)) === '5 min. ago');
    expect(idsOf(list)).to.deep.equal(inView);
    expect(table.scrollTop).to.equal(300_000);
    expect(latest(list)).to.deep.equal([]);
  });

  it('R14, WCAG 1.4.10: at 400 % too it offers the latest, and to try again what could not be had', async () => {
    await setViewport({ width: 320, height: 256 });
    try {
      const { list, provider } = await open();
      tableOf(list).scrollTop = 300_000;
      await until(() => !idsOf(list).includes(idAt(0)));
      provider.become('error', { error: new Error('The line is down.') });
      await until(() => latest(list).length === 1 && parts(list, 'error').length === 1);
      const shown = everything(list).filter(each => each.matches('.text-button') && each.checkVisibility());
      expect(shown.map(textOf)).to.deep.equal(['Show latest', 'Try again']);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('R19: what was removed meanwhile leaves no empty places at the end', async () => {
    const { list, provider, data } = await open(HUNDRED_THOUSAND.slice(0, 700));
    tableOf(list).scrollTop = 1e6;
    await until(() => idsOf(list).includes(idAt(699)));
    data.rows = data.rows.slice(0, 3);
    provider.tell();
    await untilIds(list, [idAt(0), idAt(1), idAt(2)]);
    expect(tableOf(list).ariaRowCount).to.equal('4');
  });

  for (const width of [320, 480, 700, 920, 921, 1120]) {
    it(`R19: shows all of a station in ${width} pixels, long names and many EVSEs included`, async () => {
      const evses = (['available', 'charging', 'faulted', 'undefined'] as const).flatMap(status =>
        Array.from({ length: 174 }, (_, index) => ({ id: `${status}-${index}`, status })),
      );
      const rows = [
        stationRow('CS-1', { evses, status: 'disabled', locationName: 'P+R '.repeat(40) }),
        stationRow('CS-2', { evses, connection: 'offline', lastMessageAt: AS_OF - 700 * 24 * HOUR }),
      ];
      const { list } = await open(rows, `width: ${width}px`);
      const table = tableOf(list);
      expect(table.scrollWidth, 'nothing to scroll sideways').to.equal(table.clientWidth);
      const [first, second] = ['CS-1', 'CS-2'].map(id => rowOf(list, id).getBoundingClientRect()) as [
        DOMRect,
        DOMRect,
      ];
      expect(second.top, 'one below the other').to.be.closeTo(first.bottom, 0.5);
      for (const row of ['CS-1', 'CS-2'].map(id => rowOf(list, id))) {
        const box = row.getBoundingClientRect();
        for (const cell of row.children) {
          const { top, bottom, right } = cell.getBoundingClientRect();
          expect(top >= box.top && bottom <= box.bottom && right <= box.right, textOf(cell)).to.equal(true);
          if (cell !== row.children[1]) {
            expect(cell.scrollHeight, textOf(cell)).to.be.at.most(cell.clientHeight + 1);
            expect(cell.scrollWidth, textOf(cell)).to.be.at.most(cell.clientWidth + 1);
          }
        }
      }
    });
  }
});
