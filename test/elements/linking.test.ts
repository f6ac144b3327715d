import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { TrendPoint } from '../../src/model/records.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { canvasOf, markersOn, openMap, providerOf, stands } from '../support/map-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import {
  clearPage,
  clickOn,
  focused,
  hover,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';
import { trendOf } from '../support/trends.js';

const opacityOf = (element: Element) => Number(getComputedStyle(element).opacity);

/** The statuses whose slice, or legend row, recedes. */
const dimmedIn = (root: Element, part: 'slice' | 'entry') =>
  parts(root, part)
    .filter(element => element.closest('.dimmed'))
    .map(({ dataset }) => dataset.status);

async function open(views: string): Promise<HTMLElement> {
  const page = mount<HTMLElement>(`<ev-data-provider>${views}</ev-data-provider>`, providerOf());
  for (const pie of page.querySelectorAll('ev-connection-pie'))
    await until(() => parts(pie, 'entry').length > 0);
  await settled(page);
  return page;
}

/** A map of two groups and a pin beside its pie. */
async function openMapBesidePie() {
  const page = await open(
    `<ev-connection-map ${NO_GROUND} center="0,20" zoom="0.5"></ev-connection-map><ev-connection-pie></ev-connection-pie>`,
  );
  const [map, pie] = [page.querySelector('ev-connection-map')!, page.querySelector('ev-connection-pie')!];
  await until(() => markersOn(map).length > 1);
  await stands(map);
  // Markers that have just come fade in.
  await until(() => markersOn(map).every(marker => opacityOf(marker) === 1));
  return { map, pie };
}

/** The mouse, or a finger, comes onto an element or leaves it. */
function point(element: Element, type: 'pointerover' | 'pointerleave', pointerType = 'mouse'): void {
  element.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType }));
}

const tooltipOf = (view: Element) => parts(view, 'tooltip')[0];

/** What the tooltip of an element says, once it is there. */
async function saidOf(view: Element): Promise<string> {
  await until(() => tooltipOf(view) !== undefined);
  return textOf(tooltipOf(view)!);
}

