import { expect } from 'chai';

import { MarkerLayer } from '../../../src/render/map/markers.js';
import { keepDrawings } from '../../support/map-page.js';
import { replaceGlobal } from '../../support/stubs.js';
import {
  colorsAround,
  group,
  location,
  lookAt,
  markerOptions,
  markersOf,
  stage,
  until,
} from './map-support.js';

const COLORS = { online: [0, 150, 90], offline: [220, 60, 20], unknown: [130, 140, 150] } as const;

/** Whose colour it is, but for what the edge of a slice mixes in. */
function statusOf(color: readonly number[]): string | undefined {
  return Object.entries(COLORS).find(([, other]) =>
    other.every((channel, index) => Math.abs(channel - color[index]!) < 40),
  )?.[0];
}

/** Milliseconds in which a ring comes. */
const OPENING_TIME = 220;

/** Where the slices of a group of 40 stations and of a pin are. */
const GROUP_RING = 17;
const PIN_RING = 12.5;

describe('the rings of markers', () => {
  let root: ShadowRoot;
  let host: HTMLElement;
  let layer: MarkerLayer;
  let undo: () => void;

  beforeEach(() => {
    undo = keepDrawings();
    const made = stage(600, 400);
    ({ root, host } = made);
    for (const [status, color] of Object.entries(COLORS)) {
      host.style.setProperty(`--ev-color-connection-${status}`, `rgb(${color.join(' ')})`);
    }
    layer = new MarkerLayer(markerOptions());
    layer.appendTo(made.container);
    layer.project(lookAt(10, 50, 4));
  });

  afterEach(() => {
    layer.remove();
    host.remove();
    undo();
  });

  const marker = (index = 0) => markersOf(root)[index]!;

  /** How many of 100 points around the ring have each status's colour, once all have come. */
  async function sharesOf(button: HTMLElement, radius: number): Promise<Record<string, number>> {
    const count = () => {
      const around = colorsAround(button, radius, 100).map(statusOf);
      const shares = Object.keys(COLORS).map(
        status => [status, around.filter(one => one === status).length] as const,
      );
      return Object.fromEntries(shares.filter(([, share]) => share > 0));
    };
    await new Promise(resolve => setTimeout(resolve, OPENING_TIME));
    await until(() => Object.values(count()).reduce((sum, share) => sum + share, 0) > 60);
    return count();
  }

  for (const { counts, shares } of [
    { counts: { online: 38, offline: 2, unknown: 0 }, shares: { online: 95, offline: 5 } },
    { counts: { online: 10, offline: 10, unknown: 20 }, shares: { online: 25, offline: 25, unknown: 50 } },
    { counts: { online: 0, offline: 30, unknown: 10 }, shares: { offline: 75, unknown: 25 } },
    { counts: { online: 0, offline: 0, unknown: 40 }, shares: { unknown: 100 } },
  ]) {
    it(`R15: gives ${Object.values(counts)} of 40 stations their shares of the ring`, async () => {
      layer.setItems([group(10, 50, { counts })]);
      const drawn = await sharesOf(marker(), GROUP_RING);
      expect(Object.keys(drawn)).to.deep.equal(Object.keys(shares));
      // A gap between two slices takes of both.
      for (const [status, share] of Object.entries(shares)) {
        expect(drawn[status], status).to.be.within(share - 3, share);
      }
    });
  }

  it("R15: begins at twelve o'clock and goes clockwise, in the fixed order of the statuses", async () => {
    layer.setItems([group(10, 50, { counts: { online: 20, offline: 10, unknown: 10 } })]);
    await sharesOf(marker(), GROUP_RING);
    expect(colorsAround(marker(), GROUP_RING, 8).map(statusOf)).to.deep.equal([
      ...['online', 'online', 'online', 'online'],
      ...['offline', 'offline', 'unknown', 'unknown'],
    ]);
  });

  it('R15: follows the colours of the page while it runs', async () => {
    layer.setItems([group(10, 50, { counts: { online: 40, offline: 0, unknown: 0 } })]);
    for (const color of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
      host.style.setProperty('--ev-color-connection-online', color);
      await until(() => `rgb(${colorsAround(marker(), GROUP_RING, 1)[0]!.join(', ')})` === color);
    }
  });

  it('R15: takes the colours of another scheme when the page changes to it', async () => {
    host.style.setProperty('--ev-color-surface', 'light-dark(rgb(250, 251, 252), rgb(10, 11, 12))');
    layer.setItems([group(10, 50)]);
    for (const [scheme, surface] of [
      ['light', '250,251,252'],
      ['dark', '10,11,12'],
      ['light', '250,251,252'],
    ] as const) {
      host.style.colorScheme = scheme;
      await until(() => colorsAround(marker(), 12, 4).every(color => color.join() === surface));
    }
  });

  it('lets the map be seen through a surface that the page makes translucent', async () => {
    host.style.setProperty('--ev-color-surface', 'rgb(255 255 255 / 50%)');
    layer.setItems([group(10, 50)]);
    await sharesOf(marker(), GROUP_RING);
    const canvas = root.querySelector<HTMLCanvasElement>('.marker-rings')!;
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
    copy.drawImage(canvas, 0, 0);
    const [drawing, { left, top, width }] = [
      canvas.getBoundingClientRect(),
      marker().getBoundingClientRect(),
    ];
    const [x, y] = [left + width / 2 - drawing.left, top + width / 2 + 12 - drawing.top];
    const [red, , , alpha] = copy.getImageData(x, y, 1, 1).data;
    // Half of white, over a shadow.
    expect(alpha).to.be.within(127, 160);
    expect(red).to.be.above(200);
  });

  it('takes what is no colour for black', async () => {
    host.style.setProperty('--ev-color-connection-online', 'no colour');
    layer.setItems([group(10, 50, { counts: { online: 40, offline: 0, unknown: 0 } })]);
    await until(() => colorsAround(marker(), GROUP_RING, 4).every(color => color.join() === '0,0,0'));
  });

  it('is drawn anew, as sharp as the screen is, when the page comes to another one', () => {
    layer.remove();
    const listening: EventTarget[] = [];
    const browserMedia = matchMedia;
    const restore = replaceGlobal('matchMedia', (query: string) => {
      const media = query.includes('resolution') ? new EventTarget() : browserMedia(query);
      if (query.includes('resolution')) listening.push(media);
      return media;
    });
    const ratio = Object.getOwnPropertyDescriptor(globalThis, 'devicePixelRatio')!;
    try {
      layer = new MarkerLayer(markerOptions());
      layer.appendTo(root.firstElementChild as HTMLElement);
      layer.project(lookAt(10, 50, 4));
      const canvas = root.querySelector<HTMLCanvasElement>('.marker-rings')!;
      const before = canvas.width;
      for (const times of [2, 3]) {
        Object.defineProperty(globalThis, 'devicePixelRatio', { value: times, configurable: true });
        listening.at(-1)!.dispatchEvent(new Event('change'));
        expect(canvas.width).to.equal(times * before);
      }
    } finally {
      Object.defineProperty(globalThis, 'devicePixelRatio', ratio);
      restore();
    }
  });

  it('is drawn again when the browser gives back what it took of the graphics card', async () => {
    layer.setItems([group(10, 50)]);
    await sharesOf(marker(), GROUP_RING);
    const canvas = root.querySelector<HTMLCanvasElement>('.marker-rings')!;
    const card = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const event = (type: string) =>
      new Promise(resolve => canvas.addEventListener(type, resolve, { once: true }));
    const lost = event('webglcontextlost');
    card.loseContext();
    await lost;
    const isReadable = () => marker().querySelector('.number')!.checkVisibility();
    expect(isReadable(), 'while nothing is drawn').to.equal(true);
    await new Promise(resolve => setTimeout(resolve));
    const restored = event('webglcontextrestored');
    card.restoreContext();
    await restored;
    expect(isReadable(), 'once it is drawn again').to.equal(false);
    expect(Object.keys(await sharesOf(marker(), GROUP_RING))).to.deep.equal(['online', 'offline']);
  });

  it('R16: show the statuses of a single location too, and R21: without those that are hidden', async () => {
    const mixed = location('a', 10, 50, { counts: { online: 1, offline: 1, unknown: 2 } });
    layer.setItems([mixed]);
    expect(Object.keys(await sharesOf(marker(), PIN_RING))).to.deep.equal(['online', 'offline', 'unknown']);
    layer.setItems([mixed], new Set(['online', 'unknown']));
    await until(() => colorsAround(marker(), PIN_RING, 4).map(statusOf).includes('online') === false);
    expect(Object.keys(await sharesOf(marker(), PIN_RING))).to.deep.equal(['offline']);
  });

  it('draw nothing when the same items come again and the map stands still', async () => {
    const items = () => [group(10, 50), location('a', 12, 50)];
    layer.setItems(items());
    await sharesOf(marker(), GROUP_RING);
    // The last frame in which it grew may still be due.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const gl = root.querySelector<HTMLCanvasElement>('.marker-rings')!.getContext('webgl2')!;
    let drawings = 0;
    const clear = gl.clear.bind(gl);
    gl.clear = mask => {
      drawings++;
      clear(mask);
    };
    layer.setItems(items());
    layer.project(lookAt(10, 50, 4));
    layer.project(lookAt(10.5, 50, 4));
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(drawings, 'a pan moves what is drawn').to.equal(0);
    layer.project(lookAt(60, 50, 4));
    expect(drawings, 'farther, what comes into view is drawn').to.equal(1);
  });

  it('R15, R16: hold their number, and a sign where a pin is in trouble', async () => {
    host.style.setProperty('--ev-color-text', 'rgb(10, 20, 30)');
    const well = location('a', 10, 50, { counts: { online: 1, offline: 0, unknown: 0 } });
    const inTrouble = location('b', 20, 50, { counts: { online: 1, offline: 1, unknown: 0 } });
    layer.setItems([well, inTrouble]);
    await sharesOf(marker(1), PIN_RING);
    const isText = ([red, green, blue]: readonly number[]) => red! < 60 && green! < 60 && blue! < 60;
    for (const pin of [0, 1]) {
      const middle = [0, 1, 2, 3, 4, 5].flatMap(radius => colorsAround(marker(pin), radius, 24));
      expect(middle.some(isText), 'its number').to.equal(true);
    }
    // The sign's disc is at the top right, 13.5 pixels over and above the middle.
    const sign = [0, 1].map(pin => isText(colorsAround(marker(pin), Math.hypot(9, 13.5), 24)[2]!));
    expect(sign).to.deep.equal([false, true]);
  });

  it('draw their numbers anew when the page takes another font', async () => {
    layer.setItems([group(10, 50)]);
    await sharesOf(marker(), GROUP_RING);
    const middle = () => colorsAround(marker(), 4, 200).join();
    const before = middle();
    host.style.setProperty('--ev-font-family', 'monospace');
    await until(() => middle() !== before);
  });
});
