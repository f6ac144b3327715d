import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/ev-station-list.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, idsOf, openList, rowOf, stationRow, tableOf } from '../support/list-page.js';
import { clearPage, focused, middleOf, parts, settled, until } from '../support/page.js';

const frame = () => new Promise(requestAnimationFrame);

/** Rows of many heights: their names take one line to eight. */
const UNEVEN = Array.from({ length: 900 }, (_, index) =>
  stationRow(`CS-${index}`, { locationName: 'Market square '.repeat(1 + ((index * 7) % 40)) }),
);

describe('scrolling a list of stations', () => {
  afterEach(() => {
    document.documentElement.style.fontSize = '';
    clearPage();
  });

  async function open(width: number, rows = UNEVEN) {
    const provider = new ControllableProvider();
    const data = { rows };
    provider.answers.stations = answerFrom(() => data.rows);
    const list = await openList(provider, `style="width: ${width}px"`);
    await until(() => parts(list, 'row').length > 0);
    await drawn(list);
    return { list, provider, data };
  }

  /** Waits until what a scroll or a change led to has been drawn and measured. */
  async function drawn(list: EvStationList) {
    for (let round = 0; round < 3; round++) {
      await frame();
      await settled(list);
    }
  }

  /** The first station that is whole below the heads, and how far below the table's top it stands. */
  function firstInView(list: EvStationList) {
    const { top } = tableOf(list).getBoundingClientRect();
    const { bottom } = tableOf(list).querySelector('.head')!.getBoundingClientRect();
    const row = parts(list, 'row').find(each => each.getBoundingClientRect().top >= bottom)!;
    return { id: row.dataset.stationId!, at: row.getBoundingClientRect().top - top };
  }
  const placeOf = (list: EvStationList, id: string) =>
    rowOf(list, id).getBoundingClientRect().top - tableOf(list).getBoundingClientRect().top;

  for (const width of [600, 1000]) {
    it(`R19: in ${width} pixels, rows of any height are scrolled to the end, and back without a jump`, async () => {
      const { list } = await open(width);
      const table = tableOf(list);
      table.scrollTop = table.scrollHeight;
      await until(() => idsOf(list).includes('CS-899'));
      await drawn(list);
      const { bottom } = table.getBoundingClientRect();
      expect(rowOf(list, 'CS-899').getBoundingClientRect().bottom).to.be.closeTo(bottom, 1);
      for (let step = 0; step < 30; step++) {
        const { id, at } = firstInView(list);
        table.scrollTop -= 90;
        await drawn(list);
        expect(placeOf(list, id) - at, `step ${step}`).to.be.closeTo(90, 1.5);
      }
    });
  }

  it('R19: is scrolled by a finger', async () => {
    const { list } = await open(320);
    const table = tableOf(list);
    table.scrollIntoView();
    const { x, y } = middleOf(table);
    const first = firstInView(list).id;
    await executeServerCommand('swipe', { x, y, up: 120 });
    await until(() => table.scrollTop > 60);
    await drawn(list);
    expect(firstInView(list).id).to.not.equal(first);
  });

  it('R19: once all rows were drawn, the table is as high as they are', async () => {
    const { list } = await open(1000, UNEVEN.slice(0, 60));
    const table = tableOf(list);
    const heights = new Map<string, number>();
    for (let isAtEnd = false; !isAtEnd;) {
      for (const row of parts(list, 'row')) {
        heights.set(row.dataset.stationId!, row.getBoundingClientRect().height);
      }
      isAtEnd = table.scrollTop + table.clientHeight >= table.scrollHeight - 1;
      table.scrollTop += 200;
      await drawn(list);
    }
    const sum = [...heights.values()].reduce((total, height) => total + height, 0);
    const head = table.querySelector('.heads')!.getBoundingClientRect().height;
    expect(heights.size).to.equal(60);
    expect(table.scrollHeight).to.be.closeTo(sum + head, 1.5);
  });

  it('R10: what is in view stays where rows above it become higher', async () => {
    const { list, provider, data } = await open(1000, UNEVEN.slice(0, 300));
    tableOf(list).scrollTop = 4000;
    await until(() => !idsOf(list).includes('CS-0'));
    await drawn(list);
    const { id, at } = firstInView(list);
    const index = data.rows.findIndex(row => row.id === id);
    data.rows = data.rows.map((row, each) =>
      each < index - 1 ? { ...row, locationName: `${row.locationName} `.repeat(3) } : row,
    );
    const above = data.rows[index - 3]!;
    provider.tell();
    await until(() => rowOf(list, above.id).textContent.includes(above.locationName!));
    await drawn(list);
    expect(placeOf(list, id)).to.be.closeTo(at, 1.5);
  });

  it('R19: the first station in view stays where the list becomes narrow or its text larger', async () => {
    const { list } = await open(1000);
    tableOf(list).scrollTop = 9000;
    await until(() => !idsOf(list).includes('CS-0'));
    await drawn(list);
    const { id } = firstInView(list);
    const isThere = () => {
      const inView = idsOf(list).includes(id) ? placeOf(list, id) : Infinity;
      return Math.abs(inView) < tableOf(list).clientHeight;
    };
    list.style.width = '500px';
    await drawn(list);
    expect(isThere(), 'narrow').to.equal(true);
    document.documentElement.style.fontSize = '200%';
    await drawn(list);
    expect(isThere(), 'larger').to.equal(true);
  });

  it('R18, WCAG 2.4.11: links are reached with the keyboard below the heads, however far they are', async () => {
    const { list } = await open(
      1000,
      UNEVEN.map(row => ({ ...row, href: `#${row.id}` })),
    );
    const table = tableOf(list);
    const inView = (id: string) => {
      const link = rowOf(list, id).querySelector('a')!;
      const { top, bottom } = link.getBoundingClientRect();
      expect(focused(), id).to.equal(link);
      expect(top, id).to.be.at.least(table.querySelector('.heads')!.getBoundingClientRect().bottom);
      expect(bottom, id).to.be.at.most(table.getBoundingClientRect().bottom);
    };
    [...table.querySelectorAll<HTMLElement>('.head button')].at(-1)!.focus();
    // From one station's link to the next there is the button that opens its row.
    const tab = async () => {
      for (let press = 0; press < 2; press++) {
        await sendKeys({ press: 'Tab' });
        await drawn(list);
      }
    };
    for (let index = 0; index < 14; index++) {
      await tab();
      inView(`CS-${index}`);
    }
    await sendKeys({ down: 'Shift' });
    for (let index = 12; index > 3; index--) {
      await tab();
      inView(`CS-${index}`);
    }
    await sendKeys({ up: 'Shift' });
  });

  it('R19: a million rows, taller than an element can be, are scrolled to the very end and pixel by pixel', async () => {
    const provider = new ControllableProvider();
    const first = Array.from({ length: 500 }, (_, index) => stationRow(`CS-${index}`));
    provider.answers.stations = () => ({ stations: first, total: 1_000_000, cursor: 'more' });
    const list = await openList(provider, 'style="width: 1000px"');
    await until(() => parts(list, 'row').length > 0);
    provider.isPaused = true;
    const table = tableOf(list);
    expect(table.ariaRowCount).to.equal('1000001');
    const rowAt = (index: number) => table.querySelector(`[aria-rowindex="${index}"]`);
    const topOf = (index: number) => rowAt(index)!.getBoundingClientRect().top;

    table.scrollTop = table.scrollHeight;
    await until(() => rowAt(1_000_001) !== null);
    await drawn(list);
    const { bottom } = table.getBoundingClientRect();
    expect(rowAt(1_000_001)!.getBoundingClientRect().bottom).to.be.closeTo(bottom, 1);

    for (let step = 0; step < 5; step++) {
      const index = Number(table.querySelectorAll('.row')[8]!.ariaRowIndex);
      const before = topOf(index);
      table.scrollTop -= 90;
      await drawn(list);
      expect(topOf(index) - before, `step ${step}`).to.be.closeTo(90, 1);
    }

    table.scrollTop = table.scrollHeight / 2;
    await until(() => Math.abs(Number(table.querySelector('.drawn .row')!.ariaRowIndex) - 500_000) < 1000);
    // Once the scroll has come to rest.
    const middle = table.querySelectorAll('.row')[20]!.ariaRowIndex;
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(table.querySelectorAll('.row')[20]!.ariaRowIndex).to.equal(middle);

    table.scrollTop = 0;
    await until(() => rowAt(2) !== null);
    await drawn(list);
    expect(topOf(2)).to.be.closeTo(table.querySelector('.head')!.getBoundingClientRect().bottom, 1);
  });
});
