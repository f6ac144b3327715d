import type { Case, Measurement, Quantity } from './measurement.js';
import { network, records } from './networks.js';
import { isShown, mapStands, openOverview, parts } from './overview.js';
import { frame, must, nextTask, wait } from './timing.js';

const TURNS = 21;
/** A screen and a zoom with some 250 groups in view. */
const VIEWPORT = { width: 2560, height: 1440 };
const ZOOM = 3.1;

function isInView(marker: HTMLElement): boolean {
  const { left, top, right, bottom } = marker.getBoundingClientRect();
  return marker.checkVisibility() && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}

async function* run({ network: kind, locations }: Case): AsyncGenerator<Quantity> {
  const overview = openOverview();
  overview.map.setAttribute('center', '10,30');
  overview.map.setAttribute('zoom', String(ZOOM));
  await mapStands(overview);
  overview.arrive({ locations: records(network(kind!, locations!)) });
  await isShown(overview);
  await wait(1000);
  const markers = [...parts(overview.map, 'cluster'), ...parts(overview.map, 'pin')].filter(isInView).length;
  const entry = parts(overview.pie, 'entry').find(({ dataset }) => dataset.status === 'available')!;
  const samples: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    await wait(50);
    await frame();
    const started = performance.now();
    entry.click();
    await nextTask();
    const sample = performance.now() - started;
    const isHidden = !parts(overview.pie, 'slice').some(({ dataset }) => dataset.status === 'available');
    must(isHidden === (turn % 2 === 0), 'the pie does not show what the legend says');
    if (turn > 0) samples.push(sample);
  }
  yield* [
    { quantity: 'a legend toggle', unit: 'ms', samples },
    { quantity: 'markers in view', unit: 'count', samples: [markers] },
  ];
}

export const measurement: Measurement = {
  title: 'A legend toggle',
  includes: {
    'ev-widgets':
      'a click on the legend of `ev-evse-pie` until that pie, its legend and `ev-evse-map` are drawn without that status, or with it again: script, style, layout and paint',
  },
  // It asks the engine nothing: what counts is the number of markers.
  cases: ({ sizes, networks }) => [
    {
      subject: 'ev-widgets',
      network: networks[0],
      locations: Math.min(100_000, Math.max(...sizes)),
      viewport: VIEWPORT,
    },
  ],
  run,
};
