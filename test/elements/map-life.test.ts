import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { ViewChangeDetail } from '../../src/elements/events.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { laidOut } from '../support/layout.js';
import {
  canvasOf,
  colorAt,
  keepDrawings,
  markersOn,
  openMap,
  openWorldMap,
  stands,
} from '../support/map-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import { spyOnRequests } from '../support/request-spy.js';
import { screenshotOf } from '../support/screenshot.js';
import {
  clearPage,
  clickOn,
  focused,
  heard,
  middleOf,
  mount,
  partOf,
  settled,
  textOf,
  until,
} from '../support/page.js';

const PIN = {
  id: 'A',
  name: 'Harbour',
  longitude: 4,
  latitude: 52,
  stations: 1,
  counts: { online: 1, offline: 0, unknown: 0 },
};

const serving = () => {
  const provider = new ControllableProvider();
  provider.answers.mapItems = () => [PIN];
  provider.answers.bounds = () => [4, 52, 4, 52];
  return provider;
};

/** A map off Brazil's coast, with its inland in the west and the Atlantic in the east, and what is drawn there of either. */
async function openCoast() {
  const provider = serving();
  provider.answers.mapItems = () => [{ ...PIN, longitude: -35, latitude: -8 }];
  const map = await openWorldMap('center="-35,-8" zoom="4"', provider);
  const sea = () => colorAt(canvasOf(map)!, 200, 40);
  const brightness = () => sea()[0]! + sea()[1]! + sea()[2]!;
  return { map, land: () => colorAt(canvasOf(map)!, -150, 40), sea, brightness };
}

