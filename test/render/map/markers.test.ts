import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';

import type { MapItem } from '../../../src/model/questions.js';
import { worldSizeAt } from '../../../src/render/map/projection.js';
import { MarkerLayer } from '../../../src/render/map/markers.js';
import type { Projection } from '../../../src/render/map/projection.js';
import { seeded } from '../../support/random.js';
import {
  badgeOf,
  group,
  location,
  lookAt,
  markerOptions,
  markersOf,
  middleOf,
  stage,
} from './map-support.js';

/** How many changes a piece of work makes to what stands under a root. */
async function changesUnder(root: Node, work: () => void): Promise<number> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver(list => records.push(...list));
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  work();
  await Promise.resolve();
  records.push(...observer.takeRecords());
  observer.disconnect();
  return records.length;
}

describe('the markers of a map', () => {
  let root: ShadowRoot;
  let host: HTMLElement;
  let layer: MarkerLayer;
  let options: ReturnType<typeof markerOptions>;

  // Where a marker is does not depend on when it is looked at.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  beforeEach(() => {
    const made = stage(600, 400);
    ({ root, host } = made);
    options = markerOptions();
    layer = new MarkerLayer(options);
    layer.appendTo(made.container, made.map);
    layer.project(lookAt(10, 30, 1));
  });

  afterEach(() => {
    layer.remove();
    host.remove();
  });

  /** The map moves there, and stands. */
  function moveTo(projection: Projection): void {
    layer.project(projection);
    layer.settle();
  }

  const marker = (index = 0) => markersOf(root)[index]!;

  it('R15: draws a group as a pie of its statuses with their number', () => {
    layer.setItems([group(10, 50)]);
    expect(marker().getAttribute('part')).to.equal('cluster');
    expect(marker().dataset.count).to.equal('40');
    expect(marker().textContent!.trim()).to.equal('40');
  });

  it('R26: tell how many are in trouble: nothing where none is, and short where it is many', () => {
    for (const [offline, short] of [
      [0, undefined],
      [3, '3'],
      [450, '450'],
      [999, '999'],
      [1_234, '1.2K'],
      [21_900, '22K'],
    ] as const) {
      layer.setItems([group(10, 50, { counts: { online: 21_900 - offline, offline, unknown: 0 } })]);
      expect(marker().dataset.trouble).to.equal(offline > 0 ? String(offline) : undefined);
      expect(badgeOf(marker())).to.equal(short);
      expect(marker().textContent!.trim()).to.equal('21.9K');
    }
  });

  it('R26: a pin tells how many are in trouble, beside its number where it holds several', () => {
    for (const [online, offline, badge] of [
      [1, 0, undefined],
      [0, 1, undefined],
      [2, 1, '1'],
      [0, 3, '3'],
    ] as const) {
      layer.setItems([location('a', 10, 50, { counts: { online, offline, unknown: 0 } })]);
      expect(marker().dataset.trouble).to.equal(offline > 0 ? String(offline) : undefined);
      expect(badgeOf(marker())).to.equal(badge);
    }
  });

  it('R21, R26: what the legend hides is no trouble', () => {
    layer.setItems([group(10, 50), location('a', 12, 50, { counts: { online: 1, offline: 2, unknown: 0 } })]);
    expect(markersOf(root).map(({ dataset }) => dataset.trouble)).to.deep.equal(['2', '2']);
    layer.setItems(
      [group(10, 50), location('a', 12, 50, { counts: { online: 1, offline: 2, unknown: 0 } })],
      new Set(['offline']),
    );
    expect(markersOf(root).map(({ dataset }) => dataset.trouble)).to.deep.equal([undefined, undefined]);
  });

  it('R26: trouble that comes and goes adds a badge of two elements to a marker, and leaves none of them', () => {
    const well = group(10, 50, { counts: { online: 40, offline: 0, unknown: 0 } });
    layer.setItems([well]);
    const before = marker().querySelectorAll('*').length;
    layer.setItems([group(10, 50)]);
    expect(marker().querySelectorAll('*').length).to.equal(before + 2);
    layer.setItems([well]);
    expect(marker().querySelectorAll('*').length).to.equal(before);
  });

  it('R15: writes large numbers short', () => {
    const withOnline = (online: number, longitude: number) =>
      group(longitude, 50, { counts: { online, offline: 0, unknown: 0 } });
    layer.setItems([withOnline(9_999, 1), withOnline(12_345, 2)]);
    const short = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 }).format(
      12_345,
    );
    expect(markersOf(root).map(button => button.textContent!.trim())).to.deep.equal([
      new Intl.NumberFormat().format(9_999),
      short,
    ]);
    expect(markersOf(root).map(button => button.dataset.count)).to.deep.equal(['9999', '12345']);
  });

  it('R16: draws a single location as a pin with its number of stations, its tip at the place', () => {
    moveTo(lookAt(10, 50, 4));
    layer.setItems([location('a', 10, 50)]);
    expect(marker().getAttribute('part')).to.equal('pin');
    expect(marker().dataset.count).to.equal('3');
    const { left, width, bottom } = marker().getBoundingClientRect();
    expect(left + width / 2).to.be.closeTo(300, 0.6);
    expect(bottom).to.be.closeTo(200, 0.6);
  });

  it('R21: neither draws nor counts a hidden status, nor an item that has nothing else', () => {
    const silent = location('silent', 12, 50, { counts: { online: 0, offline: 4, unknown: 0 } });
    layer.setItems([group(10, 50), silent], new Set(['offline']));
    expect(markersOf(root).map(button => button.dataset.count)).to.deep.equal(['38']);
    expect(marker().getAttribute('aria-label')).to.equal('12: 38,0,0');
    layer.setItems([group(10, 50), silent]);
    expect(markersOf(root).map(button => button.dataset.count)).to.deep.equal(['40', '4']);
  });

  it('says what it holds to a screen reader, names as text', () => {
    layer.setItems([location('a', 10, 50, { name: '<img src=x onerror=alert(1)>"Depot"' })]);
    expect(marker().getAttribute('aria-label')).to.include('<img src=x onerror=alert(1)>"Depot"');
    expect(root.querySelector('img')).to.equal(null);
  });

  it('stand from west to east, whatever order they came in', () => {
    layer.setItems([location('east', 30, 50), group(-20, 10), location('middle', 5, 60)]);
    layer.setItems([
      location('middle', 5, 60),
      location('new', 7, 0),
      location('east', 30, 50),
      group(-20, 10),
    ]);
    expect(markersOf(root).map(button => button.getAttribute('aria-label')!.split(':')[0])).to.deep.equal([
      '12',
      'middle',
      'new',
      'east',
    ]);
  });

  it('touch nothing when the same items come again', async () => {
    const items = () => [group(10, 50), location('a', 12, 50)];
    layer.setItems(items());
    expect(await changesUnder(root, () => layer.setItems(items()))).to.equal(0);
  });

  it('touch only the marker whose counts changed, and keep its element', async () => {
    layer.setItems([group(10, 50), location('a', 12, 50)]);
    const [cluster, pin] = markersOf(root);
    const changed = group(10, 50, { counts: { online: 37, offline: 3, unknown: 0 } });
    expect(await changesUnder(pin!, () => layer.setItems([changed, location('a', 12, 50)]))).to.equal(0);
    expect(markersOf(root)).to.deep.equal([cluster, pin]);
    expect(cluster!.getAttribute('aria-label')).to.equal('12: 37,3,0');
  });

  it('are buttons only where they are in view, and keep the focus also beyond it', () => {
    moveTo(lookAt(10, 50, 4));
    layer.setItems([location('here', 10, 50), location('there', 40, 50)]);
    const labels = () => markersOf(root).map(button => button.getAttribute('aria-label')!.split(':')[0]);
    expect(labels()).to.deep.equal(['here']);
    marker().focus();
    moveTo(lookAt(40, 50, 4));
    expect(labels()).to.deep.equal(['here', 'there']);
    expect(root.activeElement).to.equal(marker());
    marker().blur();
    moveTo(lookAt(41, 50, 4));
    expect(labels()).to.deep.equal(['there']);
  });

  it('R16: move as one element when the map is panned, and not at all when it stands still', async () => {
    moveTo(lookAt(10, 50, 4));
    layer.setItems([group(10, 50), location('a', 12, 50), location('b', 13, 51)]);
    const before = middleOf(marker());
    expect(await changesUnder(root, () => layer.project(lookAt(10, 50, 4)))).to.equal(0);
    expect(await changesUnder(root, () => layer.project(lookAt(11, 50, 4)))).to.equal(1);
    expect(middleOf(marker()).x).to.be.closeTo(before.x - worldSizeAt(4) / 360, 0.6);
  });

  it('R15: stand where the map shows their place, at every zoom', () => {
    layer.setItems([group(-60, -30)]);
    for (const zoom of [1, 4.3, 12, 22]) {
      moveTo(lookAt(-60, -30, zoom));
      expect(middleOf(marker()).x).to.be.closeTo(300, 0.6);
      expect(middleOf(marker()).y).to.be.closeTo(200, 0.6);
    }
  });

  it('R15: take on their size again once a zoom has ended', () => {
    layer.setItems([group(-60, -30), location('a', -59, -30)]);
    const sizes = () => markersOf(root).map(button => Math.round(button.getBoundingClientRect().width));
    const before = sizes();
    layer.project(lookAt(-60, -30, 4.5));
    expect(middleOf(marker()).x).to.be.closeTo(300, 0.6);
    layer.settle();
    expect(sizes()).to.deep.equal(before);
    expect(middleOf(marker()).x).to.be.closeTo(300, 0.6);
    expect(middleOf(marker(1)).x).to.be.closeTo(300 + worldSizeAt(4.5) / 360, 0.6);
  });

  it('R26: have their badges within the map where they stand at its edge', () => {
    const degrees = (pixels: number) => (360 * pixels) / worldSizeAt(1);
    layer.setItems([group(10 + degrees(270), 30), group(10 - degrees(270), 30)]);
    layer.settle();
    for (const each of markersOf(root)) {
      const { left, right } = each.querySelector('.badge')!.getBoundingClientRect();
      expect(left >= 0 && right <= 600, `${left} to ${right}`).to.equal(true);
    }
  });

  it('R15 R16 R26: look after any changes as if they had been drawn at once', () => {
    const random = seeded(1);
    const boxOf = (element: Element | null) => JSON.stringify(element?.getBoundingClientRect());
    const looks = (where: ParentNode) =>
      markersOf(where).map(button => ({
        label: button.ariaLabel,
        number: button.querySelector('.number')!.textContent,
        badge: badgeOf(button),
        ring: button.querySelector<HTMLElement>('.ring')?.style.cssText,
        sign: button.querySelector('.sign')?.innerHTML,
        boxes: [button, button.querySelector('.badge'), button.querySelector('.sign')].map(boxOf),
        level: getComputedStyle(button).zIndex,
        fontSize: getComputedStyle(button).fontSize,
      }));
    const counts = () => ({
      online: random.pick([0, 9, 10, 99, 100, 9_999, 20_000]) + random.below(2),
      offline: random.pick([0, 0, 1, 9, 10, 950, 1_000, 1_500]),
      unknown: 1,
    });
    const places = [0, 2, 4, 30].map(longitude => longitude + 3 * random.below(2));
    for (let change = 0; change < 60; change++) {
      const items = places.flatMap((longitude, at): MapItem[] => {
        if (random.chance(0.05)) return [];
        const moved = random.chance(0.05) ? 1 : 0;
        return at % 2
          ? [group(longitude, 40, { counts: counts() })]
          : [location(`l${at}`, longitude + moved, 41, { counts: counts() })];
      });
      layer.setItems(items);
      const other = stage(600, 400);
      const anew = new MarkerLayer(options);
      anew.appendTo(other.container, other.map);
      anew.project(lookAt(10, 30, 1));
      anew.setItems(items);
      expect(looks(root), `change ${change}`).to.deep.equal(looks(other.root));
      anew.remove();
      other.host.remove();
    }
  });

  it('R15: stand on the nearer side of the antimeridian, and change sides as the map is panned', () => {
    layer.setItems([group(-179, 0)]);
    moveTo(lookAt(179, 0, 4));
    expect(middleOf(marker()).x).to.be.closeTo(300 + (2 / 360) * worldSizeAt(4), 1);
    moveTo(lookAt(-178, 0, 4));
    expect(middleOf(marker()).x).to.be.closeTo(300 - (1 / 360) * worldSizeAt(4), 1);
  });

  it('stay exact after a leap across the world at the nearest zoom', () => {
    layer.setItems([location('far', 150, 30)]);
    moveTo(lookAt(-10, 50, 22));
    moveTo(lookAt(150, 30, 22));
    expect(middleOf(marker()).x).to.be.closeTo(300, 0.6);
  });

  it('R16: are buttons: a click and the keyboard select the item', () => {
    const items: MapItem[] = [group(10, 50), location('a', 12, 50)];
    layer.setItems(items);
    marker(0).click();
    marker(1).click();
    expect(options.selected).to.deep.equal(items);
    expect(marker().localName).to.equal('button');
    expect((marker() as HTMLButtonElement).type).to.equal('button');
  });

  it('R16: select what they hold now, not what they held when they were first drawn', () => {
    layer.setItems([location('a', 10, 50)]);
    const renewed = location('a', 10, 50, { name: 'Renamed' });
    layer.setItems([renewed]);
    marker().click();
    expect(options.selected).to.deep.equal([renewed]);
  });

  it('R16: take a double click as one', () => {
    layer.setItems([group(10, 50)]);
    let reachedTheMap = 0;
    root.addEventListener('dblclick', () => reachedTheMap++);
    for (const detail of [1, 2]) marker().dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    marker().dispatchEvent(new MouseEvent('dblclick', { bubbles: true, detail: 2 }));
    expect(options.selected.length).to.equal(1);
    expect(reachedTheMap).to.equal(0);
  });

  it('keep the focus of a marker that stays, also when it moves', () => {
    layer.setItems([group(10, 50), location('a', 12, 50)]);
    const pin = marker(1);
    pin.focus();
    layer.setItems([location('new', 1, 50), group(10, 50, { locations: 11 }), location('a', 12, 50)]);
    expect(root.activeElement).to.equal(pin);
    layer.setItems([location('a', 0, 50), location('new', 1, 50)]);
    expect(root.activeElement).to.equal(pin);
  });

  it('R16: hand the focus of a group that opens to the nearest marker', () => {
    layer.setItems([group(10, 50)]);
    marker().focus();
    layer.setItems([location('far', -40, 20), location('near', 10.1, 50)]);
    expect((root.activeElement as HTMLElement).getAttribute('aria-label')).to.include('near');
  });

  it('R16: come out of the group that opens, in under 250 ms, and at once where motion is not wanted', async () => {
    const twins = () => [location('a', 10, 50), location('b', 30, 50)];
    layer.setItems([group(20, 50)]);
    layer.setItems(twins());
    expect(root.getAnimations()).to.deep.equal([]);
    await emulateMedia({ reducedMotion: 'no-preference' });
    try {
      layer.setItems([group(20, 50)]);
      const opening = middleOf(marker()).x;
      layer.setItems(twins());
      const [west, east] = markersOf(root);
      expect(middleOf(west!).x).to.be.closeTo(opening, 1);
      expect(middleOf(east!).x).to.be.closeTo(opening, 1);
      for (const animation of root.getAnimations()) {
        expect(animation.effect!.getComputedTiming().endTime).to.be.below(250);
        animation.finish();
      }
      expect(middleOf(east!).x - middleOf(west!).x).to.be.closeTo((20 / 360) * worldSizeAt(1), 1);
    } finally {
      await emulateMedia({ reducedMotion: 'reduce' });
    }
  });

  it('are large enough to hit', () => {
    layer.setItems([location('a', 10, 50), group(20, 50, { counts: { online: 2, offline: 0, unknown: 0 } })]);
    for (const button of markersOf(root)) {
      expect(button.offsetWidth).to.be.least(24);
      expect(button.offsetHeight).to.be.least(24);
    }
  });

  it('R15: grow with what they hold', () => {
    const sizes = [2, 50, 5_000].map((online, index) =>
      group(40 * index - 30, 50, { counts: { online, offline: 0, unknown: 0 } }),
    );
    layer.setItems(sizes);
    const widths = markersOf(root).map(button => button.offsetWidth);
    expect(widths).to.deep.equal([...widths].sort((one, other) => one - other));
    expect(new Set(widths).size).to.equal(3);
    expect(widths[0]).to.be.least(34);
    expect(widths[2]).to.be.most(64);
  });

  it('leave nothing behind', () => {
    layer.setItems([group(10, 50)]);
    layer.remove();
    expect(root.querySelectorAll('.markers, .marker').length).to.equal(0);
  });
});
