import { readFileSync } from 'node:fs';

import { expect } from 'chai';
import { rgb, wcagContrast } from 'culori';

import { elementsOf } from '../../.storybook/manifest.js';
import { DIMENSIONS } from '../../src/model/statuses.js';
import { SECTIONS } from '../../src/render/shared/sections.js';
import { BRANDS } from '../../stories/brands/brands.js';
import { difference, VISIONS } from '../support/color-vision.js';
import { manifest } from '../support/manifest-file.js';

const elements = elementsOf(manifest);
const properties = new Set(
  elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
);

/** A value in light and in dark; one that does not differ is in both. */
function inSchemes(value: string): [light: string, dark: string] {
  const [, light, dark] = /^light-dark\((.*), (.*)\)$/.exec(value) ?? [];
  return [light ?? value, dark ?? value];
}

for (const brand of BRANDS) {
  const text = readFileSync(`stories/brands/${brand}.css`, 'utf8');
  const set = new Map(
    [...text.matchAll(/^ +(--[\w-]+): (.*);$/gm)].map(([, name, value]) => [name!, value!]),
  );
  const color = (name: string) => inSchemes(set.get(`--ev-color-${name}`)!);
  /** AAA where that is what the brand is for. */
  const [leastOfText, leastOfStatus] = brand === 'high-contrast' ? [7, 4.5] : [4.5, 3];

  describe(`the brand ${brand}`, () => {
    it('sets every CSS property, and no other', () => {
      expect([...set.keys()]).to.have.members([...properties]);
    });

    it('styles parts that the elements have, under its class', () => {
      for (const [selector] of text.matchAll(/^[^\s/{}][^{}]*(?=\s\{)/gm))
        for (const each of selector.split(/,(?![^(]*\))/))
          expect(each.trim()).to.match(new RegExp(`^(:root)?\\.${brand}`));
      const styled = [...text.matchAll(/(?::is\(([^)]*)\)|(ev-[\w-]+))::part\(([\w-]+)\)/g)];
      expect(styled).not.to.have.length(0);
      for (const [, several, one, part] of styled) {
        for (const tag of one ? [one] : several!.split(/\s*,\s*/)) {
          const { cssParts = [] } = elements.find(({ tagName }) => tagName === tag)!;
          expect(
            cssParts.map(({ name }) => name),
            tag,
          ).to.include(part);
        }
      }
    });

    it('has text and statuses stand out from its surface', () => {
      const surfaces = color('surface');
      const least = [
        ...['text', 'muted'].map((name): [string, number] => [name, leastOfText]),
        ...DIMENSIONS.flatMap(dimension =>
          SECTIONS[dimension].statuses.map((status): [string, number] => [
            `${dimension}-${status}`,
            leastOfStatus,
          ]),
        ),
      ];
      for (const [name, ratio] of least)
        for (const [scheme, shown] of color(name).entries())
          expect(wcagContrast(shown, surfaces[scheme]!), `${name}: ${shown}`).to.be.at.least(ratio);
    });

    for (const dimension of DIMENSIONS) {
      it(`WCAG 1.4.1: tells the statuses of ${dimension} apart for every kind of colour vision`, () => {
        const shown = SECTIONS[dimension].statuses.map(status => color(`${dimension}-${status}`));
        for (const scheme of [0, 1]) {
          for (const [vision, seen] of Object.entries(VISIONS)) {
            const colors = shown.map(each => seen(rgb(each[scheme]!)!));
            for (const [index, one] of colors.entries())
              for (const [further, other] of colors.slice(index + 1).entries())
                expect(
                  difference(one, other),
                  `${shown[index]![scheme]} and ${shown[index + 1 + further]![scheme]}, in ${vision}`,
                ).to.be.at.least(18);
          }
        }
      });
    }
  });
}
