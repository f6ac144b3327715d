import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { useFont } from '../support/fonts.js';
import { LOCATIONS, canvasOf, markersOn, providerOf, stands } from '../support/map-page.js';
import { clearPage, clickOn, everything, mount, partOf, parts, settled, until } from '../support/page.js';

const NOWHERE = { id: 'X', latitude: 0, longitude: 0, stations: [{ id: 'CS-X' }] };

/** An element that is wider than the box it stands in, or whose text is cut off. */
function tooWide(root: Element, box: DOMRect): string[] {
  return [root, ...everything(root)]
    .filter(element => element.checkVisibility() && !(element instanceof SVGElement))
    .filter(element => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < box.left - 0.5 || right > box.right + 0.5);
    })
    .map(element => `${element.localName}.${element.className}: ${element.textContent?.trim()}`);
}

describe("a map's layout", () => {
  afterEach(async () => {
    clearPage();
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [320, 744, 900, 1440]) {
    it(`R31: at ${width} pixels nothing is cut off in a wide or a narrow font, at the usual and a larger text size`, async () => {
      await setViewport({ width, height: 600 });
      const provider = providerOf([...LOCATIONS, NOWHERE]);
      const map = mount<StatusMap>(
        '<ev-evse-map center="-50,-10" zoom="3" style="height: 560px"></ev-evse-map>',
        provider,
      );
      map.style.width = `${document.documentElement.clientWidth - 16}px`;
      await until(() => markersOn(map).length > 0);
      await stands(map);
      for (const font of ['wide', 'narrow'] as const) {
        map.style.setProperty('--ev-font-family', await useFont(font));
        for (const fontSize of ['16px', '24px']) {
          document.documentElement.style.fontSize = fontSize;
          await settled(map);
          const what = `${font} font, ${fontSize}`;
          const area = canvasOf(map)!.getBoundingClientRect();
          const controls = partOf(map, 'fit').parentElement!;
          const leftOut = partOf(map, 'left-out');
          expect(tooWide(controls, area), what).to.deep.equal([]);
          expect(tooWide(leftOut, area), what).to.deep.equal([]);
          expect(leftOut.getBoundingClientRect().bottom, what).to.be.most(area.bottom);
          expect(partOf(map, 'search').clientWidth, `search, ${what}`).to.be.least(4 * parseFloat(fontSize));
          await clickOn(partOf(map, 'pin'));
          const popup = partOf(map, 'popup');
          await until(() => popup.checkVisibility());
          await settled(map);
          expect(tooWide(popup, popup.getBoundingClientRect()), what).to.deep.equal([]);
          const box = popup.getBoundingClientRect();
          expect([box.left >= area.left, box.right <= area.right], what).to.deep.equal([true, true]);
          expect([box.top >= area.top, box.bottom <= area.bottom], what).to.deep.equal([true, true]);
          await sendKeys({ press: 'Escape' });
          await until(() => !popup.checkVisibility());
          (partOf(map, 'search') as HTMLInputElement).focus();
          await sendKeys({ type: 's/6' });
          await until(() => parts(map, 'hit').some(hit => hit.checkVisibility()));
          expect(tooWide(partOf(map, 'hit').parentElement!, area), what).to.deep.equal([]);
          await sendKeys({ press: 'Escape' });
          (partOf(map, 'search') as HTMLInputElement).select();
          await sendKeys({ press: 'Backspace' });
        }
      }
    });
  }
});
