import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { localizeFor } from '../../src/messages/nearest-language.js';
import { useFont } from '../support/fonts.js';
import { reachingOut } from '../support/layout.js';
import { LOCATIONS, markersOn, providerOf, stands } from '../support/map-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import { clearPage, clickOn, everything, mount, partOf, parts, settled, until } from '../support/page.js';

const NOWHERE = { id: 'X', latitude: 0, longitude: 0, stations: [{ id: 'CS-X' }] };

const tooWide = (root: Element, box: DOMRect) => reachingOut([root, ...everything(root)], box);

describe("a map's layout", () => {
  afterEach(async () => {
    clearPage();
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [320, 744, 900, 1440]) {
    it(`WCAG 1.4.4: at ${width} pixels nothing is cut off in a wide or a narrow font, at the usual and at twice the text size`, async () => {
      await setViewport({ width, height: 600 });
      const provider = providerOf([...LOCATIONS, NOWHERE]);
      const element = mount<StatusMap>(
        `<ev-evse-map ${NO_GROUND} center="-50,-10" zoom="3" style="height: 560px"></ev-evse-map>`,
        provider,
      );
      element.style.width = `${document.documentElement.clientWidth - 16}px`;
      await until(() => markersOn(element).length > 0);
      await stands(element);
      for (const font of ['wide', 'narrow'] as const) {
        element.style.setProperty('--ev-font-family', await useFont(font));
        for (const fontSize of ['16px', '32px']) {
          document.documentElement.style.fontSize = fontSize;
          await stands(element);
          const what = `${font} font, ${fontSize}`;
          const area = () => element.shadowRoot!.querySelector('.area')!.getBoundingClientRect();
          const controls = partOf(element, 'fit').parentElement!;
          const leftOut = partOf(element, 'left-out');
          expect(tooWide(controls, area()), what).to.deep.equal([]);
          expect(tooWide(leftOut, area()), what).to.deep.equal([]);
          expect(leftOut.getBoundingClientRect().bottom, what).to.be.most(area().bottom);
          const searchWidth = partOf(element, 'search').clientWidth;
          expect(searchWidth, `search, ${what}`).to.be.least(4 * parseFloat(fontSize));
          // The popup before may have had the map move.
          element.show({ center: [-50, -10], zoom: 3 });
          await stands(element);
          await clickOn(partOf(element, 'pin'));
          const popup = partOf(element, 'popup');
          await until(() => popup.checkVisibility());
          await settled(element);
          expect(tooWide(popup, popup.getBoundingClientRect()), what).to.deep.equal([]);
          const map = area();
          const isInside = ({ left, top, right, bottom }: DOMRect) =>
            left >= map.left && right <= map.right && top >= map.top && bottom <= map.bottom;
          // The map takes on its size, and moves its popup, a little later.
          await until(() => isInside(popup.getBoundingClientRect()));
          await sendKeys({ press: 'Escape' });
          await until(() => !popup.checkVisibility());
          (partOf(element, 'search') as HTMLInputElement).focus();
          await sendKeys({ type: 's/6' });
          await until(() => parts(element, 'hit').some(hit => hit.checkVisibility()));
          expect(tooWide(partOf(element, 'hit').parentElement!, area()), what).to.deep.equal([]);
          await sendKeys({ press: 'Escape' });
          (partOf(element, 'search') as HTMLInputElement).select();
          await sendKeys({ press: 'Backspace' });
        }
      }
    });
  }

  for (const [lang, dir, tag = 'ev-evse-map'] of [
    ['en', 'ltr'],
    ['de', 'ltr'],
    ['ar-EG', 'rtl'],
    ['de', 'ltr', 'ev-connection-map'],
  ] as const)
    it(`WCAG 1.4.10: at 400 % what opens above an ${tag} in full screen stays within it, and its help can be read, in "${lang}"`, async () => {
      await setViewport({ width: 320, height: 256 });
      const element = mount<StatusMap>(
        `<${tag} lang="${lang}" ${NO_GROUND} center="4.5,51.9" zoom="11" location-href="#/{id}" station-href="#/{id}"></${tag}>`,
        providerOf(LOCATIONS),
      );
      await until(() => markersOn(element).length > 0);
      await until(
        () => getComputedStyle(element).direction === dir && localizeFor(lang).marks.texts === undefined,
      );
      await clickOn(partOf(element, 'fullscreen'));
      await until(() => element.shadowRoot!.querySelector('.area')!.getBoundingClientRect().bottom < 256);
      await stands(element);
      const isWithin = (inner: Element, outer: DOMRect) => {
        const { left, top, right, bottom } = inner.getBoundingClientRect();
        return left >= outer.left && top >= outer.top && right <= outer.right && bottom <= outer.bottom;
      };
      const area = element.shadowRoot!.querySelector('.area')!.getBoundingClientRect();
      expect(area.height).to.be.at.least(100);
      (partOf(element, 'search') as HTMLInputElement).focus();
      await sendKeys({ type: 'cs' });
      await until(() => parts(element, 'hit').length > 3);
      await settled(element);
      const hits = partOf(element, 'hit').parentElement!;
      expect(isWithin(hits, area), 'what was found').to.equal(true);
      const lastHit = parts(element, 'hit').at(-1)!;
      lastHit.scrollIntoView({ block: 'nearest' });
      expect(isWithin(lastHit, hits.getBoundingClientRect()), 'the last of it').to.equal(true);
      await sendKeys({ press: 'Escape' });
      element.show({ center: [4.47, 51.92], zoom: 14 });
      await until(() => parts(element, 'pin').length > 0);
      await stands(element);
      partOf(element, 'pin').click();
      const popup = partOf(element, 'popup');
      await until(() => popup.checkVisibility() && popup.querySelectorAll('a').length > 0);
      await until(() => isWithin(popup, area));
      const last = [...popup.querySelectorAll('a')].at(-1)!;
      last.scrollIntoView({ block: 'nearest' });
      expect(isWithin(last, popup.getBoundingClientRect()), 'the last of a popup').to.equal(true);
      await sendKeys({ press: 'Escape' });
      partOf(element, 'help').focus();
      await settled(element);
      const help = everything(element).find(({ role }) => role === 'tooltip')!;
      expect(isWithin(help, new DOMRect(0, 0, 320, 256)), 'help').to.equal(true);
      expect(help.scrollHeight, 'help is whole').to.be.at.most(help.clientHeight);
      // Which may cover the button.
      partOf(element, 'refresh').focus();
      await settled(element);
      await clickOn(partOf(element, 'fullscreen'));
      await until(() => !document.fullscreenElement);
    });
});
