import type { MapItem } from '../../src/model/questions.js';
import { drawnNextFrame, ourMap } from '../peers/our-map.js';
import { stage } from '../peers/peer.js';
import { drag } from './hands.js';
import type { Case, Measurement, Quantity } from './measurement.js';
import { frame, must, wait } from './timing.js';

declare function mainThreadSeconds(): Promise<number>;

const MARKERS = 300;
const COLUMNS = 20;
const PAN = 1000;
const TURNS = 5;

/** Groups all over the view, 30 pixels apart. */
function markers(): MapItem[] {
  return Array.from({ length: MARKERS }, (_, index) => ({
    longitude: 10 + 5.2 * ((index % COLUMNS) - COLUMNS / 2),
    latitude: 30 + 4.4 * (Math.floor(index / COLUMNS) - MARKERS / COLUMNS / 2),
    counts: { available: 10 + index, charging: 7, faulted: index % 3, undefined: 2 },
    locations: 12,
    expansionZoom: 8,
  }));
}

async function* run(): AsyncGenerator<Quantity> {
  const place = stage();
  const map = await ourMap(place);
  const root = place.shadowRoot!;
  const canvas = root.querySelector<HTMLElement>('.maplibregl-canvas')!;
  await wait(500);
  const bare: number[] = [];
  const full: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const [items, samples] of [
      [[], bare],
      [markers(), full],
    ] as const) {
      await drawnNextFrame(map, items);
      const { length: count } = [...root.querySelectorAll('[part="cluster"]')].filter(marker =>
        marker.checkVisibility(),
      );
      must(count === items.length, `${count} markers are on the map`);
      // New markers grow into place.
      await Promise.all(root.getAnimations().map(({ finished }) => finished));
      await wait(300);
      await frame();
      const before = await mainThreadSeconds();
      const [start] = map.camera.center;
      let farthest = 0;
      const frames = await drag(canvas, PAN, () => {
        farthest = Math.max(farthest, Math.abs(map.camera.center[0] - start));
      });
      must(farthest > 1, `the map was dragged ${farthest} degrees`);
      const spent = (1000 * ((await mainThreadSeconds()) - before)) / frames;
      if (turn > 0) samples.push(spent);
    }
  }
  yield* [
    { quantity: 'a frame of a pan, bare map', unit: 'ms/frame', samples: bare },
    { quantity: `a frame of a pan, ${MARKERS} markers`, unit: 'ms/frame', samples: full },
    {
      quantity: 'added by the markers',
      unit: 'ms/frame',
      samples: full.map((spent, turn) => spent - bare[turn]!),
    },
  ];
}

export const measurement: Measurement = {
  title: 'Panning with 300 markers in view',
  includes: {
    'ev-widgets': `processor time of the page’s main thread a frame, while the mouse drags our map for ${PAN} ms: bare, then with ${MARKERS} markers, in turns`,
  },
  cases: (): Case[] => [{ subject: 'ev-widgets' }],
  run,
};
