import { emulateMedia, executeServerCommand, resetMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { parse, wcagContrast } from 'culori';

import '../../src/define/index.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import { localizeFor } from '../../src/messages/nearest-language.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { EVSE_PATTERNS, patternsOf } from '../support/evse-patterns.js';
import { press } from '../support/keys.js';
import { laidOut, unreadable } from '../support/layout.js';
import { answerFrom, openList, stationRow } from '../support/list-page.js';
import { providerOf } from '../support/map-page.js';
import { location, station } from '../support/networks.js';
import { NO_GROUND } from '../support/no-ground.js';
import { dialogOf, untilOpen } from '../support/overview-page.js';
import {
  clearPage,
  everything,
  focused,
  hover,
  middleOf,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  until,
} from '../support/page.js';
import { contrast, forceColors, luminance, screenshotOf } from '../support/screenshot.js';
import type { Color } from '../support/screenshot.js';

/** The colours on the way out of an element, from its left side. */
async function besideOf(element: Element, reach = 9): Promise<Color[]> {
  const { left } = element.getBoundingClientRect();
  const { y } = middleOf(element);
  const seen = await screenshotOf(element, reach + 2);
  return Array.from({ length: reach }, (_, away) => seen.colorAt(left - 1 - away, y));
}

describe('the ring of what has the focus', () => {
  const page = document.documentElement;

  afterEach(async () => {
    page.style.cssText = '';
    await forceColors(false);
    clearPage();
    // What comes next would else be under the mouse.
    await resetMouse();
  });

  async function open(tag: string, provider = new ControllableProvider()): Promise<Element> {
    const element = mount(`<${tag} style="margin: 12px"></${tag}>`, provider);
    await until(() => parts(element, tag === 'ev-summary' ? 'figure' : 'entry').length > 0);
    await settled(element);
    return element;
  }

  for (const scheme of ['light', 'dark']) {
    it(`WCAG 1.4.11, 2.4.7: is seen on a page of any colour, in ${scheme}`, async () => {
      page.style.colorScheme = scheme;
      const summary = await open('ev-summary');
      const figure = ofStatus(summary, 'figure', 'offline');
      await press('Tab');
      figure.focus();
      for (const background of ['#1d5fd0', '#8ab4ff', '#ffffff', '#000000', '#dd4115', '#808080']) {
        page.style.background = background;
        const around = await besideOf(figure);
        const ground = around.at(-1)!;
        expect(Math.max(...around.map(color => contrast(color, ground))), background).to.be.least(3);
        const tones = around.map(luminance);
        expect((Math.max(...tones) + 0.05) / (Math.min(...tones) + 0.05), background).to.be.least(4.5);
      }
    });
  }

  it('WCAG 2.4.7: of a slice lies above its neighbours, in two tones', async () => {
    const pie = await open('ev-evse-pie');
    await press('Tab');
    for (const status of ['available', 'charging', 'faulted', 'undefined']) {
      (ofStatus(pie, 'slice', status) as unknown as SVGElement).focus();
      await settled(pie);
      const svg = pie.shadowRoot!.querySelector('svg.pie')!;
      const ring = svg.querySelector('.focus-ring')!;
      const [around, line] = ring.querySelectorAll('path');
      const d = ofStatus(pie, 'slice', status).querySelector('path')!.getAttribute('d');
      expect([around!.getAttribute('d'), line!.getAttribute('d')]).to.deep.equal([d, d]);
      const slices = [...svg.querySelectorAll('.slice')];
      expect(
        slices.every(slice => slice.compareDocumentPosition(ring) & Node.DOCUMENT_POSITION_FOLLOWING),
      ).to.equal(true);
      const [halo, tone] = [around!, line!].map(path => getComputedStyle(path).stroke);
      expect(halo).to.not.equal(tone);
    }
    ofStatus(pie, 'entry', 'available').focus();
    await settled(pie);
    expect(pie.shadowRoot!.querySelector('.focus-ring')).to.equal(null);
  });

  it('WCAG 2.4.7: of a legend row is not covered by a neighbour under the mouse', async () => {
    const pie = await open('ev-evse-pie');
    await press('Tab');
    const entry = ofStatus(pie, 'entry', 'charging');
    const next = ofStatus(pie, 'entry', 'faulted');
    await hover(next);
    entry.focus();
    await settled(pie);
    const { bottom } = entry.getBoundingClientRect();
    const seen = await screenshotOf(entry);
    const tones = [0, 1, 2, 3].map(below => luminance(seen.colorAt(middleOf(entry).x, bottom + below)));
    expect((Math.max(...tones) + 0.05) / (Math.min(...tones) + 0.05)).to.be.least(4.5);
    expect(focused()).to.equal(entry);
  });
});

describe('what is read and told apart on colours', () => {
  const page = document.documentElement;

  afterEach(async () => {
    page.style.cssText = '';
    await forceColors(false);
    clearPage();
    // What comes next would else be under the mouse.
    await resetMouse();
  });

  async function openPie(): Promise<HTMLElement> {
    const pie = mount<HTMLElement>('<ev-evse-pie></ev-evse-pie>', new ControllableProvider());
    await until(() => parts(pie, 'slice').length === 4);
    await settled(pie);
    return pie;
  }

  const fillOf = (element: Element | null) => getComputedStyle(element!).fill;

  for (const scheme of ['light', 'dark']) {
    it(`WCAG 1.4.3: numbers on slices and signs on swatches can be read in ${scheme}, on a host's own colours too`, async () => {
      page.style.colorScheme = scheme;
      const pie = await openPie();
      for (const color of [
        '',
        '#ffffff',
        '#000000',
        '#ffff00',
        '#0000ff',
        '#757575',
        '#777777',
        '#00ff7f80',
      ]) {
        pie.style.setProperty('--ev-color-evse-available', color || null);
        for (const slice of parts(pie, 'slice')) {
          const number = slice.querySelector('text.within');
          if (number)
            expect(
              wcagContrast(fillOf(number), fillOf(slice.querySelector('path')).replace(/, 0\.5\)/, ')')),
              `${color} ${slice.dataset.status}`,
            ).to.be.at.least(4.5);
        }
        for (const swatch of everything(pie).filter(element => element.matches('.swatch')))
          expect(
            wcagContrast(
              getComputedStyle(swatch.querySelector('.sign')!).color,
              fillOf(swatch.querySelector('rect')).replace(/, 0\.5\)/, ')'),
            ),
            color,
          ).to.be.at.least(4.5);
      }
    });
  }

  it('WCAG 1.4.1: slices and their legend have patterns on demand, and always in forced colours', async () => {
    const pie = await openPie();
    expect(patternsOf(pie)).to.deep.equal([]);
    page.style.setProperty('--ev-patterns', '1');
    expect(patternsOf(pie)).to.deep.equal(EVSE_PATTERNS);
    page.style.removeProperty('--ev-patterns');
    expect(patternsOf(pie)).to.deep.equal([]);
    await forceColors(true);
    expect(patternsOf(pie)).to.deep.equal(EVSE_PATTERNS);
    const slice = ofStatus(pie, 'slice', 'charging');
    const pattern = slice.querySelector('.pattern')!;
    expect([pattern.getAttribute('d'), fillOf(pattern)]).to.deep.equal([
      slice.querySelector('path')!.getAttribute('d'),
      'url("#pattern-back-stripes")',
    ]);
    await hover(ofStatus(pie, 'entry', 'available'));
    await until(() => getComputedStyle(pattern).opacity === '0.25');
  });

  for (const scheme of ['light', 'dark']) {
    it(`WCAG 1.4.11: the borders of controls are told from what they stand on, in ${scheme}`, async () => {
      page.style.colorScheme = scheme;
      const provider = new ControllableProvider();
      provider.answers.stations = answerFrom(() => [stationRow('A')]);
      const list = await openList(provider);
      const controls = everything(list).filter(element => element.matches('.text-button, .search, select'));
      expect(controls.length).to.be.at.least(4);
      const surface = getComputedStyle(list).backgroundColor;
      for (const control of controls)
        expect(
          wcagContrast(getComputedStyle(control).borderTopColor, surface),
          control.className,
        ).to.be.at.least(3);
    });
  }
});

