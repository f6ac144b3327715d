import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { converter, parse, wcagContrast } from 'culori';

import type { MapItem } from '../../../src/model/questions.js';
import type { StatusCounts } from '../../../src/model/records.js';
import { MarkerLayer } from '../../../src/render/map/markers.js';
import { worldSizeAt } from '../../../src/render/map/projection.js';
import { forceColors, screenshotOf } from '../../support/screenshot.js';
import type { Color } from '../../support/screenshot.js';
import {
  badgeOf,
  badgeSignAt,
  group,
  location,
  lookAt,
  markerOptions,
  markersOf,
  middleOf,
  stage,
  until,
} from './map-support.js';

const COLORS = { online: [0, 150, 90], offline: [220, 60, 20], unknown: [130, 140, 150] } as const;

const toOklch = converter('oklch');

/** Whose colour it is, but for what a slice's edge mixes in. */
function statusOf(color: Color): string | undefined {
  return Object.entries(COLORS).find(([, other]) =>
    other.every((channel, index) => Math.abs(channel - color[index]!) < 40),
  )?.[0];
}

/** The middle of the ring's stroke, as a share of the radius. */
const GROUP_RING = 0.79;

const rgb = (color: Color) =>
  ({ mode: 'rgb', r: color[0] / 255, g: color[1] / 255, b: color[2] / 255 }) as const;

/** In degrees. */
const hueOf = (color: readonly [number, number, number]) => toOklch(rgb([...color])).h ?? NaN;

/** Where a marker's number is written. */
function numberRectOf(button: HTMLElement): DOMRect {
  const text = document.createRange();
  text.selectNodeContents(button.querySelector('.number')!);
  return text.getBoundingClientRect();
}

