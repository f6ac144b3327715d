import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { Location } from '../../src/model/records.js';
import { accessibilityTree } from '../support/accessibility-tree.js';
import { press } from '../support/keys.js';
import { markedOn, markersOn, openMap, providerOf, stands } from '../support/map-page.js';
import { location, station } from '../support/networks.js';
import { clearPage, focused, partOf, parts, textOf, until } from '../support/page.js';
import { seeded } from '../support/random.js';

const LINKS = 'location-href="#/locations/{id}" station-href="#/stations/{id}"';

/** Locations in and around towns all over the world. */
function worldOf(count: number): Location[] {
  const random = seeded(11);
  const towns = Array.from({ length: 40 }, () => [340 * random() - 170, 100 * random() - 40] as const);
  const near = () => 3 * (random() - 0.5) ** 3;
  return Array.from({ length: count }, (_, index) => {
    const [longitude, latitude] = towns[index % towns.length]!;
    const place = { longitude: longitude + near(), latitude: latitude + near() };
    return location(`L${index}`, [station(`CS-${index}`)], place);
  });
}

describe('a map from the keyboard', () => {
  afterEach(clearPage);

  const popupOf = (map: Element) => partOf(map, 'popup');
  const isOpen = (map: Element) => popupOf(map).checkVisibility();
  const skipOf = (map: Element) => map.shadowRoot!.querySelector<HTMLElement>('button.skip')!;
  const isOnMarker = (map: Element) => markersOn(map).includes(focused() as HTMLElement);

  it('WCAG 1.3.1: is a list as well, with the most trouble first', async () => {
    const map = await openMap();
    const list = map.shadowRoot!.querySelector('ul.visually-hidden')!;
    expect(list.ariaLabel).to.equal('On the map, most trouble first: Charge Station Connection Status');
    expect([...list.children].map(each => textOf(each))).to.deep.equal([
      'Group of 4 locations, 4 stations: 2 online, 1 offline, 1 unknown',
      'Central <b>bold</b> & "quoted", 3 stations: 2 online, 1 offline',
    ]);
  });

  it("WCAG 2.1.1: leads from the world to a station's link in at most ten keys, the focus on a marker all the way", async () => {
    const locations = worldOf(800);
    const map = await openMap(LINKS, providerOf(locations));
    await until(() => markedOn(map) === locations.length);
    skipOf(map).focus();
    let keys = 0;
    const pressed = (key: string) => {
      keys++;
      return press(key);
    };
    await pressed('Tab');
    while (!isOpen(map)) {
      expect(isOnMarker(map), `after ${keys} keys`).to.equal(true);
      const before = focused();
      await pressed('Enter');
      await until(() => isOpen(map) || focused() !== before);
      await stands(map);
    }
    await until(() => focused() === popupOf(map));
    while (!focused()!.matches('a[href^="#/stations/"]')) await pressed('Tab');
    expect(keys).to.be.most(10);
  });

  it('WCAG 2.4.3: keeps the focus through a choice in a stack, back, and out again', async () => {
    const map = await openMap('center="13.4,52.5" zoom="9"');
    skipOf(map).focus();
    await press('Tab', 'Enter');
    await until(() => focused() === popupOf(map));
    await press('Tab', 'Tab');
    expect(textOf(focused()!)).to.include('Level two');
    await press('Enter');
    await until(() => focused() === popupOf(map));
    expect(textOf(popupOf(map))).to.include('CS-4');
    await press('Tab');
    expect(textOf(focused()!)).to.equal('Back');
    await press('Enter');
    await until(() => focused()!.matches('.open'));
    expect(textOf(focused()!)).to.include('Level two');
    await press('Escape');
    await until(() => !isOpen(map));
    expect(isOnMarker(map)).to.equal(true);
  });

  it('WCAG 2.4.3: leads from what a search found back to the search', async () => {
    const map = await openMap();
    partOf(map, 'search').focus();
    await sendKeys({ type: 'harb' });
    await until(() => parts(map, 'hit').length > 0);
    await press('Enter');
    await until(() => focused() === popupOf(map));
    await press('Escape');
    await until(() => !isOpen(map));
    expect(focused()).to.equal(partOf(map, 'search'));
  });

  it('WCAG 2.4.3: keeps the focus where the way back ends, by its button and by Backspace', async () => {
    for (const isByButton of [true, false]) {
      const map = await openMap();
      skipOf(map).focus();
      await press('Tab', 'End', 'Enter');
      await until(() => parts(map, 'back').length > 0);
      await stands(map);
      if (isByButton) partOf(map, 'back').focus();
      await press(isByButton ? 'Enter' : 'Backspace');
      await until(() => parts(map, 'back').length === 0);
      await stands(map);
      expect(isOnMarker(map)).to.equal(true);
    }
  });

  it('WCAG 4.1.2: is to assistive technology a toolbar of buttons that say what they hold, and a list', async () => {
    const map = await openMap();
    const told = await accessibilityTree();
    const toolbars = told.filter(({ role }) => role === 'toolbar').map(({ name }) => name);
    expect(toolbars).to.include('Groups and locations: Charge Station Connection Status');
    const names = told.filter(({ role }) => role === 'button').map(({ name }) => name);
    for (const marker of markersOn(map)) expect(names).to.include(marker.ariaLabel);
    expect(told.filter(({ role }) => role === 'listitem').length).to.equal(markersOn(map).length);
  });

  it('WCAG 2.4.1: is passed by one link, seen while it has the focus', async () => {
    const map = await openMap();
    const skip = skipOf(map);
    expect(skip.getBoundingClientRect().width).to.be.most(1);
    partOf(map, 'save').focus();
    await press('Tab');
    expect(focused()).to.equal(skip);
    expect(skip.getBoundingClientRect().width).to.be.above(60);
    expect(textOf(skip)).to.equal('Skip the Charge Station Connection Status map');
    await press('Enter');
    expect(textOf(focused()!)).to.equal('End of the Charge Station Connection Status map');
    await press('Tab');
    expect(focused()).to.equal(partOf(map, 'fullscreen', 'button'));
  });

  it('WCAG 2.1.1, 2.1.2: its markers are one stop, its zoom buttons another, its controls stay in reach, and Tab leads on to its end', async () => {
    const map = await openMap();
    skipOf(map).focus();
    const stops: Element[] = [];
    do {
      await press('Tab');
      stops.push(focused()!);
    } while (focused() !== partOf(map, 'fullscreen', 'button') && stops.length < 30);
    expect(stops.filter(stop => markersOn(map).includes(stop as HTMLElement)).length).to.equal(1);
    for (const part of ['trouble-only', 'search', 'fit', 'zoom-in'])
      expect(stops, part).to.include(partOf(map, part));
    expect(stops).to.not.include(partOf(map, 'zoom-out'));
    partOf(map, 'zoom-in').focus();
    await press('ArrowDown');
    expect(focused()).to.equal(partOf(map, 'zoom-out'));
    expect(stops.length).to.be.most(8);
  });
});
