import { executeServerCommand, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import { localizeFor } from '../../src/messages/nearest-language.js';
import type { StatusCounts } from '../../src/model/records.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, listIn, stationRow, untilIds } from '../support/list-page.js';
import { dialogOf, openOverview, pieOf, untilOpen } from '../support/overview-page.js';
import { useFont } from '../support/fonts.js';
import { laidOut, unreadable } from '../support/layout.js';
import { clearPage, clickOn, everything, middleOf, partOf, parts, settled, until } from '../support/page.js';

const COLUMNS: readonly [width: number, beside: boolean][] = [
  [320, false],
  [700, false],
  [1200, true],
  [1920, true],
  [2400, false],
  [3840, false],
];

describe("the overview's layout", () => {
  afterEach(async () => {
    clearPage();
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });

  function controlled() {
    const provider = new ControllableProvider();
    const name = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
    provider.answers.counts = (dimension): StatusCounts =>
      dimension === 'evse'
        ? { available: 1_234_567, charging: 987_654, faulted: 1, undefined: 0 }
        : { online: 98_765, offline: 1_234, unknown: 1 };
    provider.answers.stations = answerFrom(() => [stationRow('A', { locationName: name })]);
    return provider;
  }

  for (const [width, isBeside] of COLUMNS) {
    it(`R1: in ${width} pixels nothing runs over sideways, and a map stands ${isBeside ? 'beside' : 'above'} its pie`, async () => {
      await setViewport({ width: Math.max(width, 800), height: 900 });
      const overview = await openOverview(controlled(), `style="width: ${width}px"`);
      await settled(overview);
      const box = overview.getBoundingClientRect();
      expect(box.width).to.equal(width);
      const views = [...overview.shadowRoot!.querySelectorAll('section > *')];
      expect(views.length).to.equal(6);
      for (const view of views) {
        const { left, right, width: own, height } = view.getBoundingClientRect();
        expect(left >= box.left && right <= box.right + 0.5, view.localName).to.equal(true);
        expect([own > 200, height > 150], view.localName).to.deep.equal([true, true]);
        const within = everything(view).filter(element =>
          element.matches('.frame, .shares, .legend, .entry, header, footer'),
        );
        for (const element of within) {
          const inner = element.getBoundingClientRect();
          expect(
            inner.left >= left - 0.5 && inner.right <= right + 0.5,
            `${view.localName} ${element.className}`,
          ).to.equal(true);
        }
      }
      const [map, pie] = views as [Element, Element];
      const [mapBox, pieBox] = [map.getBoundingClientRect(), pie.getBoundingClientRect()];
      expect(pieBox.left >= mapBox.right, 'beside').to.equal(isBeside);
      expect(pieBox.top >= mapBox.bottom, 'below').to.equal(!isBeside);
      for (const [index, view] of views.entries()) {
        for (const other of views.slice(index + 1)) {
          const [a, b] = [view.getBoundingClientRect(), other.getBoundingClientRect()];
          const isApart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(isApart, `${view.localName} and ${other.localName} apart`).to.equal(true);
        }
      }
    });
  }

  /** The sizes of all texts that are seen, in pixels. */
  const textSizes = (root: Element) =>
    everything(root)
      .filter(element => element.checkVisibility() && !(element instanceof SVGElement))
      // The headline's numbers are larger than all else.
      .filter(element => !element.matches('.number') || !element.closest('[part=figure]'))
      .filter(element =>
        [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()),
      )
      .map(element => parseFloat(getComputedStyle(element).fontSize));

  for (const [width, least, most] of [
    [320, 12, 15],
    [1920, 12, 15],
    [2560, 14, 18],
    [3840, 20, 27],
  ] as const) {
    it(`R1: in ${width} pixels its texts are from ${least} to ${most} pixels high, and follow the reader's text size`, async () => {
      await setViewport({ width, height: 900 });
      const overview = await openOverview(controlled());
      await settled(overview);
      const sizes = textSizes(overview);
      expect(sizes.length).to.be.above(50);
      expect(Math.min(...sizes)).to.be.at.least(least);
      expect(Math.max(...sizes)).to.be.most(most);
      document.documentElement.style.fontSize = '200%';
      // What a box is wide is told in the reader's own text size too, so a wall of large text is a desk.
      await settled(overview);
      expect(Math.min(...textSizes(overview))).to.be.at.least(24);
    });
  }

  for (const font of ['wide', 'narrow'] as const) {
    for (const width of [320, 744, 900, 1440, 1920, 3840]) {
      it(`R1, WCAG 1.4.4: the overview's pies can be read in ${width} pixels in a ${font} font, in twice the text size too`, async () => {
        await setViewport({ width, height: 900 });
        const overview = await openOverview(controlled(), `style="--ev-font-family: ${await useFont(font)}"`);
        for (const size of ['', '200%']) {
          document.documentElement.style.fontSize = size;
          await laidOut(overview);
          for (const dimension of ['connection', 'evse', 'last-message', 'station'] as const)
            expect(unreadable(pieOf(overview, dimension)), `${dimension} ${size}`).to.deep.equal([]);
        }
      });
    }
  }

  it('R1: on a wall the maps stand side by side, each above two of the pies, which all stand in a row', async () => {
    await setViewport({ width: 3840, height: 2160 });
    const overview = await openOverview(controlled(), 'style="width: 3816px"');
    await settled(overview);
    const boxOf = (tag: string) => overview.shadowRoot!.querySelector(tag)!.getBoundingClientRect();
    const maps = ['ev-connection-map', 'ev-evse-map'].map(boxOf);
    const pies = ['ev-connection-pie', 'ev-last-ocpp-pie', 'ev-evse-pie', 'ev-station-pie'].map(boxOf);
    expect(new Set(maps.map(({ top }) => top)).size, 'maps in a row').to.equal(1);
    expect(new Set(pies.map(({ top }) => top)).size, 'pies in a row').to.equal(1);
    expect(pies[0]!.top).to.be.above(maps[0]!.bottom);
    expect([pies[0]!.left, pies[1]!.right, pies[2]!.left, pies[3]!.right]).to.deep.equal(
      maps.flatMap(({ left, right }) => [left, right]),
    );
    const whole = overview.getBoundingClientRect();
    expect([maps[0]!.left, maps[1]!.right]).to.deep.equal([whole.left, whole.right]);
    expect(whole.height, 'it is seen without scrolling').to.be.most(2160);
  });

  for (const width of [320, 1400]) {
    it(`R19: in a window ${width} pixels wide the list fits, its tools and rows all in reach`, async () => {
      await setViewport({ width, height: 700 });
      const overview = await openOverview(controlled());
      overview.state = { list: { filter: {}, dimension: 'connection', status: 'online', count: 98_765 } };
      await untilOpen(overview);
      await untilIds(listIn(overview), ['A']);
      await settled(overview);
      const dialog = dialogOf(overview).getBoundingClientRect();
      expect([dialog.height, dialog.right]).to.deep.equal([700, width]);
      const shown = everything(dialogOf(overview)).filter(
        element => element.checkVisibility() && element.matches('button, input, [part="row"]'),
      );
      expect(shown.length).to.be.above(8);
      for (const element of shown) {
        const { left, right, bottom } = element.getBoundingClientRect();
        expect(left >= dialog.left && right <= dialog.right && bottom <= 700, element.outerHTML).to.equal(
          true,
        );
      }
    });
  }

  for (const [lang, dir] of [
    ['en', 'ltr'],
    ['de', 'ltr'],
    ['ar-EG', 'rtl'],
  ] as const)
    it(`WCAG 1.4.10: at 400 % a list shows rows at once, and its tools when they are asked for, all in reach, in "${lang}"`, async () => {
      await setViewport({ width: 320, height: 256 });
      const provider = controlled();
      const ids = Array.from({ length: 40 }, (_, index) => `CS-${index + 10}`);
      provider.answers.stations = answerFrom(() => ids.map(id => stationRow(id)));
      const overview = await openOverview(provider, `lang="${lang}"`);
      await until(
        () => getComputedStyle(overview).direction === dir && localizeFor(lang).marks.texts === undefined,
      );
      overview.state = { list: { filter: {}, dimension: 'connection', status: 'online', count: 40 } };
      await untilOpen(overview);
      const list = listIn(overview);
      await until(() => parts(list, 'row').length > 0);
      await settled(overview);
      const isInWindow = (element: Element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return left > -0.5 && top > -0.5 && right < 320.5 && bottom < 256.5;
      };
      const rowsInWindow = () => parts(list, 'row').filter(isInWindow).length;
      expect(rowsInWindow(), 'rows at once').to.be.at.least(1);
      expect(partOf(list, 'search').checkVisibility()).to.equal(false);
      await clickOn(partOf(list, 'unfold'));
      await until(() => partOf(list, 'search').checkVisibility());
      const tools = everything(list).filter(
        element => element.matches('button, input, select') && !element.closest('.drawn'),
      );
      expect(tools.length).to.be.at.least(12);
      for (const tool of tools) {
        tool.scrollIntoView({ block: 'nearest' });
        expect(isInWindow(tool), tool.outerHTML).to.equal(true);
      }
      // The wheel leads past the tools, and on through the rows.
      const { x } = middleOf(list);
      await sendMouse({ type: 'move', position: [Math.round(x), 150] });
      await until(async () => {
        await executeServerCommand('wheel', { deltaY: 300 });
        const last = parts(list, 'row').find(row => row.dataset.stationId === 'CS-49');
        return !!last && isInWindow(last);
      });
    });

  it('WCAG 1.4.4: a font size that a host sets on the overview leaves all of it readable', async () => {
    await setViewport({ width: 744, height: 900 });
    const overview = await openOverview(controlled(), 'style="font-size: 200%"');
    await laidOut(overview);
    for (const dimension of ['connection', 'evse', 'last-message', 'station'] as const)
      expect(unreadable(pieOf(overview, dimension)), dimension).to.deep.equal([]);
  });
});
