import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { press } from '../support/keys.js';
import { canvasOf, markedOn, markersOn, openMap, stands } from '../support/map-page.js';
import {
  clearPage,
  clickOn,
  heard,
  middleOf,
  partOf,
  tapOn,
  textOf,
  touchScreen,
  until,
} from '../support/page.js';
import type { ViewChangeDetail } from '../../src/elements/events.js';

const PLACE = 'center="4.48,51.925" zoom="6"';

describe("a map's gestures", () => {
  const below = document.createElement('div');
  let map: StatusMap;
  let views: ViewChangeDetail[];

  beforeEach(() => {
    below.style.height = '3000px';
  });
  afterEach(async () => {
    below.remove();
    clearPage();
    scrollTo(0, 0);
    await touchScreen(false);
  });

  /** A map on a page that scrolls, or does not. */
  async function open(attributes = '', scrolls = true): Promise<void> {
    map = await openMap(`${PLACE} ${attributes}`);
    if (scrolls) document.body.append(below);
    views = heard<ViewChangeDetail>(map, 'ev-view-change');
    await stands(map);
  }

  /** A page that comes to scroll makes the map narrower, which is no move. */
  const hasMoved = () => views.some(({ center, zoom }) => Math.abs(center[1] - 51.925) > 1e-6 || zoom !== 6);
  const turnWheel = (deltaY: number) => executeServerCommand('wheel', { deltaY });
  const isHinted = () => map.shadowRoot!.querySelector('.maplibregl-cooperative-gesture-screen') !== null;

  async function pointAt(element: Element): Promise<void> {
    const { x, y } = middleOf(element);
    await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
  }

  for (const [where, target] of [
    ['the map', () => canvasOf(map)!],
    ['a marker', () => markersOn(map)[0]!],
  ] as const) {
    it(`WCAG 2.1.1: the wheel over ${where} scrolls a page that scrolls, and leaves the map`, async () => {
      await open();
      await pointAt(target());
      await turnWheel(300);
      await until(() => scrollY > 0);
      await stands(map);
      expect(hasMoved()).to.equal(false);
    });
  }

  it('says in a hint how the map is zoomed, and zooms so', async () => {
    await open();
    await pointAt(canvasOf(map)!);
    await turnWheel(120);
    const hint = () => map.shadowRoot!.querySelector('.maplibregl-cooperative-gesture-screen')!;
    await until(() => Number(getComputedStyle(hint()).opacity) > 0.9);
    expect(
      [...hint().children].filter(each => each.checkVisibility()).map(each => each.textContent),
    ).to.deep.equal([
      matchMedia('(hover: none), (pointer: coarse)').matches
        ? 'Move the map with two fingers'
        : 'Hold Ctrl and scroll to zoom the map',
    ]);
    await press('Control');
    canvasOf(map)!.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        composed: true,
        ctrlKey: true,
        deltaY: -240,
      }),
    );
    await until(() => (views.at(-1)?.zoom ?? 0) > 6.2);
  });

  it('takes all gestures as soon as its hint is gone, also where the page is too busy to take that away in time', async () => {
    await open();
    await until(isHinted);
    canvasOf(map)!.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 120 }));
    const busyUntil = performance.now() + 200;
    while (performance.now() < busyUntil);
    map.gestures = 'greedy';
    await map.updateComplete;
    expect(isHinted(), 'while the hint is shown').to.equal(true);
    await until(() => !isHinted());
  });

  it('R31: has its hint in the language that the map is in now', async () => {
    await open();
    await until(isHinted);
    map.lang = 'nl';
    const hint = () => map.shadowRoot!.querySelector('.maplibregl-cooperative-gesture-screen')!;
    await until(() => hint().textContent.includes('Houd Ctrl ingedrukt en scrol om te zoomen'));
  });

  it('R16: the wheel zooms where the page does not scroll, and where the map is greedy', async () => {
    await open('', false);
    await pointAt(canvasOf(map)!);
    await turnWheel(-240);
    await until(() => (views.at(-1)?.zoom ?? 0) > 6.2);
    await stands(map);
    document.body.append(below);
    map.gestures = 'greedy';
    await map.updateComplete;
    const { zoom } = views.at(-1)!;
    await turnWheel(-240);
    await until(() => views.at(-1)!.zoom > zoom);
    expect(scrollY).to.equal(0);
    map.gestures = 'auto';
    await map.updateComplete;
    await until(isHinted);
  });

  it('takes those that it was told to take while it was being made', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      const host = (this.getRootNode() as ShadowRoot).host as StatusMap | undefined;
      if (host) host.gestures = 'greedy';
      return Reflect.apply(getContext, this, given) as RenderingContext | null;
    } as typeof getContext;
    try {
      await open();
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
    expect(map.gestures).to.equal('greedy');
    expect(isHinted()).to.equal(false);
  });

  it('R11: full screen takes all gestures', async () => {
    const { requestFullscreen } = Element.prototype;
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
    await open();
    expect(isHinted()).to.equal(true);
    await clickOn(partOf(map, 'fullscreen', 'button'));
    await until(() => !isHinted());
    await clickOn(partOf(map, 'fullscreen', 'button'));
    await until(isHinted);
    Element.prototype.requestFullscreen = requestFullscreen;
  });

  it('a finger over the map scrolls a page that scrolls, and moves the map where it does not', async () => {
    await open();
    const { x, y } = middleOf(canvasOf(map)!);
    await executeServerCommand('swipe', { x, y, up: 150 });
    await until(() => scrollY > 50);
    expect(hasMoved()).to.equal(false);
    below.remove();
    await until(() => !isHinted() && scrollY === 0);
    // What a finger may do there reaches the browser's compositor with the next frame.
    await stands(map);
    await executeServerCommand('swipe', { x, y, up: 100 });
    await until(hasMoved);
  });

  it('WCAG 2.5.1: what two fingers do on a page that scrolls, taps do as well', async () => {
    await touchScreen(true);
    await open();
    // Controls for a finger take much of a low map.
    map.style.height = '560px';
    await stands(map);
    await executeServerCommand('spread', { ...middleOf(canvasOf(map)!), by: 60 });
    await until(() => (views.at(-1)?.zoom ?? 0) > 6.5);
    expect(scrollY).to.equal(0);
    await stands(map);
    const { zoom } = views.at(-1)!;
    await tapOn(partOf(map, 'zoom-in'));
    await until(() => views.at(-1)!.zoom > zoom + 0.9);
    await tapOn(partOf(map, 'fit'));
    await until(() => markedOn(map) === 7);
    await stands(map);
    await tapOn(partOf(map, 'pin'));
    await until(() => partOf(map, 'popup').checkVisibility());
    expect(textOf(partOf(map, 'popup'))).to.include('CS-5');
    await stands(map);
    await tapOn(partOf(map, 'popup').querySelector('.close')!);
    await until(() => !partOf(map, 'popup').checkVisibility());
    // The popup had the map move.
    await tapOn(partOf(map, 'fit'));
    await stands(map);
    const whole = views.at(-1)!;
    await tapOn(partOf(map, 'cluster'));
    await until(() => views.at(-1)!.zoom > whole.zoom + 1);
  });
});