describe('what a reader asks their system for', () => {
  const feature = (name: string, value: string) => executeServerCommand('media-feature', { name, value });

  afterEach(async () => {
    await feature('prefers-reduced-transparency', '');
    await emulateMedia({ media: 'screen', reducedMotion: 'no-preference' });
    clearPage();
  });

  it('WCAG 2.3.3: nothing moves where motion is to be reduced', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const provider = new ControllableProvider();
    provider.become('loading');
    provider.answers.stations = answerFrom(() => [stationRow('A')]);
    const page = mount(
      '<ev-data-provider><ev-evse-pie></ev-evse-pie><ev-summary></ev-summary><ev-station-list></ev-station-list></ev-data-provider>',
      provider,
    );
    await until(() => parts(page, 'row').length > 0 && parts(page, 'entry').length > 0);
    parts(page, 'entry')[0]!.click();
    await settled(page);
    const moving = everything(page).filter(element => {
      const { animationName, animationDuration, transitionDuration, display } = getComputedStyle(element);
      const isAnimated = animationName !== 'none' && animationDuration !== '0s';
      return display !== 'none' && (isAnimated || !/^0s(, 0s)*$/.test(transitionDuration));
    });
    expect(moving.map(({ outerHTML }) => outerHTML.slice(0, 100))).to.deep.equal([]);
  });

  it('surfaces cover what is below them where transparency is to be reduced', async () => {
    const provider = new ControllableProvider();
    provider.answers.counts = () => ({ available: 0, charging: 0, faulted: 0, undefined: 0 });
    const map = mount<HTMLElement>(
      `<ev-evse-map ${NO_GROUND} style="height: 300px"></ev-evse-map>`,
      provider,
    );
    await settled(map);
    await until(() => everything(map).some(element => element.matches('.float .notice')));
    const notice = everything(map).find(element => element.matches('.float .notice'))!;
    const alpha = () => parse(getComputedStyle(notice).backgroundColor)!.alpha ?? 1;
    expect(alpha()).to.be.below(1);
    await feature('prefers-reduced-transparency', 'reduce');
    expect(matchMedia('(prefers-reduced-transparency: reduce)').matches).to.equal(true);
    expect(alpha()).to.equal(1);
  });

  for (const [lang, dir] of [
    ['en', 'ltr'],
    ['de', 'ltr'],
    ['ar-EG', 'rtl'],
  ] as const)
    it(`WCAG 1.4.1: an overview in print has numbers and patterns, no controls, and no break within a view, and runs over nowhere, in "${lang}"`, async () => {
      await emulateMedia({ media: 'print' });
      const overview = mount<EvOverview>(
        `<ev-overview lang="${lang}" ${NO_GROUND}></ev-overview>`,
        new ControllableProvider(),
      );
      await until(() => parts(overview, 'entry').length > 10);
      await until(
        () => getComputedStyle(overview).direction === dir && localizeFor(lang).marks.texts === undefined,
      );
      await laidOut(overview);
      for (const view of overview.shadowRoot!.querySelectorAll(
        'ev-summary, section > :not(ev-connection-map, ev-evse-map)',
      ))
        expect(unreadable(view), view.localName).to.deep.equal([]);
      const isShown = (element: Element) =>
        element.checkVisibility() && element.getBoundingClientRect().width > 1;
      const controls = ['refresh', 'help', 'fullscreen', 'drill', 'trouble-only', 'search', 'fit', 'zoom-in'];
      expect(controls.filter(part => parts(overview, part).some(isShown))).to.deep.equal([]);
      const counts = everything(overview).filter(element => element.matches('.legend .count'));
      expect(counts.every(isShown)).to.equal(true);
      const patterns = everything(overview).filter(element => element.matches('.slice .pattern'));
      expect(patterns.length).to.be.above(5);
      expect(patterns.every(element => getComputedStyle(element).opacity === '1')).to.equal(true);
      for (const frame of [
        ...everything(overview).filter(element => element.matches('.frame')),
        ...overview.shadowRoot!.querySelectorAll('section > *'),
      ])
        expect(getComputedStyle(frame).breakInside, frame.localName).to.equal('avoid');
      for (const element of [overview, ...everything(overview)].filter(each => each.shadowRoot))
        expect(getComputedStyle(element).colorScheme, element.localName).to.equal('light');
      overview.state = { list: { filter: {}, dimension: 'connection', status: 'online', count: 40 } };
      await untilOpen(overview);
      expect(dialogOf(overview).checkVisibility(), 'a list that is open').to.equal(false);
      expect(counts.every(isShown)).to.equal(true);
    });
});

