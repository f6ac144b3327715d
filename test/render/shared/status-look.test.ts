import { expect } from 'chai';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
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

describe('the signs', () => {
  it('R22: tell good, bad and unknown apart without colour', () => {
    for (const dimension of ['connection', 'evse', 'station'] as const) {
      const signs = SECTIONS[dimension].statuses.map(status => lookOf(dimension, status).sign);
      expect(new Set(signs).size, dimension).to.equal(signs.length);
    }
  });
});

describe('the names of last-message statuses', () => {
  for (const [status, label] of [
    ['under-15m', 'Under 15 minutes'],
    ['under-1h', 'Under 1 hour'],
    ['under-24h', 'Under 24 hours'],
    ['under-90s', 'Under 90 seconds'],
    ['over-24h', 'Over 24 hours'],
    ['older', 'Older'],
    ['of a host', 'of a host'],
  ] as const) {
    it(`R7: reads ${status} as ${label}`, () => {
      expect(lookOf('last-message', status).label).to.equal(label);
    });
  }
});
