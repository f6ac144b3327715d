import { sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { canvasOf, markersOn, providerOf, stands } from '../support/map-page.js';
import { location, station } from '../support/networks.js';
import { NO_GROUND } from '../support/no-ground.js';
import { clearPage, clickOn, middleOf, mount, partOf, parts, until } from '../support/page.js';

/** Where pins stand on the map, as shares of its width and height. */
const PLACES = [
  [0.5, 0.5],
  [0.94, 0.5],
  [0.2, 0.2],
  [0.05, 0.97],
] as const;

const STATIONS = Array.from({ length: 6 }, (_, index) => station(`CS-${index}`));

describe("a popup's place", () => {
  afterEach(async () => {
    clearPage();
    await setViewport({ width: 800, height: 600 });
  });

  async function open(width: number): Promise<StatusMap> {
    await setViewport({ width, height: 900 });
    const map = mount<StatusMap>(
      `<ev-connection-map ${NO_GROUND} center="0.0001,0" zoom="8"></ev-connection-map>`,
      providerOf([location('A', STATIONS, { longitude: 0.0001, latitude: 0 })]),
    );
    await until(() => markersOn(map).length > 0);
    await stands(map);
    return map;
  }

  /** The open popup is in the map, and points to the pin without covering it. */
  function judge(map: StatusMap, what: string): void {
    const [popup, area] = [partOf(map, 'popup'), canvasOf(map)!].map(element =>
      element.getBoundingClientRect(),
    );
    const pin = partOf(map, 'pin').getBoundingClientRect();
    const [box, frame] = [popup!, area!];
    const isInside =
      box.left >= frame.left &&
      box.right <= frame.right &&
      box.top >= frame.top &&
      box.bottom <= frame.bottom;
    expect(isInside, `${what}: inside the map`).to.equal(true);
    const isApart =
      box.right <= pin.left || box.left >= pin.right || box.bottom <= pin.top || box.top >= pin.bottom;
    expect(isApart, `${what}: clear of its pin`).to.equal(true);
    const pointer = map.shadowRoot!.querySelector<HTMLElement>('.map-pointer')!;
    const { side } = pointer.dataset;
    const { left, right, top, bottom } = pointer.getBoundingClientRect();
    const tip = {
      above: { x: (left + right) / 2, y: bottom },
      below: { x: (left + right) / 2, y: top },
      left: { x: right, y: (top + bottom) / 2 },
      right: { x: left, y: (top + bottom) / 2 },
    }[side as 'above'];
    // The pin is round within the square that was turned to point down; its tip is the square's lowest corner.
    const head = middleOf(partOf(map, 'pin'));
    const radius = partOf(map, 'pin').offsetWidth / 2;
    const distance = Math.min(
      Math.hypot(tip.x - head.x, tip.y - head.y) - radius,
      Math.hypot(tip.x - head.x, tip.y - pin.bottom),
    );
    expect(pointer.checkVisibility(), `${what}: points`).to.equal(true);
    expect(distance, `${what}: from the pointer to the pin`).to.be.within(2, 8);
  }

  for (const width of [320, 744, 1440]) {
    it(`R17: is beside its pin and points to it, wherever that is in a map ${width} pixels wide`, async () => {
      const map = await open(width);
      for (const [across, down] of PLACES) {
        const canvas = canvasOf(map)!;
        // So many degrees that the pin comes to stand there: at zoom 8 a world is 131,072 pixels.
        const perPixel = 360 / (512 * 2 ** 8);
        map.center = `${(0.5 - across) * canvas.clientWidth * perPixel},${(down - 0.5) * canvas.clientHeight * perPixel}`;
        await stands(map);
        await clickOn(partOf(map, 'pin'));
        await until(() => partOf(map, 'popup').checkVisibility());
        await stands(map);
        judge(map, `pin at ${across}, ${down}`);
        await clickOn(partOf(map, 'popup').querySelector('[aria-label="Close"]')!);
        await until(() => !partOf(map, 'popup').checkVisibility());
      }
      expect(parts(map, 'pin').length).to.equal(1);
    });
  }

  it('R26: leaves the badge of the marker that it stands beside readable', async () => {
    await setViewport({ width: 800, height: 600 });
    const map = mount<StatusMap>(
      `<ev-connection-map ${NO_GROUND} center="0.3,0" zoom="8" style="width: 700px; height: 300px"></ev-connection-map>`,
      providerOf([
        location('A', [...STATIONS, station('CS-6', { connection: 'offline' })], {
          longitude: 0,
          latitude: 0.0001,
        }),
      ]),
    );
    await until(() => markersOn(map).length > 0);
    await stands(map);
    const badge = () => partOf(map, 'pin').querySelector('.badge')!.getBoundingClientRect();
    await clickOn(partOf(map, 'pin'));
    const popup = partOf(map, 'popup');
    await until(() => popup.checkVisibility());
    await stands(map);
    expect(popup.dataset.side).to.equal('right');
    expect(badge().right).to.be.most(popup.getBoundingClientRect().left);
    await clickOn(popup.querySelector('[aria-label="Close"]')!);
    await until(() => badge().left > middleOf(partOf(map, 'pin')).x);
  });

  it('R17: makes room again where a reader has moved the map', async () => {
    const map = await open(320);
    await clickOn(partOf(map, 'pin'));
    await until(() => partOf(map, 'popup').checkVisibility());
    await stands(map);
    const { left, bottom } = canvasOf(map)!.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left) + 12, Math.round(bottom) - 12] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(left) + 22, Math.round(bottom) - 60] });
    await sendMouse({ type: 'move', position: [Math.round(left) + 22, Math.round(bottom) - 90] });
    await sendMouse({ type: 'up' });
    await stands(map);
    judge(map, 'after a drag');
  });
});