describe('what is pressed', () => {
  afterEach(async () => {
    await executeServerCommand('touch-screen', false);
    clearPage();
  });

  /** A marker of a map has its own size. */
  const CONTROLS = 'button:enabled:not(.marker), select, input, [role="button"], [role="tab"]';

  /** The controls that are lower or narrower than they are to be. */
  function smallIn(root: Element, least: number): string[] {
    return everything(root)
      .filter(
        element => element.matches(CONTROLS) && element.checkVisibility() && !(element instanceof SVGElement),
      )
      .map(element => {
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        return [element.outerHTML.slice(0, 120), width, height] as const;
      })
      .filter(([, width, height]) => width > 1 && (width < least - 0.5 || height < least - 0.5))
      .map(([what, width, height]) => `${width} × ${height}: ${what}`);
  }

  for (const [by, least] of [
    ['a mouse', 24],
    ['a finger', 44],
  ] as const) {
    it(`WCAG 2.5.8: is large enough for ${by}`, async () => {
      await executeServerCommand('touch-screen', by === 'a finger');
      expect(matchMedia('(pointer: coarse)').matches).to.equal(by === 'a finger');
      const provider = new ControllableProvider();
      provider.answers.stations = answerFrom(() => [stationRow('A'), stationRow('B')]);
      const page = mount(
        '<ev-data-provider><ev-summary></ev-summary><ev-evse-pie></ev-evse-pie><ev-station-list></ev-station-list></ev-data-provider>',
        provider,
      );
      await until(() => parts(page, 'row').length === 2 && parts(page, 'entry').length > 0);
      await settled(page);
      expect(smallIn(page, least)).to.deep.equal([]);
    });

    it(`WCAG 2.5.8: of an overview is large enough for ${by}, what a reader chooses countries from included`, async () => {
      await executeServerCommand('touch-screen', by === 'a finger');
      const locations = ['NL', 'DE'].map((country, index) =>
        location(country, [station(`S-${country}`)], { country, longitude: 90 * index }),
      );
      const overview = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`, providerOf(locations));
      await until(() => parts(overview, 'filter').length > 0 && parts(overview, 'pin').length > 0);
      partOf(overview, 'filter').click();
      await until(() => everything(overview).some(element => element.matches('input[type="checkbox"]')));
      await settled(overview);
      expect(smallIn(overview, least)).to.deep.equal([]);
    });
  }
});
