import { expect } from 'chai';

import '../../src/define/ev-station-list.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import { DAY, MINUTE } from '../../src/model/time.js';
import { accessibilityTree } from '../support/accessibility-tree.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { useFont } from '../support/fonts.js';
import { answerFrom, openList, stationRow, tableOf, untilIds } from '../support/list-page.js';
import { clearPage, everything, parts, partOf, settled, textOf, until } from '../support/page.js';

const EVSES = (['available', 'charging', 'faulted', 'undefined'] as const).flatMap(status =>
  Array.from({ length: 100 }, (_, index) => ({ id: `${status}-${index}`, status })),
);
const LONG = 'Parking garage of the central railway station, level three beside the restaurant '
  .repeat(2)
  .trim();
const ROWS = [
  stationRow('CS-1', { locationName: LONG, evses: EVSES, status: 'disabled' }),
  stationRow('CS-2', {
    locationName: undefined,
    country: 'NL',
    operator: LONG,
    connection: 'unknown',
    status: 'unknown',
    evses: [],
  }),
  stationRow('CS-3', {
    locationName: 'חניון התחנה המרכזית',
    evses: EVSES.slice(96, 104),
    status: 'faulted',
    faultedSince: AS_OF - 40 * MINUTE,
    faultedSinceIs: 'derived',
    troubleSince: AS_OF - 40 * MINUTE,
    troubleSinceIs: 'derived',
    errorCode: 'OverCurrentFailure',
    info: `${LONG} ${LONG}`,
  }),
  stationRow('CS-4', { connection: 'offline', lastMessageAt: AS_OF - 340 * DAY, href: '#/CS-4' }),
  stationRow('3f2504e0-4f89-11d3-9a0c-0305e82c3301', {
    locationName: 'x'.repeat(161),
    lastMessageAt: undefined,
  }),
];
/** Longer words may break anywhere: no column is wide enough for each. */
const LONGEST_WORD = 14;

const headsOf = (list: Element) => [
  ...list.shadowRoot!.querySelectorAll<HTMLElement>('[role="columnheader"]'),
];

/** Whether part of a text stands on more than one line. */
function isOnLines(node: Node, start: number, end: number): boolean {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
}

/** The words in an element that stand on more than one line. */
function brokenWords(root: Element): string[] {
  const broken: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!;
    // Most stand on one line as a whole.
    if (!isOnLines(node, 0, text.length)) continue;
    for (const { 0: word, index } of text.matchAll(/[^\s\u2068\u2069-]+/g)) {
      if (word.length > LONGEST_WORD) continue;
      if (isOnLines(node, index, index + word.length)) broken.push(word);
    }
  }
  return broken;
}

/** What reaches beyond an element's own box, or that of the element around it. */
function clipped(elements: readonly HTMLElement[]): string[] {
  return elements
    .filter(element => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const around = element.parentElement!.getBoundingClientRect();
      const isOutside =
        left < around.left - 0.5 ||
        right > around.right + 0.5 ||
        top < around.top - 0.5 ||
        bottom > around.bottom + 0.5;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return isOutside || scrollWidth > clientWidth || scrollHeight > clientHeight;
    })
    .map(textOf);
}

function expectWhole(list: EvStationList): void {
  const table = tableOf(list);
  expect(table.scrollWidth, 'nothing to scroll sideways').to.be.at.most(table.clientWidth);
  const rows = parts(list, 'row');
  const cells = rows.flatMap(row => [...row.children] as HTMLElement[]);
  const badges = cells.flatMap(cell => [...cell.querySelectorAll<HTMLElement>('.badge, .summary')]);
  expect(clipped([...headsOf(list), ...cells, ...badges])).to.deep.equal([]);
  expect([...headsOf(list), ...cells].flatMap(brokenWords)).to.deep.equal([]);
  for (const [index, row] of rows.slice(1).entries()) {
    const { bottom } = rows[index]!.getBoundingClientRect();
    expect(row.getBoundingClientRect().top, `row ${index + 1} below the one before`).to.be.closeTo(
      bottom,
      0.01,
    );
  }
  const box = list.getBoundingClientRect();
  for (const tool of everything(list).filter(
    element => element.checkVisibility() && element.matches('button, input'),
  )) {
    const { left, right } = tool.getBoundingClientRect();
    expect(left >= box.left && right <= box.right, `${tool.outerHTML} within the list`).to.equal(true);
  }
}

