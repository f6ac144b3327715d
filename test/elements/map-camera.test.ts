import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import type { Location } from '../../src/model/records.js';
import {
  canvasOf,
  LOCATIONS,
  markedOn,
  markersOn,
  openMap,
  providerOf,
  stands,
} from '../support/map-page.js';
import { location, station } from '../support/networks.js';
import { NO_GROUND } from '../support/no-ground.js';
import {
  clearPage,
  clickOn,
  everything,
  focused,
  heard,
  middleOf,
  mount,
  partOf,
  parts,
  settled,
  until,
} from '../support/page.js';
import { seeded } from '../support/random.js';

const at = (longitude: number, latitude: number, id = `${longitude} ${latitude}`): Location =>
  location(id, [station(id)], { longitude, latitude });

/** How many stations stand wholly within the map's own box, by the middles of their markers. */
function inView(map: Element): number {
  const box = canvasOf(map)!.getBoundingClientRect();
  return markersOn(map)
    .filter(marker => {
      const { x, y } = middleOf(marker);
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    })
    .reduce((sum, { dataset }) => sum + Number(dataset.count), 0);
}

describe('a click that goes nearer', () => {
  afterEach(async () => {
    clearPage();
    await setViewport({ width: 800, height: 600 });
  });

  it('R16: a click goes as near as the group allows: few lead from the world to a pin', async () => {
    await setViewport({ width: 1440, height: 900 });
    const random = seeded(5);
    const towns = Array.from({ length: 60 }, () => [360 * random() - 180, 100 * random() - 40] as const);
    const near = (wide: number) => wide * (random() - 0.5) ** 3;
    const locations = Array.from({ length: 3000 }, (_, index) => {
      const [longitude, latitude] = towns[index % towns.length]!;
      return at(longitude + near(4), latitude + near(3), String(index));
    });
    const map = mount<StatusMap>(
      `<ev-connection-map ${NO_GROUND} style="width: 1400px; height: 780px"></ev-connection-map>`,
      providerOf(locations),
    );
    await until(() => markedOn(map) === locations.length);
    await stands(map);
    let clicks = 0;
    while (parts(map, 'pin').length === 0) {
      const [largest] = parts(map, 'cluster').sort(
        (one, other) => +other.dataset.count! - +one.dataset.count!,
      );
      const size = Number(largest!.dataset.count);
      await clickOn(largest!);
      clicks++;
      await until(
        () => markersOn(map).length > 1 && markersOn(map).every(({ dataset }) => +dataset.count! < size),
      );
      await stands(map);
      expect(inView(map), 'all that the group held').to.be.least(size);
    }
    expect(clicks).to.be.within(2, 6);
  });

  it('WCAG 2.3.3: goes there at once, and nothing on the map moves, where motion is to be reduced', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const animated: Element[] = [];
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...given) {
      animated.push(this);
      return animate.apply(this, given);
    };
    try {
      const map = await openMap();
      const places: { zoom: number }[] = heard(map, 'ev-view-change');
      parts(map, 'cluster')[0]!.click();
      // One step, in the task of the click.
      expect(places.length).to.equal(1);
      await stands(map);
      expect(places.length).to.equal(1);
      expect(animated).to.deep.equal([]);
      // What takes a millisecond only tells that a style has changed.
      const moving = everything(map).filter(element => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        const longest = Math.max(...transitionDuration.split(',').map(parseFloat));
        return element.checkVisibility() && (animationName !== 'none' || longest > 0.001);
      });
      expect(moving.map(({ outerHTML }) => outerHTML.slice(0, 100))).to.deep.equal([]);
    } finally {
      Element.prototype.animate = animate;
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  describe('after a click that went nearer', () => {
    it('R16: goes back step by step, by its button and by Backspace, to where it looked before', async () => {
      await setViewport({ width: 1000, height: 700 });
      const map = await openMap();
      const views = heard<{ zoom: number; center: number[] }>(map, 'ev-view-change');
      expect(parts(map, 'back')).to.deep.equal([]);
      const before = markersOn(map).map(({ dataset }) => dataset.count);
      await clickOn(partOf(map, 'cluster'));
      await until(() => parts(map, 'cluster').every(({ dataset }) => dataset.count === '2'));
      await stands(map);
      const first = views.at(-1)!;
      await clickOn(
        parts(map, 'cluster').find(({ ariaLabel }) => ariaLabel!.includes('1 online, 1 offline'))!,
      );
      await until(() => parts(map, 'pin').length === 2);
      await stands(map);
      canvasOf(map)!.focus();
      await sendKeys({ press: 'Backspace' });
      await until(() => views.at(-1)!.zoom === first.zoom);
      expect(views.at(-1)!.center[0]).to.be.closeTo(first.center[0]!, 1e-6);
      await clickOn(partOf(map, 'back'));
      await until(() => parts(map, 'back').length === 0);
      await stands(map);
      expect(markersOn(map).map(({ dataset }) => dataset.count)).to.deep.equal(before);
      expect(markersOn(map), 'the focus is not lost with the button').to.include(focused());
    });

    it('R16: forgets the way back where the whole network is shown, or a host says where to look', async () => {
      for (const leave of [
        (map: StatusMap) => clickOn(partOf(map, 'fit')),
        (map: StatusMap) => Object.assign(map, { center: '10,50' }),
      ]) {
        const map = await openMap();
        await clickOn(partOf(map, 'cluster'));
        await until(() => parts(map, 'back').length === 1);
        await leave(map);
        await until(() => parts(map, 'back').length === 0);
        clearPage();
      }
    });

    it('R16: takes Backspace in the search for what it is', async () => {
      const map = await openMap();
      await clickOn(partOf(map, 'cluster'));
      await until(() => parts(map, 'back').length === 1);
      (partOf(map, 'search') as HTMLInputElement).focus();
      await sendKeys({ type: 'x' });
      await sendKeys({ press: 'Backspace' });
      await settled(map);
      expect(parts(map, 'back').length).to.equal(1);
    });

    it('R16: leads back from what a search found', async () => {
      const map = await openMap();
      const before = LOCATIONS.flatMap(({ stations }) => stations).length;
      await until(() => markedOn(map) === before);
      (partOf(map, 'search') as HTMLInputElement).focus();
      await sendKeys({ type: 'CS-2' });
      await until(() => parts(map, 'hit').length > 0);
      await sendKeys({ press: 'Enter' });
      await until(() => partOf(map, 'popup').checkVisibility());
      await clickOn(partOf(map, 'back'));
      await until(() => markedOn(map) === before);
      expect(partOf(map, 'popup').checkVisibility()).to.equal(false);
    });
  });
});
