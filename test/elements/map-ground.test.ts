import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LitElement } from 'lit';

import '../../src/define/index.js';
import { PALETTES } from '../../src/render/map/embedded-style.js';
import type { ViewChangeEvent } from '../../src/elements/events.js';
import { EARTH_RADIUS } from '../../src/model/mercator.js';
import { useFont } from '../support/fonts.js';
import { HeldTimers } from '../support/held-timers.js';
import { canvasOf, markersOn, openMap, openWorldMap, providerOf, stands } from '../support/map-page.js';
import { clearPage, middleOf, mount, partOf, settled, until } from '../support/page.js';
import { screenshotOf } from '../support/screenshot.js';
import type { Color } from '../support/screenshot.js';

const rgb = (hex: string) => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as Color;

/** The parts of the nearer map that the page has fetched. */
const fetchedParts = () =>
  new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /map-part-\d+/.exec(name)?.[0])
      .filter(Boolean),
  );

/** The colours in the middle of a map, and so many pixels east of it. */
async function colorsOf(map: HTMLElement, east: number): Promise<Color[]> {
  const { x, y } = middleOf(map.shadowRoot!.querySelector('.map')!);
  const { colorAt } = await screenshotOf(map);
  return [colorAt(x, y), colorAt(x + east, y)];
}

async function whenMoved(map: HTMLElement, act: () => void): Promise<ViewChangeEvent['detail']> {
  const moved = new Promise<ViewChangeEvent['detail']>(resolve => {
    map.addEventListener('ev-view-change', event => resolve((event as ViewChangeEvent).detail), {
      once: true,
    });
  });
  act();
  return moved;
}