/** Whether heads and cells stand in columns; where they do not, each station is a card. */
function hasColumns(list: EvStationList): boolean {
  const edges = (elements: readonly Element[]) =>
    elements
      .map(element => element.getBoundingClientRect())
      .map(({ left, right }) => `${left.toFixed(1)}–${right.toFixed(1)}`)
      .join();
  const heads = edges(headsOf(list));
  return parts(list, 'row').every(row => edges([...row.children]) === heads);
}

describe('the layout of a list of stations', () => {
  const root = document.documentElement;

  afterEach(() => {
    root.style.fontSize = '';
    clearPage();
  });

  async function open(font: 'wide' | 'narrow', width: number) {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => ROWS);
    const family = await useFont(font);
    const list = await openList(
      provider,
      `style="width: ${width}px; height: 900px; --ev-font-family: ${family}"`,
    );
    await untilIds(
      list,
      ROWS.map(({ id }) => id),
    );
    await settled(list);
    return list;
  }

  for (const font of ['wide', 'narrow'] as const) {
    for (const size of [100, 200]) {
      for (const width of [320, 744, 1056, 1057, 1440, 1920, 2113]) {
        it(`R19: at ${width} pixels, ${size} % text and in a ${font} font all of a station can be read`, async () => {
          root.style.fontSize = `${size}%`;
          const list = await open(font, width);
          expectWhole(list);
          expect(hasColumns(list), 'in columns').to.equal(width > (1056 * size) / 100);
          for (const head of headsOf(list)) head.querySelector('button')?.click();
          await until(() => tableOf(list).ariaBusy === 'false');
          await settled(list);
          expectWhole(list);
          for (const button of parts(list, 'disclosure').reverse()) button.click();
          await settled(list);
          expect(parts(list, 'row').filter(row => row.querySelector('.opened-cell')).length).to.be.above(2);
          expectWhole(list);
        });
      }
    }
  }

  for (const [width, highest] of [
    [320, 240],
    [1440, 110],
  ] as const)
    it(`R19: at ${width} pixels a row of the longest names is at most ${highest} pixels high, tells assistive technology all of them, and shows all when it is opened`, async () => {
      const provider = new ControllableProvider();
      const [name, operator] = ['Parkhaus am Hauptbahnhof, Ebene drei '.repeat(14), 'Stadtwerke '.repeat(46)];
      provider.answers.stations = answerFrom(() => [
        stationRow('CS-1', { locationName: name.trim(), operator: operator.trim(), country: 'DE' }),
        stationRow('C'.repeat(500)),
      ]);
      const list = await openList(provider, `style="width: ${width}px; height: 900px"`);
      await until(() => parts(list, 'row').length === 2);
      await settled(list);
      const rows = parts(list, 'row');
      const cutOff = () =>
        [...rows[0]!.querySelectorAll('.name, .place')].filter(
          ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1,
        ).length;
      for (const row of rows) expect(row.offsetHeight, row.className).to.be.most(highest);
      expect(cutOff()).to.equal(2);
      const told = (await accessibilityTree()).map(each => each.name.replace(/[\u2068\u2069]/g, ''));
      expect(told).to.include.members([name.trim(), 'C'.repeat(500)]);
      partOf(list, 'disclosure').click();
      await settled(list);
      expect(cutOff()).to.equal(0);
      expectWhole(list);
    });

  it('R19: text that the reader makes larger is whole too, as is a list that is made narrower', async () => {
    const list = await open('wide', 1440);
    const height = () => partOf(list, 'row').getBoundingClientRect().height;
    const before = height();
    root.style.fontSize = '150%';
    await until(() => height() > before);
    await settled(list);
    expectWhole(list);
    list.style.width = '600px';
    await until(() => !hasColumns(list));
    await settled(list);
    expectWhole(list);
  });
});
