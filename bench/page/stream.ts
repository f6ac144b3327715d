import type { NetworkChange } from '../../src/model/records.js';
import { asChange } from '../peers/ours.js';
import { FrameTimes, percentile } from './frames.js';
import type { Case, Measurement, Quantity, Settings } from './measurement.js';
import { network, records, STATUSES } from './networks.js';
import type { Points } from './networks.js';
import { isShown, mapStands, openOverview } from './overview.js';
import { must, wait } from './timing.js';
import { seeded } from '../../test/support/random.js';

const CHANGES_A_SECOND = 60_000;
const PUSHES_A_SECOND = 60;
const MEGABYTE = 1e6;
const AT_REST = 3000;

/** The pushes of two seconds: the second one changes the same stations back, so that repeating both changes each of them. */
export function pool({ status }: Points, changesASecond: number): NetworkChange[] {
  const random = seeded(2);
  const count = changesASecond / PUSHES_A_SECOND;
  const there = Array.from({ length: PUSHES_A_SECOND }, () => {
    const indices = Int32Array.from({ length: count }, () => random.below(status.length));
    return { indices, statuses: Uint8Array.from(indices, index => (status[index]! + 1) % STATUSES.length) };
  });
  const back = there.map(({ indices }) => ({
    indices,
    statuses: Uint8Array.from(indices, index => status[index]!),
  }));
  return [...there, ...back].map(asChange);
}

/** Pushes the pool's changes at an even rate until stopped, and catches up on late ones. */
export function streamOf(changes: readonly NetworkChange[], push: (change: NetworkChange) => void) {
  const started = performance.now();
  let pushed = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) / 1000) * PUSHES_A_SECOND);
    for (; pushed < due; pushed++) push(changes[pushed % changes.length]!);
  }, 1000 / PUSHES_A_SECOND);
  return {
    get pushed() {
      return pushed;
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

interface Memory {
  breakdown: { bytes: number; attribution: { scope: string }[] }[];
}

/** Memory of the page and its workers after garbage collection, in megabytes. */
async function memory(): Promise<{ page: number; workers: number }> {
  const measured = (await (
    performance as unknown as { measureUserAgentSpecificMemory(): Promise<Memory> }
  ).measureUserAgentSpecificMemory()) as Memory;
  const held = { page: 0, workers: 0 };
  for (const { bytes, attribution } of measured.breakdown) {
    held[attribution.some(({ scope }) => scope.includes('Worker')) ? 'workers' : 'page'] += bytes / MEGABYTE;
  }
  return held;
}

async function* run({ network: kind, locations }: Case, { seconds }: Settings): AsyncGenerator<Quantity> {
  const overview = openOverview();
  await mapStands(overview);
  const points = network(kind!, locations!);
  const changes = pool(points, CHANGES_A_SECOND);
  overview.arrive({ locations: records(points) });
  await isShown(overview);
  const atRest = new FrameTimes();
  await wait(AT_REST);
  atRest.stop();
  const stream = streamOf(changes, overview.push);
  // What was loaded is garbage by now, and the code is warm.
  await wait(Math.min(5, seconds) * 1000);
  const before = await memory();
  const frames = new FrameTimes();
  let notifications = 0;
  const stopCounting = overview.provider.subscribe(() => notifications++);
  await wait(seconds * 1000);
  stopCounting();
  frames.stop();
  const after = await memory();
  stream.stop();
  must(stream.pushed > 0.9 * seconds * PUSHES_A_SECOND, `only ${stream.pushed} pushes came through`);
  must(notifications > 0, 'subscribers were never notified of changes');
  const { between, dropped } = frames;
  const quantity = (name: string, unit: Quantity['unit'], sample: number) => ({
    quantity: name,
    unit,
    samples: [sample],
  });
  yield* [
    quantity('frame time with no changes, p50', 'ms', percentile(atRest.between, 0.5)),
    quantity('frame time with no changes, p99', 'ms', percentile(atRest.between, 0.99)),
    quantity('frame time, p50', 'ms', percentile(between, 0.5)),
    quantity('frame time, p95', 'ms', percentile(between, 0.95)),
    quantity('frame time, p99', 'ms', percentile(between, 0.99)),
    quantity('dropped frames', '%', (100 * dropped) / (dropped + between.length)),
    quantity('notifications of changes a second', 'count', notifications / seconds),
    quantity('heap of the page at the start', 'MB', before.page),
    quantity('heap of the page at the end', 'MB', after.page),
    quantity('heap of the workers at the start', 'MB', before.workers),
    quantity('heap of the workers at the end', 'MB', after.workers),
  ];
}

export const measurement: Measurement = {
  title: '60,000 changes a second',
  includes: {
    'ev-widgets':
      '`ev-evse-map` and `ev-evse-pie` on a `localProvider` with its worker, drawing on; changes are pushed in the page in 60 parts a second and copied to the worker; heaps after garbage collection, MapLibre’s workers and what the page pushes included',
  },
  cases: ({ sizes, networks, seconds }) => [
    {
      subject: 'ev-widgets',
      network: networks[0],
      locations: Math.max(...sizes),
      limit: (seconds + 90) * 1000,
    },
  ],
  run,
};
