import type { Case, Measurement, Quantity, Settings } from './measurement.js';

const measurements: Record<string, () => Promise<{ measurement: Measurement }>> = {
  groups: () => import('./groups.js'),
  formats: () => import('./formats.js'),
  queries: () => import('./queries.js'),
  time: () => import('./time.js'),
  legend: () => import('./legend.js'),
  stream: () => import('./stream.js'),
  pies: () => import('./pies.js'),
  panning: () => import('./panning.js'),
  'long-tasks': () => import('./long-tasks.js'),
  'source-in-page': () => import('./source-in-page.js'),
};

async function named(name: string): Promise<Measurement> {
  return (await measurements[name]!()).measurement;
}

/** Where the runner takes what was measured. */
declare function take(quantity: Quantity): Promise<void>;

/** What the runner asks of the page. */
const bench = {
  async describe(name: string, settings: Settings) {
    const { title, includes, cases } = await named(name);
    return { title, includes, cases: cases(settings) };
  },
  async run(name: string, given: Case, settings: Settings) {
    for await (const quantity of (await named(name)).run(given, settings)) await take(quantity);
    return true;
  },
};

Object.assign(globalThis, { bench });
