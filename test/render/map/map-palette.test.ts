import { expect } from 'chai';
import { wcagContrast } from 'culori';

import { PALETTES } from '../../../src/render/map/embedded-style.js';

describe("the embedded map's colours", () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`WCAG 1.4.3: names can be read on land and on the sea, in ${scheme}`, () => {
      const { land, sea, text } = PALETTES[scheme];
      for (const ground of [land, sea]) expect(wcagContrast(text, ground), ground).to.be.at.least(4.5);
    });
  }
});
