import { expect } from 'chai';

import '../../src/define/index.js';
import { localizeFor } from '../../src/messages/nearest-language.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { EVSE_PATTERNS, patternsOf } from '../support/evse-patterns.js';
import { press } from '../support/keys.js';
import { answerFrom, openList, stationRow, tabOf } from '../support/list-page.js';
import { openMap } from '../support/map-page.js';
import {
  clearPage,
  everything,
  focused,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  until,
} from '../support/page.js';
import { contrast, forceColors, screenshotOf } from '../support/screenshot.js';
import type { Color } from '../support/screenshot.js';

/** Each colour that is seen of an element, and in how many of its pixels, most first; without its border. */
async function colorsOf(element: Element): Promise<[color: Color, pixels: number][]> {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const seen = await screenshotOf(element);
  const pixels = new Map<string, number>();
  for (let x = Math.ceil(left) + 3; x < right - 3; x++)
    for (let y = Math.ceil(top) + 3; y < bottom - 3; y++) {
      const color = seen.colorAt(x, y).join();
      pixels.set(color, (pixels.get(color) ?? 0) + 1);
    }
  return [...pixels]
    .sort(([, one], [, other]) => other - one)
    .map(([color, count]) => [color.split(',').map(Number) as Color, count]);
}

describe('in forced colours', () => {
  beforeEach(() => forceColors(true));
  afterEach(async () => {
    await forceColors(false);
    clearPage();
  });

  for (const [lang, dir] of [
    ['en', 'ltr'],
    ['de', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    const untilIn = (view: Element) =>
      until(() => localizeFor(lang).marks.texts === undefined && getComputedStyle(view).direction === dir);

    it(`WCAG 1.4.3, 1.4.11: the tab that is shown is told from the others, and each can be read, in "${lang}"`, async () => {
      const provider = new ControllableProvider();
      provider.answers.stations = answerFrom(() => [stationRow('A')]);
      const list = await openList(provider, `lang="${lang}"`);
      await untilIn(list);
      await settled(list);
      const grounds: Color[] = [];
      for (const tab of ['normal', 'offline']) {
        const [[ground, pixels], ...others] = (await colorsOf(tabOf(list, tab))) as [
          [Color, number],
          ...[Color, number][],
        ];
        grounds.push(ground);
        const all = others.reduce((sum, [, count]) => sum + count, pixels);
        expect(pixels / all, `${tab}: its ground, with nothing but text on it`).to.be.above(0.7);
        expect(Math.max(...others.map(([color]) => contrast(color, ground))), tab).to.be.least(4.5);
      }
      expect(contrast(grounds[0]!, grounds[1]!)).to.be.least(3);
    });

    it(`WCAG 1.4.1, 2.4.7: slices, their legend and a map's groups have patterns, and a legend's row its ring, in "${lang}"`, async () => {
      const map = await openMap(`lang="${lang}" center="10,51" zoom="2"`);
      await untilIn(map);
      await until(() => everything(map).some(element => element.matches('.ring-pattern')));
      clearPage();
      const pie = mount<HTMLElement>(
        `<ev-evse-pie lang="${lang}" style="margin: 12px"></ev-evse-pie>`,
        new ControllableProvider(),
      );
      await until(() => parts(pie, 'slice').length === 4);
      await untilIn(pie);
      await settled(pie);
      expect(patternsOf(pie)).to.deep.equal(EVSE_PATTERNS);
      const entry = ofStatus(pie, 'entry', 'faulted');
      const swatch = entry.querySelector('.swatch')!.getBoundingClientRect();
      const { left, right, top, bottom } = entry.getBoundingClientRect();
      expect(swatch.left < (left + right) / 2, 'where a row begins').to.equal(dir === 'ltr');
      await press('Tab');
      entry.focus();
      await settled(pie);
      const seen = await screenshotOf(entry);
      for (const x of [left, right - 1]) {
        const across = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(step =>
          seen.colorAt(x + step, (top + bottom) / 2),
        );
        expect(
          Math.max(
            ...across.map(
              color => contrast(color, across[0]!),
              ...across.map(color => contrast(color, across.at(-1)!)),
            ),
          ),
          `at ${x}`,
        ).to.be.least(3);
      }
    });
  }

  it('WCAG 2.4.7: what the arrow keys have come to of what a search found is ringed', async () => {
    const map = await openMap('center="0,0" zoom="1"');
    const field = partOf(map, 'search') as HTMLInputElement;
    field.focus();
    field.value = 'e';
    field.dispatchEvent(new InputEvent('input'));
    const hits = () => parts(map, 'hit').filter(hit => hit.checkVisibility());
    await until(() => hits().length > 1);
    await press('ArrowDown');
    await until(() => hits()[0]!.ariaSelected === 'true');
    expect(focused()).to.equal(field);
    const edge = async (hit: Element) => {
      const { left, top, bottom } = hit.getBoundingClientRect();
      const seen = await screenshotOf(hit);
      const at = (x: number) => seen.colorAt(left + x, (top + bottom) / 2);
      return contrast(at(1), at(5));
    };
    expect(await edge(hits()[0]!)).to.be.least(3);
    expect(await edge(hits()[1]!)).to.be.below(1.5);
  });
});
