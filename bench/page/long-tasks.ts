import { drag, wheel } from './hands.js';
import type { Case, Measurement, Quantity } from './measurement.js';
import { network, records } from './networks.js';
import { isShown, mapStands, openOverview } from './overview.js';
import { pool, streamOf } from './stream.js';
import { wait } from './timing.js';

const CHANGES_A_SECOND = 10_000;
const WITH_US = 'ev-widgets';
const WITHOUT = 'MapLibre alone';
/** The browser calls a task long from here on, in milliseconds. */
const LONG = 50;

/** Collects tasks over 50 ms on the page's main thread. */
class LongTasks {
  private durations: number[] = [];
  private readonly observer = new PerformanceObserver(list => {
    this.durations.push(...list.getEntries().map(({ duration }) => duration));
  });

  constructor() {
    this.observer.observe({ type: 'longtask' });
  }

  /** Those so far; clears them. */
  async take(): Promise<number[]> {
    // The browser reports them a moment later.
    await wait(200);
    return this.durations.splice(0);
  }
}

async function panAndZoom(canvas: HTMLElement): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await drag(canvas, 800);
    await wheel(canvas, -120, 300);
    await wait(600);
    await drag(canvas, 800);
    await wheel(canvas, 120, 300);
    await wait(600);
  }
}

function quantitiesOf(name: string, durations: number[]): Quantity[] {
  return [
    { quantity: `${name}: tasks over ${LONG} ms`, unit: 'count', samples: [durations.length] },
    { quantity: `${name}: the longest of them`, unit: 'ms', samples: [Math.max(0, ...durations)] },
  ];
}

async function* run({ subject, network: kind, locations }: Case): AsyncGenerator<Quantity> {
  const tasks = new LongTasks();
  const overview = openOverview();
  await mapStands(overview);
  const canvas = overview.map.shadowRoot!.querySelector<HTMLElement>('.maplibregl-canvas')!;
  const start = quantitiesOf("MapLibre's own start", await tasks.take());
  if (subject === WITHOUT) {
    await panAndZoom(canvas);
    yield* [...start, ...quantitiesOf('panning and zooming', await tasks.take())];
    return;
  }
  const points = network(kind!, locations!);
  const snapshot = { locations: records(points) };
  const changes = pool(points, CHANGES_A_SECOND);
  await tasks.take();
  overview.arrive(snapshot);
  const stream = streamOf(changes, overview.push);
  await isShown(overview);
  const load = quantitiesOf('from arrival to markers', await tasks.take());
  await panAndZoom(canvas);
  stream.stop();
  yield* [...start, ...load, ...quantitiesOf('panning and zooming', await tasks.take())];
}

export const measurement: Measurement = {
  title: 'Tasks over 50 ms on the main thread',
  includes: {
    [WITH_US]:
      'a map and a pie on a `localProvider` with its worker; records that the page has are copied to it; 10,000 changes a second from their arrival on; then drags and zooms by the wheel',
    [WITHOUT]: 'the same elements with no data: the same drags and zooms of the embedded map',
  },
  cases: ({ sizes, networks }) =>
    [WITH_US, WITHOUT].map(subject => ({
      subject,
      network: networks[0],
      locations: Math.min(100_000, Math.max(...sizes)),
    })),
  run,
};