describe("a map's ground", () => {
  // Modules are resources, too: a page of the tests has more than the buffer's default holds.
  before(() => {
    performance.setResourceTimingBufferSize(5000);
  });
  afterEach(clearPage);

  it('R30: shows the world without any nearer part, and lakes and regions when the map comes near', async () => {
    const map = await openWorldMap('center="-100,-40" zoom="1"');
    expect([...fetchedParts()]).to.deep.equal([]);
    // Lake Victoria, which is land in the map of the world.
    map.show({ center: [33, -1.2], zoom: 6 });
    // Where nothing is drawn yet, all is sea: the shore tells the lake from that.
    const lakeAndShore = [rgb(PALETTES.light.sea), rgb(PALETTES.light.land)];
    await until(async () => String(await colorsOf(map, 220)) === String(lakeAndShore));
    expect(fetchedParts()).to.include('map-part-0');
    await until(() => fetchedParts().size > 1);
    expect(fetchedParts().size, 'only what is in view').to.be.below(8);
    const elsewhere = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).origin !== window.location.origin);
    expect(elsewhere.map(({ name }) => name)).to.deep.equal([]);
  });

  it('R30: credits the towns once it shows them, and not before', async () => {
    const map = await openWorldMap('center="5,52" zoom="2"');
    const credits = () => map.shadowRoot!.querySelector<HTMLElement>('.maplibregl-ctrl-attrib')!;
    await until(() => credits().checkVisibility() === false);
    map.show({ center: [5, 52], zoom: 7 });
    await until(() => credits().checkVisibility() && credits().textContent === 'Towns: GeoNames');
  });

  it('R30: writes the names of towns, and keeps them when the look changes', async () => {
    // A small town's letters are the only dark pixels around it: the one marker is further east.
    const location = { id: 'L', latitude: 63.32, longitude: 30.15, stations: [{ id: 'S' }] };
    const map = await openWorldMap('center="30.02,63.318" zoom="10"', providerOf([location]));
    const letters = async () => {
      const { x, y } = middleOf(map.shadowRoot!.querySelector('.map')!);
      const { colorAt } = await screenshotOf(map);
      const ground = rgb(map.matches('.dark') ? PALETTES.dark.land : PALETTES.light.land);
      let found = 0;
      for (let across = -60; across < 60; across += 2) {
        for (let down = -30; down < 30; down += 2) {
          const color = colorAt(x + across, y + down);
          if (Math.abs(color[1] - ground[1]) > 60) found++;
        }
      }
      return found;
    };
    await until(async () => (await letters()) > 5);
    map.classList.add('dark');
    map.style.colorScheme = 'dark';
    await until(async () => (await letters()) > 5);
  });

  it('R30: writes the name of a town beside a group, not under it', async () => {
    // Where the name would stand by itself: below its town. Farther away, what is beside it is in one group with it.
    const stack = [30.017, 30.017, 30.087].map((longitude, index) => {
      return { id: `${index}`, latitude: 63.3125, longitude, stations: [{ id: `${index}` }] };
    });
    const map = await openWorldMap('center="30.02,63.318" zoom="8"', providerOf(stack));
    // What waits after an earlier change waits for ever.
    const timers = new HeldTimers();
    try {
      await whenMoved(map, () => map.show({ center: [30.02, 63.318], zoom: 10 }));
      await until(() => markersOn(map).length === 2);
      await stands(map);
    } finally {
      timers.restore();
    }
    const { left, top, right, bottom } = partOf(map, 'cluster').getBoundingClientRect();
    map.shadowRoot!.querySelector<HTMLElement>('.markers')!.style.visibility = 'hidden';
    const ground = rgb(PALETTES.light.land);
    /** Where letters are, under the group and within 40 pixels of it. */
    const letters = async () => {
      const { colorAt } = await screenshotOf(map);
      const found = { under: 0, beside: 0 };
      for (let x = left - 40; x < right + 40; x += 2) {
        for (let y = top - 40; y < bottom + 40; y += 2) {
          if (Math.abs(colorAt(x, y)[1] - ground[1]) < 60) continue;
          found[x > left && x < right && y > top && y < bottom ? 'under' : 'beside']++;
        }
      }
      return found;
    };
    await until(async () => (await letters()).beside > 5);
    await until(async () => (await letters()).under === 0);
  });

  it('R30: has buttons that zoom in and out by a step, large enough to press', async () => {
    const map = await openWorldMap('center="5,52" zoom="4"');
    for (const [part, name, zoom] of [
      ['zoom-in', 'Zoom in', 5],
      ['zoom-out', 'Zoom out', 4],
    ] as const) {
      const button = partOf(map, part);
      expect(button.ariaLabel).to.equal(`${name}: Charge Station Connection Status map`);
      expect(button.offsetWidth).to.be.least(24);
      expect(button.offsetHeight).to.be.least(24);
      const view = await whenMoved(map, () => button.click());
      expect(view.zoom).to.be.closeTo(zoom, 1e-6);
    }
  });

  it('R30: says how far a length on it is, in miles where the page is written for those who count in them', async () => {
    const map = await openWorldMap('center="5,52" zoom="8" lang="en"');
    const scale = partOf(map, 'scale');
    await settled(map);
    const [, number] = /^(\d+)\s*km$/.exec(scale.textContent!)!;
    // Of the world's circle at 52° N, 512 pixels at zoom 0.
    const metresOfPixel = (2 * Math.PI * EARTH_RADIUS * Math.cos((52 * Math.PI) / 180)) / (512 * 2 ** 8);
    expect(scale.getBoundingClientRect().width * metresOfPixel).to.be.closeTo(Number(number) * 1000, 1000);
    clearPage();
    expect(partOf(await openWorldMap('center="5,52" zoom="8" lang="en-US"'), 'scale').textContent).to.match(
      /^\d+\s*mi$/,
    );
  });

  it('R30: has the words of its scale in view and off its bars, also where they are longer than it', async () => {
    const map = await openWorldMap('center="5,52" zoom="0.87"');
    map.style.setProperty('--ev-font-family', await useFont('wide'));
    const scale = partOf(map, 'scale');
    scale.style.letterSpacing = '0.2em';
    await settled(map);
    const text = document.createRange();
    text.selectNodeContents(scale);
    const [words, length] = [text, scale].map(each => each.getBoundingClientRect());
    expect(words!.width).to.be.above(length!.width);
    expect(words!.right).to.be.most(length!.right + 0.1);
    expect(words!.left).to.be.least(canvasOf(map)!.getBoundingClientRect().left);
    const { borderLeftWidth, bottom, height } = getComputedStyle(scale, '::after');
    expect(borderLeftWidth).to.equal('1px');
    const barsTop = length!.bottom - parseFloat(bottom) - parseFloat(height);
    // Of a line of text, the lowest tenth has no more than what reaches below the line on which it stands.
    expect(barsTop).to.be.least(words!.bottom - 0.1 * words!.height);
  });

  it('R30, R31: writes the number of its scale as the language does, and follows that', async () => {
    const map = await openMap('center="5,0" zoom="1" lang="ar-EG"');
    const reads = (text: RegExp) => until(() => text.test(partOf(map, 'scale').textContent!));
    await reads(/^[٢-٥]٬٠٠٠\u00a0كم$/);
    expect(getComputedStyle(partOf(map, 'scale')).direction).to.equal('rtl');
    map.lang = 'ar-EG-u-nu-latn';
    await reads(/^[2-5],000\u00a0كم$/);
    map.lang = 'de';
    await reads(/^[2-5]\.000\u00a0km$/);
    expect(getComputedStyle(partOf(map, 'scale')).direction).to.equal('ltr');
    map.show({ center: [5, 0], zoom: 19.5 });
    await reads(/^[1-9]\u00a0m$/);
  });

  it('R30: keeps scale, buttons and credits clear of each other and inside the map, also in a small one', async () => {
    const map = await openWorldMap('center="5,52" zoom="8"');
    map.style.width = '320px';
    await settled(map);
    await until(() => !!map.shadowRoot!.querySelector('.maplibregl-ctrl-attrib')!.textContent);
    const credits = map.shadowRoot!.querySelector<HTMLElement>('.maplibregl-ctrl-attrib')!;
    const area = map.shadowRoot!.querySelector('.area')!.getBoundingClientRect();
    const boxes = [
      partOf(map, 'scale'),
      partOf(map, 'zoom-in'),
      partOf(map, 'zoom-out'),
      partOf(map, 'fit'),
      credits,
    ].map(element => element.getBoundingClientRect());
    for (const [index, box] of boxes.entries()) {
      expect(box.left).to.be.least(area.left);
      expect(box.right).to.be.most(area.right);
      expect(box.bottom).to.be.most(area.bottom);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.right <= other.left + 1 ||
          other.right <= box.left + 1 ||
          box.bottom <= other.top + 1 ||
          other.bottom <= box.top + 1;
        expect(apart, JSON.stringify([box, other])).to.equal(true);
      }
    }
  });

  it('a page that is to save data loads no part of the nearer map', async () => {
    const before = fetchedParts().size;
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
    try {
      const map = await openWorldMap('center="25,20" zoom="1"');
      await whenMoved(map, () => map.show({ center: [134, -25], zoom: 7 }));
      await settled(map);
      expect(fetchedParts().size).to.equal(before);
      Reflect.deleteProperty(navigator, 'connection');
      await whenMoved(map, () => map.show({ center: [134, -25], zoom: 7.1 }));
      await until(() => fetchedParts().size > before);
    } finally {
      Reflect.deleteProperty(navigator, 'connection');
    }
  });

  it('R31: is printed whole on paper that is narrower, and wider, where it is written from right to left', async () => {
    const map = await openMap('center="-30,20" zoom="1" lang="ar"');
    await until(() => getComputedStyle(map).direction === 'rtl');
    try {
      for (const width of [260, 780]) {
        map.style.width = '520px';
        await settled(map);
        dispatchEvent(new Event('beforeprint'));
        map.style.width = `${width}px`;
        await emulateMedia({ media: 'print' });
        await settled(map);
        const [printed, whole] = ['.printed-ground', '.area'].map(selector =>
          map.shadowRoot!.querySelector(selector)!.getBoundingClientRect(),
        );
        expect(printed!.left, `left on ${width} pixels`).to.be.closeTo(whole!.left, 1.5);
        expect(printed!.right, `right on ${width} pixels`).to.be.closeTo(whole!.right, 1.5);
        await emulateMedia({ media: 'screen' });
        dispatchEvent(new Event('afterprint'));
      }
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('is printed whole in light colours, without controls, with patterns, and is as before after that', async () => {
    document.documentElement.style.colorScheme = 'dark';
    try {
      const map = await openWorldMap('center="-30,20" zoom="1"');
      await until(async () => String((await colorsOf(map, 0))[0]) === String(rgb(PALETTES.dark.sea)));
      const root = map.shadowRoot!;
      const area = root.querySelector('.area')!.getBoundingClientRect();
      dispatchEvent(new Event('beforeprint'));
      const picture = root.querySelector<HTMLCanvasElement>('canvas.printed-ground')!;
      const middle = picture.getContext('2d')!.getImageData(picture.width / 2, picture.height / 2, 1, 1);
      expect([...middle.data]).to.deep.equal([...rgb(PALETTES.light.sea), 255]);
      expect(root.querySelectorAll('.ring-pattern').length).to.be.above(0);
      // A paper half as wide as the map.
      map.style.width = `${area.width / 2}px`;
      await emulateMedia({ media: 'print' });
      await settled(map);
      const box = (selector: string) => root.querySelector(selector)!.getBoundingClientRect();
      expect(getComputedStyle(root.querySelector('.room')!).display).to.equal('none');
      expect(getComputedStyle(map).colorScheme).to.equal('light');
      const [printed, whole] = [box('.printed-ground'), box('.area')];
      expect(printed.width).to.be.closeTo(whole.width, 1);
      expect(printed.height / printed.width).to.be.closeTo(area.height / area.width, 0.02);
      expect(whole.height).to.be.closeTo(printed.height, 4);
      await emulateMedia({ media: 'screen' });
      map.style.width = '520px';
      dispatchEvent(new Event('afterprint'));
      expect(root.querySelector('.printed-ground')).to.equal(null);
      expect(root.querySelector('.ring-pattern')).to.equal(null);
      await until(async () => String((await colorsOf(map, 0))[0]) === String(rgb(PALETTES.dark.sea)));
      partOf(map, 'pin').click();
      await until(() => partOf(map, 'popup').checkVisibility());
      await emulateMedia({ media: 'print' });
      expect(partOf(map, 'popup').checkVisibility()).to.equal(false);
    } finally {
      await emulateMedia({ media: 'screen' });
      document.documentElement.style.colorScheme = '';
    }
  });

  it('leaves no empty frame on paper where it was never seen', async () => {
    const map = mount<LitElement>(
      '<ev-connection-map style="display: block; margin-top: 300vh; width: 520px; height: 360px"></ev-connection-map>',
      providerOf(),
    );
    await settled(map);
    try {
      expect(map.renderRoot.querySelector('ev-panel')!.checkVisibility()).to.equal(true);
      await emulateMedia({ media: 'print' });
      expect(map.renderRoot.querySelector('ev-panel')!.checkVisibility()).to.equal(false);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });
});