describe('how markers are drawn', () => {
  let root: ShadowRoot;
  let host: HTMLElement;
  let layer: MarkerLayer;

  beforeEach(() => {
    const made = stage(600, 400);
    ({ root, host } = made);
    for (const [status, color] of Object.entries(COLORS)) {
      host.style.setProperty(`--ev-color-connection-${status}`, `rgb(${color.join(' ')})`);
    }
    layer = new MarkerLayer(markerOptions());
    layer.rootFontSize.onChange(() => layer.settle());
    layer.appendTo(made.container, made.map);
    layer.project(lookAt(10, 50, 4));
  });

  afterEach(() => {
    layer.remove();
    host.remove();
  });

  const marker = (index = 0) => markersOf(root)[index]!;

  /** The colours of points around the middle of a marker, in turn from twelve o'clock clockwise, once it has grown. */
  async function around(button: HTMLElement, share: number, points: number): Promise<Color[]> {
    await Promise.all(button.getAnimations().map(({ finished }) => finished));
    const { colorAt } = await screenshotOf(button);
    const { x, y } = middleOf(button);
    const radius = (share * button.offsetWidth) / 2;
    return Array.from({ length: points }, (_, point) => {
      const turn = (2 * Math.PI * (point + 0.5)) / points;
      return colorAt(x + radius * Math.sin(turn), y - radius * Math.cos(turn));
    });
  }

  /** How many of 100 points around the ring have each status's colour. */
  async function sharesOf(button: HTMLElement, ring: number): Promise<Record<string, number>> {
    const colors = (await around(button, ring, 100)).map(statusOf);
    const shares = Object.keys(COLORS).map(
      status => [status, colors.filter(one => one === status).length] as const,
    );
    return Object.fromEntries(shares.filter(([, share]) => share > 0));
  }

  it('R15: leaves no gap within a slice, whatever size the page gives its text and so its markers', async () => {
    const { style } = document.documentElement;
    try {
      for (const size of [15, 17, 18.5, 20, 21]) {
        style.fontSize = `${size}px`;
        for (const online of [38, 380, 3800]) {
          layer.setItems([group(10, 50, { counts: { online, offline: 2, unknown: 0 } })]);
          // The sizes follow the text in the frame after.
          await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const below = await around(marker(), GROUP_RING, 1);
          expect(below.map(statusOf), `${online} online at ${size} pixels`).to.deep.equal(['online']);
        }
      }
    } finally {
      style.fontSize = '';
    }
  });

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
      // The gap between two slices takes of both.
      for (const [status, share] of Object.entries(shares)) {
        expect(drawn[status], status).to.be.within(share - 4, share);
      }
    });
  }

  it("R15: a ring begins at twelve o'clock and goes clockwise, in the fixed order of the statuses", async () => {
    layer.setItems([group(10, 50, { counts: { online: 20, offline: 10, unknown: 10 } })]);
    expect((await around(marker(), GROUP_RING, 8)).map(statusOf)).to.deep.equal([
      ...['online', 'online', 'online', 'online'],
      ...['offline', 'offline', 'unknown', 'unknown'],
    ]);
  });

  it("R26: a pin is filled with the colour of its location's worst status, and R21: of those that are not hidden", async () => {
    const mixed = location('a', 10, 50, { counts: { online: 6, offline: 1, unknown: 2 } });
    for (const [hidden, fill] of [
      [[], 'offline'],
      [['offline'], 'unknown'],
      [['offline', 'unknown'], 'online'],
    ] as const) {
      layer.setItems([mixed], new Set(hidden));
      const [hue] = (await around(marker(), 0.8, 1)).map(hueOf);
      expect(hue, fill).to.be.closeTo(hueOf(COLORS[fill]), 15);
    }
  });

  it('R26: what is in trouble is dark on a light page, and what is well is light: they differ in grey as well', async () => {
    host.style.setProperty('--_surface', 'rgb(255, 255, 255)');
    const well = location('a', 10, 50);
    const inTrouble = location('b', 15, 50, { counts: { online: 0, offline: 1, unknown: 0 } });
    layer.setItems([well, inTrouble]);
    const [[light], [dark]] = [
      (await around(marker(0), 0.8, 1)) as [Color],
      (await around(marker(1), 0.8, 1)) as [Color],
    ];
    expect(wcagContrast(rgb(light), 'white')).to.be.below(2);
    expect(wcagContrast(rgb(dark), 'white')).to.be.least(4.5);
  });

  it('R15: colours follow the page while it runs, also into another colour scheme', async () => {
    host.style.setProperty('--_surface', 'light-dark(rgb(250, 251, 252), rgb(10, 11, 12))');
    layer.setItems([group(10, 50, { counts: { online: 40, offline: 0, unknown: 0 } })]);
    for (const [scheme, surface, color] of [
      ['light', '250,251,252', [1, 2, 3]],
      ['dark', '10,11,12', [4, 5, 6]],
    ] as const) {
      host.style.colorScheme = scheme;
      host.style.setProperty('--ev-color-connection-online', `rgb(${color.join()})`);
      expect((await around(marker(), GROUP_RING, 4)).map(String)).to.deep.equal(Array(4).fill(color.join()));
      // Beside the number, whatever its width.
      const inside = (await around(marker(), 0.55, 4)).map(String);
      expect(inside.filter(one => one === surface).length, scheme).to.equal(4);
    }
  });

  it('the map is seen through a surface that the page makes translucent', async () => {
    host.style.background = 'rgb(200, 0, 0)';
    host.style.setProperty('--_surface', 'rgb(255 255 255 / 50%)');
    layer.setItems([group(10, 50)]);
    const [[red, green]] = (await around(marker(), 0.55, 4)) as [Color];
    expect(red).to.be.closeTo(227, 4);
    expect(green).to.be.closeTo(127, 4);
  });

  for (const [what, make] of [
    ['group', (counts: StatusCounts) => group(10, 50, { counts })],
    ['pin', (counts: StatusCounts) => location('a', 10, 50, { counts })],
  ] as const) {
    it(`R26: what is in trouble stands in a badge at the upper right of a ${what}, beside its number, in any colour that a host sets`, async () => {
      for (const color of ['rgb(220, 60, 20)', 'rgb(255, 220, 0)', 'rgb(0, 0, 90)']) {
        host.style.setProperty('--ev-color-connection-offline', color);
        layer.setItems([make({ online: 21_897, offline: 3, unknown: 0 })]);
        await around(marker(), 1, 1);
        const badge = getComputedStyle(marker().querySelector('.badge')!);
        expect(badgeOf(marker())).to.equal('3');
        expect(wcagContrast(badge.color, parse(badge.backgroundColor)!), color).to.be.least(4.5);
        const at = badgeSignAt(marker());
        const head = middleOf(marker());
        expect(at.x).to.be.above(head.x);
        expect(at.y).to.be.below(head.y);
        const number = numberRectOf(marker());
        expect(number.top).to.be.above(at.y + 5);
        // The sign is seen, and the badge around it.
        const { colorAt } = await screenshotOf(marker(), 40);
        const ground = rgb(colorAt(at.x, at.y - 5.5));
        expect(wcagContrast(ground, 'white'), `${color}, seen`).to.be.least(4.5);
        expect(wcagContrast(ground, rgb(colorAt(at.x, at.y))), `${color}, the sign`).to.be.least(3);
      }
    });
  }

  for (const [dimension, trouble] of [
    ['connection', 'offline'],
    ['evse', 'faulted'],
  ] as const) {
    it(`R26: the sign of ${trouble} is seen in a badge, at the end that is nearer to the middle, wherever the badge stands`, async () => {
      layer.remove();
      const options = markerOptions();
      layer = new MarkerLayer({ ...options, look: { ...options.look, dimension } });
      host.style.setProperty(`--ev-color-connection-${trouble}`, 'rgb(190 30 60)');
      const container = root.firstElementChild as HTMLElement;
      layer.appendTo(container, container.firstElementChild as HTMLElement);
      layer.project(lookAt(10, 50, 1));
      const degrees = (pixels: number) => (360 * pixels) / worldSizeAt(1);
      const [middle, edge] = [0, 270].map(pixels =>
        group(10 + degrees(pixels), 30, { counts: { online: 40, available: 40, [trouble]: 3 } }),
      ) as [MapItem, MapItem];
      layer.setItems([middle, edge]);
      layer.settle();
      await around(marker(1), 1, 1);
      expect(markersOf(root).map(each => each.matches('.badge-left'))).to.deep.equal([false, true]);
      for (const each of markersOf(root)) {
        const at = badgeSignAt(each);
        const { colorAt } = await screenshotOf(each, 40);
        const ground = rgb(colorAt(at.x, at.y - 5.5));
        const whites = [-2, -1, 0, 1, 2].map(down => wcagContrast(ground, rgb(colorAt(at.x, at.y + down))));
        expect(Math.max(...whites), each.className).to.be.least(3);
      }
    });
  }

  it('R26: a group all of which is well has neither badge nor sign', () => {
    layer.setItems([group(10, 50, { counts: { online: 40, offline: 0, unknown: 3 } })]);
    expect(badgeOf(marker())).to.equal(undefined);
    expect(marker().querySelector('.badge, .sign')).to.equal(null);
  });

  it('R26: a pin says by a sign above its number how its location is', () => {
    const signs = ['online', 'offline', 'unknown'].map(status => {
      layer.setItems([
        location('a', 10, 50, { counts: { online: 0, offline: 0, unknown: 0, [status]: 1 }, stations: 1 }),
      ]);
      const sign = marker().querySelector('.sign')!;
      expect(sign.getBoundingClientRect().bottom).to.be.most(numberRectOf(marker()).top + 3);
      return sign.querySelector('path')!.getAttribute('d');
    });
    expect(new Set(signs).size).to.equal(3);
  });

  it('a ring of one status has no seam', async () => {
    layer.setItems([group(10, 50, { counts: { online: 0, offline: 7, unknown: 0 } })]);
    expect(await sharesOf(marker(), GROUP_RING)).to.deep.equal({ offline: 100 });
  });

  it('rings, numbers and signs stay where the system forces its own colours', async () => {
    layer.setItems([
      group(10, 50, { counts: { online: 30, offline: 10, unknown: 0 } }),
      location('b', 15, 50, { counts: { online: 1, offline: 1, unknown: 0 } }),
      location('c', 20, 50),
    ]);
    await forceColors(true);
    try {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      expect(Object.keys(await sharesOf(marker(0), GROUP_RING))).to.deep.equal(['online', 'offline']);
      for (const index of [0, 1]) {
        const badge = getComputedStyle(marker(index).querySelector('.badge')!);
        expect(wcagContrast(badge.color, badge.backgroundColor)).to.be.least(4.5);
        const at = badgeSignAt(marker(index));
        const { colorAt } = await screenshotOf(marker(index), 40);
        expect(wcagContrast(rgb(colorAt(at.x, at.y)), badge.backgroundColor), 'its sign').to.be.least(3);
      }
      const [[inTrouble], [well]] = [await around(marker(1), 0.8, 1), await around(marker(2), 0.8, 1)];
      expect(wcagContrast(rgb(inTrouble!), rgb(well!))).to.be.least(4.5);
      const text = getComputedStyle(marker(0)).color;
      const surface = getComputedStyle(marker(0)).backgroundColor;
      expect(text).to.not.equal(surface);
      const inside = (await around(marker(0), 0.25, 24)).map(color => `rgb(${color.join(', ')})`);
      expect(new Set(inside)).to.include(surface);
      expect(
        inside.some(color => color !== surface),
        'its number',
      ).to.equal(true);
    } finally {
      await forceColors(false);
    }
  });

  it('WCAG 1.4.1: rings have the patterns of their statuses on demand and in forced colours, and no element for them else', async () => {
    const patterns = () =>
      [...root.querySelectorAll<HTMLElement>('.ring-pattern')].map(
        ({ className }) => className.split(' ')[1],
      );
    layer.setItems([group(10, 50, { counts: { online: 30, offline: 5, unknown: 5 } })]);
    expect(patterns()).to.deep.equal([]);
    host.style.setProperty('--ev-patterns', '1');
    await until(() => patterns().length > 0);
    expect(patterns()).to.deep.equal(['grid', 'dots']);
    layer.setItems([group(10, 50, { counts: { online: 30, offline: 10, unknown: 0 } })]);
    expect(patterns()).to.deep.equal(['grid']);
    // Through its lines the surface is seen.
    const offline = (await around(marker(), GROUP_RING, 200)).slice(155, 195);
    const lines = offline.filter(([, , blue]) => blue > 200).length;
    expect(lines, 'lines').to.be.within(5, 30);
    host.style.removeProperty('--ev-patterns');
    await until(() => patterns().length === 0);
    await forceColors(true);
    try {
      await until(() => patterns().join() === 'grid');
    } finally {
      await forceColors(false);
    }
  });

  it('WCAG 1.4.1: rings have no pattern left over from print, also where they are drawn right after it', () => {
    layer.setItems([group(10, 50, { counts: { online: 30, offline: 5, unknown: 5 } })]);
    const patterns = () => root.querySelectorAll('.ring-pattern').length;
    for (const isOnDemand of [true, false]) {
      host.style.setProperty('--ev-patterns', isOnDemand ? '1' : '0');
      layer.pattern();
      expect(patterns() > 0).to.equal(isOnDemand);
    }
  });

  it("WCAG 1.4.3: what is written on a pin and on a badge can be read on a host's own colours", () => {
    layer.setItems([
      group(10, 50, { counts: { online: 30, offline: 5, unknown: 5 } }),
      location('a', 15, 50, { counts: { online: 0, offline: 1, unknown: 0 } }),
    ]);
    for (const color of ['#ffffff', '#ffd500', '#757575', '#777777', '#b02d06', '#e95630', '#000000']) {
      host.style.setProperty('--ev-color-connection-offline', color);
      const badge = getComputedStyle(marker(0).querySelector('.badge')!);
      const pin = getComputedStyle(marker(1));
      for (const { color: text, backgroundColor: ground } of [badge, pin])
        expect(wcagContrast(text, ground), color).to.be.at.least(4.5);
    }
  });

  it('rings are printed, also where a browser leaves out backgrounds', async () => {
    layer.setItems([group(10, 50, { counts: { online: 20, offline: 20, unknown: 0 } })]);
    await emulateMedia({ media: 'print' });
    try {
      expect(Object.keys(await sharesOf(marker(), GROUP_RING))).to.deep.equal(['online', 'offline']);
      for (const element of [marker(), marker().querySelector('.ring')!]) {
        expect(getComputedStyle(element).printColorAdjust).to.equal('exact');
      }
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });
});
