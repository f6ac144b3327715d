import { expect } from 'chai';
import type { FeatureCollection } from 'geojson';
import type { MapLibreMap } from 'maplibre-gl';

import { boxObstacles, LabelObstacles } from '../../../src/render/map/label-obstacles.js';
import { HeldTimers } from '../../support/held-timers.js';

const markerOf = (size: number) => [{ point: { x: 0.5, y: 0.5 }, size }];

describe('what the labels of a map are kept clear of', () => {
  let timers: HeldTimers;
  /** The sizes of what the map was told, each time. */
  let told: number[][];
  let isMoving: boolean;
  /** What the map's style draws them from, where it has one yet. */
  let source: object | undefined;
  let obstacles: LabelObstacles;

  const sourceOfStyle = () => ({
    setData: ({ features }: FeatureCollection) =>
      told.push(features.map(({ properties }) => (properties as { size: number }).size)),
  });

  beforeEach(() => {
    timers = new HeldTimers();
    told = [];
    isMoving = false;
    source = sourceOfStyle();
    obstacles = new LabelObstacles({
      isMoving: () => isMoving,
      getSource: () => source,
    } as unknown as MapLibreMap);
  });
  afterEach(() => {
    obstacles.stop();
    timers.restore();
  });

  const after = (time: number) => new Promise(resolve => setTimeout(resolve, time));
  const soon = () => after(20);

  it('has a map that stands drawn anew for a flood of changes now and then, with what is there by then', async () => {
    obstacles.follow(() => markerOf(30), true);
    await soon();
    expect(told).to.deep.equal([[30]]);
    for (let size = 31; size <= 90; size++) obstacles.follow(() => markerOf(size), true);
    await soon();
    expect(told).to.deep.equal([[30]]);
    timers.pass(15_000);
    expect(told).to.deep.equal([[30], [90]]);
  });

  it('has nothing drawn anew where nothing is larger or elsewhere', async () => {
    obstacles.follow(() => markerOf(30), true);
    await soon();
    obstacles.follow(() => markerOf(30), true);
    timers.pass(15_000);
    expect(told).to.deep.equal([[30]]);
  });

  it('has names give way to what the reader brought up once they rest, however short ago a change was', async () => {
    obstacles.follow(() => markerOf(30), true);
    await soon();
    for (let size = 31; size <= 40; size++) {
      obstacles.follow(() => markerOf(size), false);
      await soon();
    }
    expect(told).to.deep.equal([[30]]);
    await after(650);
    expect(told).to.deep.equal([[30], [40]]);
    obstacles.follow(() => markerOf(50), true);
    await soon();
    expect(told).to.deep.equal([[30], [40]]);
  });

  it('leaves labels where they are in a movement, and places them at its end', async () => {
    isMoving = true;
    obstacles.follow(() => markerOf(30), true);
    await soon();
    expect(told).to.deep.equal([]);
    isMoving = false;
    obstacles.set(markerOf(30), markerOf(8));
    expect(told).to.deep.equal([[30, 8]]);
    // What was left out in the movement has nothing wait after it.
    obstacles.follow(() => markerOf(40), true);
    await soon();
    expect(told).to.deep.equal([
      [30, 8],
      [40, 8],
    ]);
  });

  it('tells a style that came later what was known before it', () => {
    const late = source;
    source = undefined;
    obstacles.set([], markerOf(8));
    expect(told).to.deep.equal([]);
    source = late;
    obstacles.give();
    expect(told).to.deep.equal([[8]]);
  });

  for (const [box, middles, size] of [
    [{ left: 10, top: 20, right: 40, bottom: 30 }, ['15,25', '25,25', '35,25'], 10],
    [{ left: -13, top: -20, right: -3, bottom: 5 }, ['-8,-15', '-8,-7.5', '-8,0'], 10],
    [{ left: 0, top: 0, right: 8, bottom: 8 }, ['4,4'], 8],
    [{ left: 0, top: 0, right: 0, bottom: 8 }, [], 0],
  ] as const) {
    it(`covers a box of ${box.right - box.left} by ${box.bottom - box.top} pixels with squares within it`, () => {
      const squares = boxObstacles(box, { x: 0.5, y: 0.25 }, 1024);
      const found = squares.map(({ point }) => `${(point.x - 0.5) * 1024},${(point.y - 0.25) * 1024}`);
      expect(found).to.deep.equal(middles);
      expect(squares.every(square => square.size === size)).to.equal(true);
    });
  }
});
