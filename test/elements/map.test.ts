import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { FilterChangeDetail, ViewChangeDetail } from '../../src/elements/events.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import type { Location, Station } from '../../src/model/records.js';
import { HOUR } from '../../src/model/time.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import {
  LOCATIONS,
  canvasOf,
  markedOn,
  markersOn,
  openMap,
  providerOf,
  stands,
} from '../support/map-page.js';
import { laidOut } from '../support/layout.js';
import { NO_GROUND } from '../support/no-ground.js';
import {
  changesIn,
  clearPage,
  clickOn,
  focused,
  heard,
  middleOf,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

const PAIR = 'center="4.48,51.925" zoom="6"';

describe('a map', () => {
  afterEach(clearPage);

  it('R2, R15: shows the whole network, those near each other as donuts with their number', async () => {
    const map = await openMap();
    await until(() => markersOn(map).length === 2);
    const [group, pin] = [partOf(map, 'cluster'), partOf(map, 'pin')];
    expect([group.dataset.count, pin.dataset.count]).to.deep.equal(['4', '3']);
    expect(group.textContent!.trim()).to.equal('4');
    expect([group.dataset.trouble, pin.dataset.trouble], 'R26').to.deep.equal(['1', '1']);
    expect(group.getAttribute('aria-label')).to.equal(
      'Group of 4 locations, 4 stations: 2 online, 1 offline, 1 unknown',
    );
  });

  it('R26: the EVSE map marks where EVSEs are faulted', async () => {
    const map = await openMap('', providerOf(), 'ev-evse-map');
    await until(() => markedOn(map) === 5);
    expect(markersOn(map).map(({ dataset }) => dataset.trouble)).to.deep.equal(['1', undefined]);
  });

  it('R15: the EVSE map counts EVSEs of online stations by their own statuses', async () => {
    const map = await openMap('', providerOf(), 'ev-evse-map');
    await until(() => markedOn(map) === 5);
    expect(
      partOf(map, 'pin')
        .getAttribute('aria-label')!
        .replace(/[\u2068\u2069]/g, ''),
    ).to.equal('Central <b>bold</b> & "quoted", 2 EVSEs: 1 available, 1 charging');
  });

  it('R16: a click splits a group of two into those two, with their number of stations', async () => {
    const map = await openMap(PAIR);
    await until(() => markersOn(map).some(({ dataset }) => dataset.count === '2'));
    const views = heard<ViewChangeDetail>(document, 'ev-view-change');
    await clickOn(partOf(map, 'cluster', '[data-count="2"]'));
    await until(() => parts(map, 'pin').length === 2);
    expect(parts(map, 'pin').map(({ dataset }) => dataset.count)).to.deep.equal(['1', '1']);
    // The pins may be there before the map stands.
    await until(() => views.length > 0);
    const view = views.at(-1)!;
    expect(JSON.parse(JSON.stringify(view))).to.deep.equal(view);
    expect(view.zoom).to.be.above(6);
    expect(view.center[0]).to.be.within(view.bbox[0], view.bbox[2]);
  });

  it('R16: scrolling in splits a group too, and scrolling out brings it back', async () => {
    const map = await openMap('center="4.48,51.925" zoom="8.5"');
    await until(() => parts(map, 'cluster').length === 1);
    const views = heard<ViewChangeDetail>(map, 'ev-view-change');
    const scroll = async (deltaY: number, isThere: (zoom: number) => boolean) => {
      do {
        const { x, y } = middleOf(canvasOf(map)!);
        const at = { clientX: x, clientY: y, bubbles: true, cancelable: true, composed: true };
        const before = views.length;
        canvasOf(map)!.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY }));
        // A notch at a time: several at once could go past both pins.
        await until(() => views.length > before);
      } while (!isThere(views.at(-1)!.zoom));
    };
    await scroll(-120, zoom => zoom >= 11);
    await until(() => parts(map, 'pin').length === 2);
    expect(parts(map, 'cluster')).to.deep.equal([]);
    await scroll(120, zoom => zoom < 11);
    await until(() => parts(map, 'cluster').length > 0);
  });

  it('R16: a group on one exact point lists its locations instead, each of which can be opened', async () => {
    const map = await openMap('center="13.4,52.5" zoom="9"');
    const views = heard(map, 'ev-view-change');
    const stack = () => partOf(map, 'cluster', '[data-count="2"]');
    await until(() => parts(map, 'cluster').length === 1);
    await clickOn(stack());
    const popup = partOf(map, 'popup');
    await until(() => popup.checkVisibility());
    expect(textOf(popup)).to.include('2 locations at this point');
    expect(views).to.deep.equal([]);
    const names = [...popup.querySelectorAll<HTMLElement>('button.open')];
    expect(names.map(name => textOf(name))).to.deep.equal([
      'Level one 1 station 1 × Online',
      'Level two 1 station 1 × Unknown',
    ]);
    // The map moves where the popup needs room.
    await stands(map);
    await clickOn(names[1]!);
    await settled(map);
    expect(textOf(popup)).to.include('CS-4');
    await stands(map);
    await clickOn([...popup.querySelectorAll('button')].find(({ textContent }) => textContent === 'Back')!);
    await settled(map);
    expect(textOf(popup)).to.include('Level one');
  });

  it('R16: locations of one name at one point are told apart by ID, place and the status of their EVSEs', async () => {
    const named = (id: string, more: Partial<Location>): Location => ({
      id,
      name: 'Level one',
      latitude: 52.5,
      longitude: 13.4,
      stations: [],
      ...more,
    });
    const station = (id: string, status: string, connection: Station['connection']) => ({
      id,
      connection,
      evses: [{ id: '1', status }],
    });
    const provider = providerOf([
      named('L1', {
        country: 'DE',
        operator: 'Volt',
        stations: [station('A', 'Faulted', 'online'), station('B', 'Charging', 'offline')],
      }),
      named('L2', { stations: [station('C', 'Available', 'online')] }),
    ]);
    const map = await openMap('center="13.4,52.5" zoom="9"', provider, 'ev-evse-map');
    await clickOn(partOf(map, 'cluster'));
    const popup = partOf(map, 'popup');
    await until(() => popup.checkVisibility());
    const entries = [...popup.querySelectorAll<HTMLElement>('button.open')];
    expect(entries.map(entry => textOf(entry))).to.deep.equal([
      'Level one 2 stations · L1 · Volt · DE 1 × Faulted',
      'Level one 1 station · L2 1 × Available',
    ]);
  });

  it("R27: a pin's popup says what is wrong since when, what was said of it, and what is only last known", async () => {
    const provider = new ControllableProvider();
    provider.answers.mapItems = () => [
      { id: 'L', longitude: 0, latitude: 0, counts: { charging: 1 }, stations: 2 },
    ];
    const evses = [{ id: '1', status: 'charging' as const, reported: 'SuspendedEV' }];
    provider.answers.location = id => ({
      id,
      longitude: 0,
      latitude: 0,
      stations: [
        {
          id: 'A',
          connection: 'online',
          status: 'faulted',
          evses,
          faultedSince: AS_OF - 3 * HOUR,
          faultedSinceIs: 'stated',
          errorCode: 'GroundFailure',
          info: 'Outlet 2 locked',
        },
        { id: 'B', connection: 'offline', status: 'unknown', evses },
      ],
    });
    const map = await openMap('center="0,0" zoom="3"', provider, 'ev-evse-map');
    await clickOn(partOf(map, 'pin'));
    const popup = partOf(map, 'popup');
    await until(() => popup.checkVisibility());
    const says = (id: string) => textOf(popup.querySelector(`[data-station-id="${id}"]`)!);
    expect(says('A')).to.include('1 Charging SuspendedEV');
    expect(says('A')).to.include('Faulted since: 3 hr. ago stated GroundFailure · Outlet 2 locked');
    expect(says('B')).to.include('1 last known: Charging SuspendedEV');
    expect(says('B')).to.include('Offline since: not known');
  });

  it("R17: a click on a pin shows the location's name, its stations' IDs and their statuses", async () => {
    const map = await openMap();
    await clickOn(partOf(map, 'pin'));
    const popup = partOf(map, 'popup');
    await until(() => popup.checkVisibility());
    const text = textOf(popup);
    expect(text).to.include('Central <b>bold</b> & "quoted"');
    for (const [id, connection, status] of [
      ['CS-5', 'Online', 'Enabled'],
      ['CS/6?', 'Online', 'Enabled'],
      ['CS-7', 'Offline', 'Unknown'],
    ] as const) {
      const station = popup.querySelector(`[data-station-id="${id}"]`)!;
      expect(textOf(station)).to.match(
        new RegExp(`^${id.replace('?', '\\?')} Connection ${connection} Status ${status} `),
      );
    }
    expect(text).to.include('1 min. ago');
    expect(focused()).to.equal(popup);
  });

  it('R17: gives the focus to the map where its pin has gone out of view when it closes', async () => {
    const map = await openMap('center="-50,-10" zoom="6"');
    await clickOn(partOf(map, 'pin'));
    const popup = partOf(map, 'popup');
    await until(() => focused() === popup);
    map.center = '10,50';
    await until(() => parts(map, 'pin').every(pin => pin.dataset.count !== '3'));
    await sendKeys({ press: 'Escape' });
    await until(() => focused() === canvasOf(map));
  });

  it('R17: is reached, opened and closed from the keyboard, and the focus comes back to its pin', async () => {
    const map = await openMap();
    const popup = partOf(map, 'popup');
    const pin = partOf(map, 'pin');
    canvasOf(map)!.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(pin);
    await sendKeys({ press: 'Enter' });
    await until(() => popup.checkVisibility());
    await sendKeys({ press: 'Escape' });
    await until(() => !popup.checkVisibility());
    expect(focused()).to.equal(pin);
  });

  it('R17: a press on the map closes the popup', async () => {
    const map = await openMap();
    const popup = partOf(map, 'popup');
    await clickOn(partOf(map, 'pin'));
    await until(() => popup.checkVisibility());
    // The map makes room for its popup.
    await stands(map);
    await clickOn(popup.querySelector('[aria-label="Close"]')!);
    await until(() => !popup.checkVisibility());
    await clickOn(partOf(map, 'pin'));
    await until(() => popup.checkVisibility());
    const { left, top } = canvasOf(map)!.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left) + 20, Math.round(top) + 20] });
    await until(() => !popup.checkVisibility());
  });

  it('R21: what the legend hides leaves the pie and the map of its section, and comes back to both', async () => {
    const section = mount(
      `<ev-data-provider><ev-connection-map ${NO_GROUND}></ev-connection-map><ev-connection-pie></ev-connection-pie></ev-data-provider>`,
      providerOf(),
    );
    await until(() => markersOn(section).length === 2 && parts(section, 'entry').length > 0);
    const changes = heard<FilterChangeDetail>(section, 'ev-filter-change');
    await clickOn(ofStatus(section, 'entry', 'online'));
    await until(() => markedOn(section) === 3);
    expect(parts(section, 'slice').map(({ dataset }) => dataset.status)).to.deep.equal([
      'offline',
      'unknown',
    ]);
    expect(partOf(section, 'cluster').getAttribute('aria-label')).to.include(
      '2 stations: 1 offline, 1 unknown',
    );
    for (const status of ['offline', 'unknown']) await clickOn(ofStatus(section, 'entry', status));
    await until(() => markersOn(section).length === 0);
    const map = section.querySelector('ev-connection-map')!;
    expect(map.matches(':state(empty)')).to.equal(true);
    await clickOn(partOf(map, 'empty').querySelector('button')!);
    await until(() => markedOn(section) === 7);
    expect(parts(section, 'slice').length).to.equal(3);
    expect(changes.at(-1)).to.deep.equal({ dimension: 'connection', hidden: [] });
  });

  it('R10: touches nothing on the page while the answers stay the same', async () => {
    const provider = new ControllableProvider();
    const counts = { online: 2, offline: 1, unknown: 0 };
    const group = { longitude: 10, latitude: 50, counts, locations: 2, expansionZoom: 6 };
    provider.answers.mapItems = () => [group, { id: 'A', longitude: -50, latitude: 0, counts, stations: 3 }];
    const map = await openMap('center="0,20" zoom="0"', provider);
    await laidOut(map);
    const changes = changesIn(map);
    const before = provider.questions('mapItems').length;
    provider.tell();
    await settled(map);
    expect(provider.questions('mapItems').length).to.equal(before + 1);
    expect(changes()).to.equal(0);
    counts.offline = 2;
    provider.tell();
    await settled(map);
    expect(changes()).to.be.above(0);
  });

  it('stations without a usable position are said to be missing on the map', async () => {
    const nowhere = { id: 'X', latitude: 0, longitude: 0, stations: [{ id: 'CS-X' }] };
    const map = await openMap('', providerOf([...LOCATIONS, nowhere]));
    await settled(map);
    expect(textOf(partOf(map, 'left-out'))).to.match(/^1 station without a usable position/);
    expect(markedOn(map)).to.equal(7);
  });

  it('brings the whole network back into view', async () => {
    const map: StatusMap = await openMap(PAIR);
    await clickOn(partOf(map, 'fit'));
    await until(() => markedOn(map) === 7 && parts(map, 'pin').length === 1);
  });
});
