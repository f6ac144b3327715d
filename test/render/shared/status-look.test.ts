import { expect } from 'chai';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  interpolate,
  lch,
  rgb,
  wcagContrast,
} from 'culori';
import type { Rgb } from 'culori';
import { DIMENSIONS } from '../../../src/model/statuses.js';
import type { Dimension } from '../../../src/model/records.js';
import { SECTIONS } from '../../../src/render/shared/sections.js';
import { lookOf } from '../../../src/render/shared/status-look.js';

const colors = (dimension: Dimension) =>
  SECTIONS[dimension].statuses.map(status => lookOf(dimension, status, SECTIONS[dimension].statuses).color);

const visions: Record<string, (color: Rgb) => Rgb> = {
  normal: color => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
const difference = differenceCiede2000();

describe('the default colours', () => {
  for (const dimension of DIMENSIONS) {
    for (const [vision, seen] of Object.entries(visions)) {
      it(`R22: tell the statuses of ${dimension} apart with ${vision} vision`, () => {
        const shown = colors(dimension).map(color => seen(rgb(color)!));
        for (const [index, color] of shown.entries()) {
          for (const other of shown.slice(index + 1)) expect(difference(color, other)).to.be.at.least(18.7);
        }
      });
    }

    it(`R22: of ${dimension} stand out 3:1 from the light and the dark surface`, () => {
      for (const color of colors(dimension)) {
        expect(wcagContrast(color, '#ffffff'), color).to.be.at.least(3);
        expect(wcagContrast(color, '#14181d'), color).to.be.at.least(3);
      }
    });
  }
});

describe('the default colours of last-message statuses', () => {
  const bucketed = (count: number) => {
    const statuses = [...Array.from({ length: count - 1 }, (_, index) => `under-${index + 1}h`), 'older'];
    return statuses.map(status => lookOf('last-message', status, statuses).color);
  };
  /** From green, by way of blue, to red: degrees. */
  const hue = (color: string) => (lch(color)!.h! + 240) % 360;
  const isRising = (values: readonly number[]) =>
    values.every((value, index) => index === 0 || value > values[index - 1]!);

  it('R7: go from green to red by their hues, from light to dark, and none is grey as unknown is', () => {
    const shown = colors('last-message');
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
      const places = bucketed(count).map(color => colors('last-message').indexOf(color));
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
        colors('last-message')[0],
        colors('last-message').at(-1),
      ]);
      expect(isRising(shown.map(hue)), String(shown.map(hue))).to.equal(true);
    }
  });
});

describe('the signs', () => {
  it('R22: tell good, bad and unknown apart without colour', () => {
    for (const dimension of ['connection', 'evse', 'station'] as const) {
      const signs = SECTIONS[dimension].statuses.map(status => lookOf(dimension, status).sign);
      expect(new Set(signs).size, dimension).to.equal(signs.length);
    }
  });
});