describe("a map's life", () => {
  const { warn, error } = console;
  let warnings: string[] = [];
  let undo: () => void = () => undefined;

  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
  });

  afterEach(() => {
    Object.assign(console, { warn, error });
    undo();
    undo = () => undefined;
    clearPage();
  });

  /** How far the only pin's tip is from the middle of the map, in pixels. */
  function distanceFromMiddle(map: StatusMap): number {
    const [middle, pin] = [middleOf(canvasOf(map)!), partOf(map, 'pin').getBoundingClientRect()];
    return Math.hypot(pin.left + pin.width / 2 - middle.x, pin.bottom - middle.y);
  }

  it('R16: center and zoom say where it first looks, and move it when they change', async () => {
    const provider = serving();
    const map = await openMap('center="4,52" zoom="7"', provider);
    await settled(map);
    await until(() => distanceFromMiddle(map) < 8);
    const asked = provider.questions('mapItems').at(-1)!.about;
    expect(asked).to.include({ dimension: 'connection', zoom: 7 });
    map.center = '5,52';
    await until(() => distanceFromMiddle(map) > 150);
    map.zoom = 5;
    await until(() => distanceFromMiddle(map) < 60);
    map.removeAttribute('center');
    map.removeAttribute('zoom');
    await settled(map);
    expect(warnings).to.deep.equal([]);
  });

  it('names the center and the zoom that it cannot understand, and shows the network instead', async () => {
    const map = await openMap('center="52 north" zoom="near"', serving());
    await until(() => distanceFromMiddle(map) < 8);
    expect(warnings).to.deep.equal([
      '<ev-connection-map> center is "52 north"; expected "longitude,latitude" in degrees.',
      '<ev-connection-map> zoom is "near"; expected a number, 0 or more.',
    ]);
    map.center = '4,91';
    await settled(map);
    expect(warnings[2]).to.include('"4,91"');
  });

  it('R24: a style that cannot be had leaves the map usable, and its error says which', async () => {
    const errors: Error[] = [];
    console.error = (problem: Error) => void errors.push(problem);
    const map = await openMap('map-style="/no-such-style.json" center="4,52" zoom="5"', serving());
    await until(() => errors.length > 0);
    expect(errors[0]!.message).to.include('no-such-style.json');
    expect(markersOn(map).length).to.equal(1);
  });

  it('R24: asks no one outside the page for anything, and really draws land and sea', async () => {
    undo = keepDrawings();
    const spy = spyOnRequests();
    const { land, sea } = await openCoast();
    await until(() => land()[3] === 255 && sea()[3] === 255 && land().join() !== sea().join());
    expect(spy.outside()).to.deep.equal([]);
    spy.restore();
  });

  it('R24: is drawn in the scheme that the page changes to while it runs', async () => {
    undo = keepDrawings();
    const { map, sea, brightness } = await openCoast();
    for (const [scheme, isShown] of [
      ['light', () => brightness() > 450],
      ['dark', () => brightness() < 250],
      ['light', () => brightness() > 450],
    ] as const) {
      map.style.colorScheme = scheme;
      await until(() => sea()[3] === 255 && isShown());
    }
  });

  it("R24: is dark for a reader who prefers that, where only the page's meta element allows both schemes", async () => {
    undo = keepDrawings();
    const meta = document.createElement('meta');
    Object.assign(meta, { name: 'color-scheme', content: 'light dark' });
    document.head.append(meta);
    await emulateMedia({ colorScheme: 'dark' });
    try {
      const { sea, brightness } = await openCoast();
      await until(() => sea()[3] === 255 && brightness() < 250);
      await emulateMedia({ colorScheme: 'light' });
      await until(() => brightness() > 450);
    } finally {
      meta.remove();
      await emulateMedia({ colorScheme: 'light' });
    }
  });

  it('R15: takes the colours of the place that it is moved to', async () => {
    const provider = serving();
    const { longitude, latitude } = PIN;
    provider.answers.mapItems = () => [
      { longitude, latitude, counts: { online: 2 }, locations: 2, expansionZoom: 9 },
    ];
    const map = await openMap('', provider);
    const place = document.createElement('section');
    map.parentElement!.append(place);
    for (const color of [
      [10, 20, 200],
      [200, 20, 10],
    ]) {
      place.style.setProperty('--ev-color-connection-online', `rgb(${color.join()})`);
      place.append(map);
      await settled(map);
      const [group] = markersOn(map);
      // Once it has opened: the map was attached anew.
      await until(() => group!.getAnimations().length === 0);
      const { x, y } = middleOf(group!);
      const { colorAt } = await screenshotOf(group!);
      const ring = colorAt(x, y - 0.8 * (group!.offsetWidth / 2));
      for (const channel of [0, 1, 2]) expect(ring[channel]).to.be.closeTo(color[channel]!, 12);
    }
  });

  it('WCAG 1.4.1: has the patterns that came to be wanted while it was not shown', async () => {
    const provider = serving();
    const { longitude, latitude } = PIN;
    provider.answers.mapItems = () => [
      { longitude, latitude, counts: { online: 2, offline: 1 }, locations: 2, expansionZoom: 9 },
    ];
    const map = await openMap('', provider);
    const hasPatterns = () => !!map.shadowRoot!.querySelector('.ring-pattern');
    for (const patterns of ['1', '0']) {
      map.style.display = 'none';
      map.style.setProperty('--ev-patterns', patterns);
      // In a frame, in which it is seen no more.
      await laidOut(map);
      map.style.display = '';
      await until(() => hasPatterns() === (patterns === '1'));
    }
  });

  it('keeps its drawing and its data when it is moved in the page', async () => {
    const provider = serving();
    const map = await openMap('', provider);
    const [canvas, before] = [canvasOf(map), provider.questions('mapItems').length];
    const place = document.createElement('section');
    map.parentElement!.append(place);
    provider.isPaused = true;
    place.append(map);
    await settled(map);
    expect(canvasOf(map)).to.equal(canvas);
    expect(markersOn(map).length).to.equal(1);
    provider.resume();
    await until(() => provider.questions('mapItems').length === before + 1);
    expect(provider.subscriptions).to.be.above(0);
  });

  it('R16: asks where the whole network is at first and when it is to show it, not with each change', async () => {
    const provider = serving();
    const map = await openMap('', provider);
    const asked = () => provider.questions('bounds').length;
    await until(() => distanceFromMiddle(map) < 8);
    const before = asked();
    for (let change = 0; change < 3; change++) {
      provider.tell();
      await settled(map);
    }
    expect(asked()).to.equal(before);
    provider.answers.bounds = () => [-60, 0, 60, 60];
    const views = heard<ViewChangeDetail>(map, 'ev-view-change');
    await clickOn(partOf(map, 'fit'));
    await until(() => views.length > 0);
    expect(asked()).to.equal(before + 1);
    expect(views.at(-1)!.center[0]).to.be.closeTo(0, 0.1);
  });

  it('R16: does not ask where the network is where its place is given', async () => {
    const provider = serving();
    await openMap('center="4,52" zoom="7"', provider);
    expect(provider.questions('bounds')).to.deep.equal([]);
  });

  it('frees its map, its GPU context and its subscriptions when it is removed, and starts anew if it comes back', async () => {
    const provider = serving();
    const map = await openMap('', provider);
    const [canvas, place] = [canvasOf(map)!, map.parentElement!];
    map.remove();
    await settled(map);
    expect(canvasOf(map)).to.equal(null);
    expect(canvas.getContext('webgl2')!.isContextLost()).to.equal(true);
    expect(provider.subscriptions).to.equal(0);
    place.append(map);
    await until(() => markersOn(map).length === 1 && canvasOf(map) !== null);
  });

  it('R17: keeps an open popup beside its place when it was removed and comes back', async () => {
    const provider = serving();
    provider.answers.location = () => ({ ...PIN, stations: [] });
    const map = await openMap('center="4,52" zoom="7"', provider);
    partOf(map, 'pin').click();
    const popup = partOf(map, 'popup');
    await until(() => !popup.hidden);
    const place = map.parentElement!;
    map.remove();
    await settled(map);
    place.append(map);
    await until(() => canvasOf(map) !== null && markersOn(map).length === 1);
    // Aside, but so far from the edge that the popup has room above its pin.
    map.show({ center: [4.4, 52], zoom: 7 });
    const apart = () => Math.abs(middleOf(popup).x - middleOf(partOf(map, 'pin')).x);
    await until(() => distanceFromMiddle(map) > 60);
    await until(() => !popup.hidden && apart() < 2);
  });

  describe('where its GPU context is lost', () => {
    const lose = (map: StatusMap) => {
      const extension = canvasOf(map)!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
      extension.loseContext();
      return extension;
    };
    const note = (map: StatusMap) => textOf(partOf(map, 'note'));

    it('says so, its markers move on with the map, and it draws its ground again once it can, in the colours of then', async () => {
      undo = keepDrawings();
      const { map, sea, brightness } = await openCoast();
      await until(() => sea()[3] === 255 && brightness() > 450);
      const context = lose(map);
      await until(() => note(map).includes('cannot be drawn just now'));
      expect(getComputedStyle(canvasOf(map)!).opacity).to.equal('0');
      const views = heard<ViewChangeDetail>(map, 'ev-view-change');
      await clickOn(partOf(map, 'zoom-in'));
      await until(() => views.some(({ zoom }) => zoom === 5));
      map.center = '-30,-8';
      await until(() => distanceFromMiddle(map) > 60);
      map.style.colorScheme = 'dark';
      await settled(map);
      context.restoreContext();
      await until(() => note(map) === '' && sea()[3] === 255 && brightness() < 250);
      expect(getComputedStyle(canvasOf(map)!).opacity).to.equal('1');
      expect(distanceFromMiddle(map)).to.be.above(60);
    });

    it('is made anew, where it looked, when it is seen again', async () => {
      const map = await openMap('', serving());
      map.show({ center: [4.4, 52], zoom: 7 });
      await until(() => distanceFromMiddle(map) > 60);
      await stands(map);
      const [canvas, distance] = [canvasOf(map), distanceFromMiddle(map)];
      lose(map);
      await until(() => note(map) !== '');
      map.style.display = 'none';
      await laidOut(map);
      map.style.display = '';
      await until(() => !!canvasOf(map) && canvasOf(map) !== canvas && markersOn(map).length === 1);
      await stands(map);
      expect(note(map)).to.equal('');
      expect(canvasOf(map)!.getContext('webgl2')!.isContextLost()).to.equal(false);
      expect(distanceFromMiddle(map)).to.be.closeTo(distance, 2);
    });

    /** Has a map be out of view and seen again, by which it is made anew. */
    async function seeAgain(map: StatusMap): Promise<void> {
      const canvas = canvasOf(map);
      map.style.translate = '0 5000px';
      await laidOut(map);
      map.style.translate = '';
      await until(() => !!canvasOf(map) && canvasOf(map) !== canvas && markersOn(map).length === 1);
      await stands(map);
    }

    it('has its markers where they belong when its size changes meanwhile', async () => {
      const map = await openMap('center="4,52" zoom="7"', serving());
      lose(map);
      await until(() => note(map) !== '');
      const views = heard<ViewChangeDetail>(map, 'ev-view-change');
      map.style.width = '360px';
      const middle = () => middleOf(map.shadowRoot!.querySelector('.map')!).x;
      await until(() => Math.abs(middleOf(partOf(map, 'pin')).x - middle()) < 2 && views.length > 0);
      expect(canvasOf(map)!.clientWidth).to.be.below(400);
      const { bbox, zoom } = views.at(-1)!;
      expect(zoom).to.equal(7);
      expect(bbox[2] - bbox[0]).to.be.closeTo((360 * canvasOf(map)!.clientWidth) / (512 * 2 ** 7), 0.01);
    });

    it('says nothing of it any more when it was removed and comes back', async () => {
      const map = await openMap('', serving());
      lose(map);
      await until(() => note(map) !== '');
      const place = map.parentElement!;
      map.remove();
      await settled(map);
      place.append(map);
      await until(() => canvasOf(map) !== null && markersOn(map).length === 1);
      await settled(map);
      expect(note(map)).to.equal('');
    });

    it('keeps its markers where no other context can be had when it is seen again', async () => {
      const map = await openMap('', serving());
      const canvas = canvasOf(map)!;
      lose(map);
      await until(() => note(map) !== '');
      map.style.translate = '0 5000px';
      await laidOut(map);
      const { getContext } = HTMLCanvasElement.prototype;
      const refused = new Promise<void>(resolve => {
        HTMLCanvasElement.prototype.getContext = (() => {
          resolve();
          return null;
        }) as typeof getContext;
      });
      undo = () => (HTMLCanvasElement.prototype.getContext = getContext);
      map.style.translate = '';
      await refused;
      await laidOut(map);
      expect(canvasOf(map)).to.equal(canvas);
      expect(markersOn(map).length).to.equal(1);
      expect(map.matches(':state(error)')).to.equal(false);
    });

    for (const [what, target] of [
      ['a marker', (map: StatusMap) => partOf(map, 'pin')],
      ['the map', (map: StatusMap) => canvasOf(map)!],
    ] as const) {
      it(`WCAG 2.4.3: gives the focus back to ${what} when it is made anew`, async () => {
        const map = await openMap('', serving());
        lose(map);
        await until(() => note(map) !== '');
        target(map).focus();
        await seeAgain(map);
        await until(() => focused() === target(map));
      });
    }

    it('R16: stays where a reader moved it when it is made anew and its data changes', async () => {
      const provider = serving();
      const map = await openMap('', provider);
      const views = heard<ViewChangeDetail>(map, 'ev-view-change');
      await clickOn(partOf(map, 'zoom-out'));
      await until(() => views.length > 0);
      await stands(map);
      const { zoom } = views.at(-1)!;
      lose(map);
      await until(() => note(map) !== '');
      await seeAgain(map);
      const before = provider.questions('mapItems').length;
      provider.tell();
      await until(() => provider.questions('mapItems').length > before);
      await settled(map);
      await stands(map);
      expect(provider.questions('mapItems').at(-1)!.about).to.include({ zoom });
      expect(provider.questions('bounds').length).to.equal(1);
    });
  });

  it('is made only when it is seen', async () => {
    const below = mount(
      `<div><p style="height: 3000px"></p><ev-connection-map ${NO_GROUND}></ev-connection-map></div>`,
    );
    const map = below.lastElementChild as StatusMap;
    map.provider = serving();
    await settled(below);
    await until(() => map.matches(':not(:state(loading))'));
    expect(canvasOf(map)).to.equal(null);
    map.scrollIntoView();
    await until(() => markersOn(map).length === 1);
  });

  it('R14: keeps its markers while it is stale, in error and loading, and says so', async () => {
    const provider = serving();
    const map = await openMap('', provider);
    for (const status of ['stale', 'error', 'loading'] as const) {
      provider.become(status);
      await settled(map);
      expect(map.matches(`:state(${status})`), status).to.equal(true);
      expect(markersOn(map).length).to.equal(1);
    }
  });

  it('R14: where the first data cannot be had, says so in place of the map, and has nothing else to press', async () => {
    const provider = serving();
    provider.fail(new Error('The line is down.'));
    const map = mount<StatusMap>('<ev-connection-map></ev-connection-map>', provider);
    await until(() => !!canvasOf(map));
    const area = map.shadowRoot!.querySelector('.area')!;
    expect(textOf(partOf(map, 'error', '.notice'))).to.include('The line is down.');
    const isInReach = (element: Element) => !element.closest('[inert]');
    const stops = [...area.querySelectorAll('button, input, [tabindex="0"]')].filter(isInReach);
    expect(stops.map(textOf)).to.deep.equal(['Try again']);
    const { left, top, width, height } = area.getBoundingClientRect();
    for (const [across, down] of [
      [0.02, 0.05],
      [0.98, 0.05],
      [0.98, 0.5],
      [0.98, 0.98],
    ] as const)
      expect(map.shadowRoot!.elementFromPoint(left + across * width, top + down * height)).to.equal(
        area.querySelector('.cover'),
      );
    provider.resume();
    provider.become('ready');
    await until(() => markersOn(map).length === 1);
    expect(isInReach(canvasOf(map)!)).to.equal(true);
    expect(partOf(map, 'fit').checkVisibility()).to.equal(true);
  });

  it('says why where there is no map to be had', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = (() => null) as typeof getContext;
    undo = () => (HTMLCanvasElement.prototype.getContext = getContext);
    const map = mount<StatusMap>(`<ev-connection-map ${NO_GROUND}></ev-connection-map>`, serving());
    await until(() => map.matches(':state(error)'));
    expect(textOf(partOf(map, 'error', '.notice'))).to.include('The map cannot be drawn here.');
  });
});
