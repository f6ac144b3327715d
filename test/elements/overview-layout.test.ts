import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusCounts } from '../../src/model/records.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, listIn, stationRow, untilIds } from '../support/list-page.js';
import { dialogOf, openOverview, untilOpen } from '../support/overview-page.js';
import { clearPage, everything, settled } from '../support/page.js';

const COLUMNS: readonly [width: number, beside: boolean][] = [
  [320, false],
  [700, false],
  [1200, true],
  [2400, true],
];

describe("the overview's layout", () => {
  afterEach(async () => {
    clearPage();
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
      const shown = everything(dialogOf(overview)).filter(element =>
        element.matches('button, input, [part="row"]'),
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
});