describe('the status that is pointed at', () => {
  beforeEach(() => resetMouse());
  afterEach(clearPage);

  for (const part of ['slice', 'entry'] as const) {
    it(`R21: of a ${part} under the mouse stands out in the pie and its legend, until the mouse leaves`, async () => {
      const page = await open('<ev-connection-pie></ev-connection-pie>');
      await hover(ofStatus(page, part, 'offline'));
      await until(() => dimmedIn(page, 'slice').length > 0);
      expect(dimmedIn(page, 'slice')).to.deep.equal(['online', 'unknown']);
      expect(dimmedIn(page, 'entry')).to.deep.equal(['online', 'unknown']);
      await until(() => opacityOf(ofStatus(page, 'slice', 'online').querySelector('path')!) < 0.5);
      expect(opacityOf(ofStatus(page, 'slice', 'offline').querySelector('path')!)).to.equal(1);
      await resetMouse();
      await until(() => dimmedIn(page, 'slice').length === 0);
      expect(dimmedIn(page, 'entry')).to.deep.equal([]);
    });

    it(`R21: of a ${part} with the focus by keyboard stands out, until the focus leaves`, async () => {
      const page = await open('<ev-connection-pie></ev-connection-pie>');
      await sendKeys({ press: 'Tab' });
      ofStatus(page, part, 'online').focus();
      await until(() => dimmedIn(page, 'slice').length > 0);
      expect(dimmedIn(page, 'entry')).to.deep.equal(['offline', 'unknown']);
      ofStatus(page, part, 'online').blur();
      await until(() => dimmedIn(page, 'entry').length === 0);
    });
  }

  it('R21: goes from one to the next with the mouse', async () => {
    const page = await open('<ev-connection-pie></ev-connection-pie>');
    for (const [status, others] of [
      ['online', ['offline', 'unknown']],
      ['unknown', ['online', 'offline']],
    ] as const) {
      await hover(ofStatus(page, 'entry', status));
      await until(() => dimmedIn(page, 'entry').join() === others.join());
    }
  });

  it('R21: stands out in all views of its dimension under one provider, and in no other', async () => {
    const page = await open(
      '<ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend><ev-station-pie></ev-station-pie>',
    );
    await hover(ofStatus(page.querySelector('ev-status-legend')!, 'entry', 'offline'));
    const pie = page.querySelector('ev-connection-pie')!;
    await until(() => dimmedIn(pie, 'slice').length > 0);
    expect(dimmedIn(pie, 'slice')).to.deep.equal(['online', 'unknown']);
    expect(dimmedIn(page.querySelector('ev-station-pie')!, 'slice')).to.deep.equal([]);
  });

  it('R21: stands out for elements that were given the same provider as their property', async () => {
    const provider = providerOf();
    const page = mount<HTMLElement>(
      '<div><ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend></div>',
    );
    for (const view of page.children) Object.assign(view, { provider });
    const [pie, legend] = page.children;
    await until(() => parts(page, 'entry').length === 6);
    await settled(page);
    await hover(ofStatus(legend!, 'entry', 'unknown'));
    await until(() => dimmedIn(pie!, 'slice').length === 2);
  });

  it('R21: is told from the others on the map, whose markers stay untouched', async () => {
    const { map, pie } = await openMapBesidePie();
    const unknown = markersOn(map).filter(({ ariaLabel }) => ariaLabel!.includes('unknown'));
    expect(unknown.length).to.be.within(1, markersOn(map).length - 1);
    const before = markersOn(map).map(marker => [marker, marker.outerHTML]);
    const ringsOf = () =>
      unknown
        .map(marker => marker.querySelector('.ring'))
        .map(ring => ring && getComputedStyle(ring).backgroundImage);
    const rings = ringsOf();
    await hover(ofStatus(pie, 'entry', 'unknown'));
    const others = markersOn(map).filter(marker => !unknown.includes(marker));
    await until(() => others.every(marker => opacityOf(marker) < 1));
    expect(unknown.map(opacityOf)).to.deep.equal(unknown.map(() => 1));
    expect(ringsOf()).to.not.deep.equal(rings);
    expect(markersOn(map).map(marker => [marker, marker.outerHTML])).to.deep.equal(before);
    await resetMouse();
    await until(() => markersOn(map).every(marker => opacityOf(marker) === 1));
    expect(ringsOf()).to.deep.equal(rings);
  });

  it('R21: has nothing else recede once the legend hides it', async () => {
    const { map, pie } = await openMapBesidePie();
    await hover(ofStatus(pie, 'entry', 'unknown'));
    await until(() => markersOn(map).some(marker => opacityOf(marker) < 1));
    await clickOn(ofStatus(pie, 'entry', 'unknown'));
    await until(() => markersOn(map).every(marker => opacityOf(marker) === 1));
    expect(dimmedIn(pie, 'entry')).to.deep.equal([]);
  });

  it('R21: is let go of by a pie that leaves the page', async () => {
    const { map, pie } = await openMapBesidePie();
    await hover(ofStatus(pie, 'entry', 'unknown'));
    await until(() => markersOn(map).some(marker => opacityOf(marker) < 1));
    pie.remove();
    await until(() => markersOn(map).every(marker => opacityOf(marker) === 1));
    expect(canvasOf(map)).to.not.equal(null);
  });
});

