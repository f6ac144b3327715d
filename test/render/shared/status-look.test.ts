import { expect } from 'chai';
import { converter, filterGrayscale, formatHex, interpolate, lch, rgb, wcagContrast } from 'culori';
import type { Color, Rgb } from 'culori';
import { DIMENSIONS } from '../../../src/model/statuses.js';
import type { Dimension } from '../../../src/model/records.js';
import { SECTIONS } from '../../../src/render/shared/sections.js';
import { colorOf, lookOf } from '../../../src/render/shared/status-look.js';
import { difference, VISIONS } from '../../support/color-vision.js';

type Scheme = 'light' | 'dark';

/** The surface of each scheme. */
const SURFACES: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#14181d' };
const SCHEMES = Object.keys(SURFACES) as Scheme[];

const colors = (dimension: Dimension, scheme: Scheme) =>
  SECTIONS[dimension].statuses.map(
    status => lookOf(dimension, status, SECTIONS[dimension].statuses).color[scheme],
  );

const toLab = converter('lab65');
const toRgb = converter('rgb');

/** How colours are seen, each with the least difference between two statuses of one pie. */
const SEEN: readonly [vision: string, seen: (color: Rgb) => Color, least: (count: number) => number][] = [
  ...Object.entries(VISIONS).map(([vision, seen]): (typeof SEEN)[number] => [vision, seen, () => 18.7]),
  [
    'grey of the same lightness',
    color => toRgb({ ...toLab(color), a: 0, b: 0 }),
    count => (count < 5 ? 8.8 : 4.5),
  ],
  ['grey as screens make it', filterGrayscale(1), count => (count < 5 ? 8.8 : 4.5)],
];

describe('the default colours', () => {
  for (const scheme of SCHEMES) {
    for (const dimension of DIMENSIONS) {
      for (const [vision, seen, least] of SEEN) {
        it(`WCAG 1.4.1: tell the statuses of ${dimension} apart in ${scheme}, in ${vision}`, () => {
          const shown = colors(dimension, scheme).map(color => seen(rgb(color)!));
          for (const [index, color] of shown.entries()) {
            for (const other of shown.slice(index + 1))
              expect(difference(color, other)).to.be.at.least(least(shown.length));
          }
        });
      }

      it(`WCAG 1.4.11: of ${dimension} stand out 3:1 from the ${scheme} surface`, () => {
        for (const color of colors(dimension, scheme))
          expect(wcagContrast(color, SURFACES[scheme]), color).to.be.at.least(3);
      });
    }

    it(`R22: mean in ${scheme} what they mean everywhere: red is trouble, green is well, grey is not known`, () => {
      const hueOf = (color: string) => lch(color)!.h!;
      const [green, blue, red, grey] = colors('evse', scheme);
      expect(hueOf(green!)).to.be.within(140, 175);
      expect(hueOf(blue!)).to.be.within(260, 305);
      expect(hueOf(red!)).to.be.within(30, 55);
      expect(lch(grey!)!.c).to.be.below(12);
      for (const [dimension, meant] of [
        ['connection', [green, red, grey]],
        ['station', [green, blue, red, grey]],
      ] as const)
        expect(colors(dimension, scheme)).to.deep.equal(meant);
    });
  }

  it('can be set by a host, and follow the scheme where they are not', () => {
    expect(colorOf('evse', 'faulted')).to.match(
      /^var\(--ev-color-evse-faulted, light-dark\(#\w{6}, #\w{6}\)\)$/,
    );
  });
});

for (const scheme of SCHEMES)
  describe(`the default colours of last-message statuses, in ${scheme}`, () => {
    const bucketed = (count: number) => {
      const statuses = [...Array.from({ length: count - 1 }, (_, index) => `under-${index + 1}h`), 'older'];
      return statuses.map(status => lookOf('last-message', status, statuses).color[scheme]);
    };
    /** From green, by way of blue, to red: degrees. */
    const hue = (color: string) => (lch(color)!.h! + 240) % 360;
    const isRising = (values: readonly number[]) =>
      values.every((value, index) => index === 0 || value > values[index - 1]!);

    it('R7: go from green to red by their hues, from light to dark, and none is grey as unknown is', () => {
      const shown = colors('last-message', scheme);
      expect(hue(shown[0]!)).to.be.below(60);
      expect(hue(shown.at(-1)!)).to.be.above(240);
      expect(isRising(shown.map(hue)), String(shown.map(hue))).to.equal(true);
      const lightness = shown.map(color => lch(color)!.l);
      for (const [index, value] of lightness.entries())
        expect(value).to.be.below((lightness[index - 1] ?? 100) + 3.5);
      for (const color of shown) expect(lch(color)!.c, color).to.be.above(35);
      for (const color of shown) expect(difference(color, '#8a939e'), color).to.be.above(13);
    });

    for (const count of [2, 3, 4]) {
      it(`R7: of ${count} buckets are of the five, in their order, from the first to the last`, () => {
        const places = bucketed(count).map(color => colors('last-message', scheme).indexOf(color));
        expect([places[0], places.at(-1), isRising(places)]).to.deep.equal([0, 4, true]);
      });
    }

    it('R7: of more than five buckets are all different, in the same order', () => {
      for (const count of [6, 7, 12]) {
        const shown = bucketed(count).map(color => {
          const [, from, to, share] = /^color-mix\(in oklab, (#\w+), (#\w+) (\d+)%\)$/.exec(color)!;
          return formatHex(interpolate([from!, to!], 'oklab')(Number(share) / 100));
        });
        expect([shown[0], shown.at(-1)]).to.deep.equal([
          colors('last-message', scheme)[0],
          colors('last-message', scheme).at(-1),
        ]);
        expect(isRising(shown.map(hue)), String(shown.map(hue))).to.equal(true);
      }
    });
  });

describe('the patterns', () => {
  it('WCAG 1.4.1: differ between the statuses of one pie, and what is well has none', () => {
    for (const dimension of DIMENSIONS) {
      const { statuses } = SECTIONS[dimension];
      const patterns = statuses.map(status => lookOf(dimension, status, statuses).pattern);
      expect(patterns[0], dimension).to.equal(undefined);
      expect(new Set(patterns).size, dimension).to.equal(statuses.length);
    }
  });
});

describe('the signs', () => {
  it('WCAG 1.4.1: tell good, bad and unknown apart without colour', () => {
    for (const dimension of ['connection', 'evse', 'station'] as const) {
      const signs = SECTIONS[dimension].statuses.map(status => lookOf(dimension, status).sign);
      expect(new Set(signs).size, dimension).to.equal(signs.length);
    }
  });
});
