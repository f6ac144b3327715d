import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import type { Location } from '../../src/model/records.js';
import { canvasOf, markedOn, markersOn, providerOf, stands } from '../support/map-page.js';
import { location, station } from '../support/networks.js';
import { NO_GROUND } from '../support/no-ground.js';
import { clearPage, clickOn, heard, middleOf, mount, partOf, parts, until } from '../support/page.js';

/** One station of two is in trouble, so that each marker has a badge. */
const at = (longitude: number, latitude: number, id = `${longitude} ${latitude}`): Location =>
  location(id, [station(id), station(`${id} 2`, { connection: 'offline' })], { longitude, latitude });

const NOWHERE = location('Nowhere', [station('Nowhere')], { longitude: 0, latitude: 0 });

/** From Alaska to Fiji the long way around, and near both poles. */
const WORLDWIDE = [
  ...[at(-157.7, 20.9), at(-149.9, 61.2), at(178.4, -18.1), at(174.8, -41.3), at(-70.9, -53.2), at(25.8, 71)],
  ...[at(4.9, 52.4), at(139.7, 35.7), at(18.4, -33.9), at(-58.4, -34.6), at(15.6, 78.2)],
];

const COUNT = 2 * WORLDWIDE.length;

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

/** The numbers and badges that stand, if only in part, beneath what stands above the map, or past its edge. */
function coveredOf(map: Element, least = 5): string[] {
  const root = map.shadowRoot!;
  const controls = [...root.querySelectorAll('.controls > *, .zoom-buttons, .left-out')].map(each =>
    each.getBoundingClientRect(),
  );
  expect(controls.length).to.be.least(least);
  const frame = canvasOf(map)!.getBoundingClientRect();
  const read = markersOn(map).flatMap(marker => [...marker.querySelectorAll('.number, .badge')]);
  expect(read.some(({ className }) => className === 'badge')).to.equal(true);
  return read
    .filter(each => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const isOut = left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom;
      return (
        isOut ||
        controls.some(box => left < box.right && right > box.left && top < box.bottom && bottom > box.top)
      );
    })
    .map(each => `${each.className} of ${each.closest('button')!.ariaLabel}`);
}

async function open(style: string, locations: readonly Location[] = WORLDWIDE): Promise<StatusMap> {
  const map = mount<StatusMap>(
    `<ev-connection-map ${NO_GROUND} style="${style}"></ev-connection-map>`,
    providerOf(locations),
  );
  const placed = locations.filter(each => each !== NOWHERE);
  // Frames may be ahead of the answer for the size that the map has come to.
  await until(() => markedOn(map) === 2 * placed.length);
  await stands(map);
  return map;
}

describe('where a map looks', () => {
  afterEach(async () => {
    clearPage();
    await setViewport({ width: 800, height: 600 });
  });

  for (const width of [320, 480, 560, 744, 1440, 1680, 1920, 2560, 3840]) {
    it(`R16: all of a network around the world is in view at ${width} pixels, at first and after a fit, its numbers and badges clear of the controls`, async () => {
      await setViewport({ width, height: 900 });
      const map = await open('', [...WORLDWIDE, NOWHERE]);
      expect(inView(map)).to.equal(COUNT);
      expect(coveredOf(map)).to.deep.equal([]);
      const { clientWidth, clientHeight } = canvasOf(map)!;
      expect(clientHeight).to.be.within(Math.min(320, clientWidth), 860);
      map.center = '5,52';
      map.zoom = 9;
      await until(() => markedOn(map) < COUNT);
      await stands(map);
      await clickOn(partOf(map, 'fit'));
      await until(() => markedOn(map) === COUNT);
      await stands(map);
      expect(inView(map), 'after a fit').to.equal(COUNT);
      expect(coveredOf(map), 'after a fit').to.deep.equal([]);
    });
  }

  for (const [shape, style] of [
    ['wide', 'width: 1200px; height: 200px'],
    ['tall', 'width: 300px; height: 900px'],
    ['tiny', 'width: 200px; height: 150px'],
  ] as const) {
    it(`R16: all of it is in view in a ${shape} box, too`, async () => {
      await setViewport({ width: 1300, height: 1000 });
      const map = await open(style);
      expect(inView(map)).to.equal(COUNT);
    });
  }

  for (const [width, height, hasControls] of [
    [600, 220, true],
    [250, 200, false],
    [400, 160, false],
  ] as const) {
    it(`R16: a box of ${width} by ${height} pixels shows its whole map, numbers and badges clear of what it has room for`, async () => {
      const locations = [at(4.9, 52.4), at(5.1, 52.1), at(4.4, 51.9)];
      const map = await open(`width: ${width}px; height: ${height}px`, locations);
      expect(inView(map)).to.equal(2 * locations.length);
      expect(coveredOf(map, 4)).to.deep.equal([]);
      expect(partOf(map, 'fit').checkVisibility()).to.equal(hasControls);
      expect(partOf(map, 'zoom-in').checkVisibility()).to.equal(false);
      const { bottom } = map.getBoundingClientRect();
      const footer = partOf(map.shadowRoot!.querySelector('ev-panel')!, 'fullscreen').getBoundingClientRect();
      expect(canvasOf(map)!.getBoundingClientRect().bottom).to.be.at.most(footer.top);
      expect(footer.bottom).to.be.at.most(bottom);
    });
  }

  for (const [name, locations] of [
    [
      'on both sides of the antimeridian',
      [at(177.4, -17.8), at(179.9, -16.5), at(-179.9, -17), at(-178, -19)],
    ],
    ['at both poles', [at(10, 90), at(-170, -90), at(100, 84)]],
    ['of one location', [at(4.9, 52.4)]],
  ] as const) {
    it(`R16: a network ${name} is in view, as near as that allows`, async () => {
      await setViewport({ width: 1000, height: 700 });
      const map = await open('width: 900px; height: 500px', locations);
      expect(inView(map)).to.equal(2 * locations.length);
      if (name !== 'at both poles') expect(parts(map, 'pin').length).to.equal(locations.length);
    });
  }

  for (const [how, zoomIn] of [
    ['by keyboard', () => sendKeys({ press: '+' })],
    ['by its button', (map: StatusMap) => clickOn(partOf(map, 'zoom-in'))],
  ] as const) {
    it(`R16: a network that is in view stays so when the map gets another shape, until a reader zooms in ${how}`, async () => {
      await setViewport({ width: 1300, height: 1000 });
      const map = await open('width: 900px; height: 600px');
      Object.assign(map.style, { width: '300px', height: '800px' });
      await until(() => canvasOf(map)!.clientWidth < 300);
      await stands(map);
      expect(inView(map)).to.equal(COUNT);
      const views = heard<{ zoom: number }>(map, 'ev-view-change');
      canvasOf(map)!.focus();
      await zoomIn(map);
      await until(() => views.length > 0);
      await stands(map);
      const { zoom } = views.at(-1)!;
      map.style.height = '600px';
      await until(() => canvasOf(map)!.clientHeight < 600);
      await stands(map);
      expect(views.at(-1)!.zoom).to.equal(zoom);
    });
  }
});