describe('a tooltip', () => {
  beforeEach(() => resetMouse());
  afterEach(clearPage);

  async function openPie(trend?: TrendPoint[]) {
    const provider = new ControllableProvider();
    if (trend) provider.keepTrend(() => trend);
    const pie = mount<HTMLElement>('<ev-connection-pie></ev-connection-pie>', provider);
    await settled(pie);
    return { pie, provider };
  }

  /** Whether an element is beside another one, and in the viewport. */
  function isBeside(element: Element, target: Element): boolean {
    const [box, other] = [element, target].map(each => each.getBoundingClientRect());
    const isApart =
      box!.right <= other!.left ||
      box!.left >= other!.right ||
      box!.bottom <= other!.top ||
      box!.top >= other!.bottom;
    const isInside =
      box!.left >= 0 && box!.top >= 0 && box!.right <= innerWidth && box!.bottom <= innerHeight;
    return isApart && isInside;
  }

  const TREND = trendOf(
    'connection',
    [24 * 60, { online: 40, offline: 1008, unknown: 2 }],
    [60, { online: 42, offline: 5, unknown: 2 }],
  );

  for (const [part, action] of [
    ['slice', 'Show the list'],
    ['entry', 'Hide Offline'],
  ] as const) {
    it(`R28: of a ${part} says its number, its share of what is visible, and its change`, async () => {
      const { pie } = await openPie(TREND);
      await hover(ofStatus(pie, part, 'offline'));
      expect(await saidOf(pie)).to.equal(
        `Offline 8 16% 3 more than an hour ago 1,000 fewer than a day ago ${action}`,
      );
      const tooltip = tooltipOf(pie)!;
      expect(tooltip.matches(':popover-open')).to.equal(true);
      expect(isBeside(tooltip, ofStatus(pie, part, 'offline'))).to.equal(true);
      expect(tooltip.querySelectorAll('.worse').length).to.equal(1);
    });

    it(`WCAG 1.4.13: of a ${part} stays under the mouse, and goes with Escape, which moves no focus`, async () => {
      const { pie } = await openPie();
      const target = ofStatus(pie, part, 'offline');
      await sendKeys({ press: 'Tab' });
      target.focus();
      await until(() => tooltipOf(pie) !== undefined);
      await sendKeys({ press: 'Escape' });
      expect(tooltipOf(pie)).to.equal(undefined);
      expect(focused()).to.equal(target);
    });
  }

  it('WCAG 1.4.13: stays while the mouse is on it, and goes when the mouse leaves it', async () => {
    const page = await open('<ev-connection-pie></ev-connection-pie><ev-station-pie></ev-station-pie>');
    const [pie, other] = [...page.children] as [Element, Element];
    await hover(ofStatus(pie, 'entry', 'offline'));
    await until(() => tooltipOf(pie) !== undefined);
    await hover(tooltipOf(pie)!);
    // Another that comes and goes meanwhile takes longer than this one would be there without the mouse.
    point(ofStatus(other, 'slice', 'unknown'), 'pointerover');
    await until(() => tooltipOf(other) !== undefined);
    point(other, 'pointerleave');
    await until(() => tooltipOf(other) === undefined);
    expect(await saidOf(pie)).to.include('Offline');
    await resetMouse();
    await until(() => tooltipOf(pie) === undefined);
  });

  it('R21: of a hidden status says so, and is there with none to stand out', async () => {
    const { pie } = await openPie();
    await clickOn(ofStatus(pie, 'entry', 'offline'));
    await settled(pie);
    await resetMouse();
    await hover(ofStatus(pie, 'entry', 'offline'));
    expect(await saidOf(pie)).to.equal('Offline 8 hidden Show Offline');
    expect(dimmedIn(pie, 'entry')).to.deep.equal([]);
  });

  it('R22: of a status that nobody is in is there with none to stand out', async () => {
    const { pie, provider } = await openPie();
    provider.answers.counts = () => ({ online: 3, offline: 0, unknown: 0 });
    provider.tell();
    await settled(pie);
    await hover(ofStatus(pie, 'entry', 'offline'));
    expect(await saidOf(pie)).to.equal('Offline 0 0% Hide Offline');
    await settled(pie);
    expect(dimmedIn(pie, 'entry')).to.deep.equal([]);
  });

  it('R14: follows the data while it is there', async () => {
    const { pie, provider } = await openPie();
    await hover(ofStatus(pie, 'entry', 'offline'));
    expect(await saidOf(pie)).to.include('Offline 8 16%');
    const tooltip = tooltipOf(pie);
    provider.answers.counts = () => ({ online: 30, offline: 10, unknown: 0 });
    provider.tell();
    await settled(pie);
    expect(await saidOf(pie)).to.include('Offline 10 25%');
    expect(tooltipOf(pie)).to.equal(tooltip);
  });

  it('R23: is not said twice, and no other tooltip is there beside it', async () => {
    const { pie } = await openPie(TREND);
    for (const part of ['slice', 'entry']) {
      await hover(ofStatus(pie, part, 'offline'));
      await until(() => tooltipOf(pie) !== undefined);
      expect(tooltipOf(pie)!.ariaHidden).to.equal('true');
      for (const target of parts(pie, part)) {
        expect(target.title || target.querySelector('title')?.textContent || '').to.equal('');
        expect(target.ariaDescription).to.match(/(more|fewer|many) (than|as) an hour ago/);
      }
    }
  });

  it('is not there for a touch', async () => {
    const page = await open('<ev-connection-pie></ev-connection-pie><ev-station-pie></ev-station-pie>');
    const [touched, hovered] = [...page.children] as [Element, Element];
    point(ofStatus(touched, 'slice', 'unknown'), 'pointerover', 'touch');
    point(ofStatus(hovered, 'slice', 'unknown'), 'pointerover');
    await until(() => tooltipOf(hovered) !== undefined);
    expect(tooltipOf(touched)).to.equal(undefined);
  });

  it('leaves with its element', async () => {
    const { pie } = await openPie();
    await hover(ofStatus(pie, 'entry', 'offline'));
    await until(() => tooltipOf(pie) !== undefined);
    pie.remove();
    expect(tooltipOf(pie)).to.equal(undefined);
  });

  describe('on a map', () => {
    it('R15: of a group says how many are in each status, and what share of the group that is', async () => {
      const map = await openMap();
      const group = parts(map, 'cluster').at(0)!;
      await hover(group);
      const label = group.ariaLabel!;
      const said = await saidOf(map);
      expect(said.startsWith(`${label.split(',')[0]} `), said).to.equal(true);
      const count = Number(group.dataset.count);
      for (const [, number, status] of label.split(': ')[1]!.matchAll(/(\d+) (\w+)/g)) {
        const percent = Math.round((Number(number) / count) * 1000) / 10;
        expect(said.toLowerCase()).to.include(`${status} ${number} ${percent}%`);
      }
      expect(isBeside(tooltipOf(map)!, group)).to.equal(true);
    });

    it('R16: of a pin says its name as text, without what the legend hides', async () => {
      const map = await openMap();
      await hover(partOf(map, 'pin'));
      const said = await saidOf(map);
      expect(said).to.include('Central <b>bold</b> & "quoted" 3 stations Online 2 66.7% Offline 1 33.3%');
      expect(tooltipOf(map)!.querySelector('b')).to.equal(null);
    });

    it('R17: is not there where a popup is open, which Escape then closes', async () => {
      const { map, pie } = await openMapBesidePie();
      const pin = partOf(map, 'pin');
      await clickOn(pin);
      await until(() => partOf(map, 'popup').checkVisibility());
      await resetMouse();
      point(map, 'pointerleave');
      point(pin, 'pointerover');
      point(ofStatus(pie, 'slice', 'unknown'), 'pointerover');
      await until(() => tooltipOf(pie) !== undefined);
      expect(tooltipOf(map)).to.equal(undefined);
      for (const view of [pie, map]) point(view, 'pointerleave');
      await until(() => tooltipOf(pie) === undefined);
      await sendKeys({ press: 'Escape' });
      await until(() => !partOf(map, 'popup').checkVisibility());
      expect(focused()).to.equal(pin);
      expect(await saidOf(map)).to.include('Central');
    });

    it('R16: goes while the map moves', async () => {
      const map = await openMap();
      await hover(parts(map, 'cluster')[0]!);
      await until(() => tooltipOf(map) !== undefined);
      partOf(map, 'zoom-in').click();
      await until(() => tooltipOf(map) === undefined);
    });
  });
});
