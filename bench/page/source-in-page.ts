import { localProvider } from '../../src/provider/local-provider.js';
import type { Case, Measurement, Quantity } from './measurement.js';
import { network, records } from './networks.js';
import { mapStands, openOverview, parts } from './overview.js';
import { painted } from './timing.js';

const WORKER = 'ev-widgets';
const TAB = 'ev-widgets, engine in the tab';

async function* run({ subject, network: kind, locations }: Case): AsyncGenerator<Quantity> {
  const overview = openOverview();
  const { data, map, pie } = overview;
  await mapStands(overview);
  overview.provider.dispose();
  const snapshot = { locations: records(network(kind!, locations!)) };
  const started = performance.now();
  data.provider = localProvider(
    { load: async () => snapshot },
    { worker: subject === WORKER ? 'auto' : 'never' },
  );
  const [slices, markers] = await Promise.all([
    painted(() => parts(pie, 'slice').length > 0),
    painted(() => parts(map, 'cluster').length > 0),
  ]);
  yield* [
    { quantity: 'until the first slices', unit: 'ms', samples: [slices - started] },
    { quantity: 'until the first markers', unit: 'ms', samples: [markers - started] },
  ];
}

export const measurement: Measurement = {
  title: 'First picture from records that the page has',
  includes: {
    [WORKER]:
      'a page with a map and a pie whose code is loaded is given a `localProvider` whose `load` returns objects in memory: the start of its worker, records copied to it, counted and clustered, style, layout and paint',
    [TAB]: "the same with `worker: 'never'`",
  },
  cases: ({ sizes, networks }) =>
    [WORKER, TAB].map(subject => ({
      subject,
      network: networks[0],
      locations: Math.min(100_000, Math.max(...sizes)),
      pages: 3,
    })),
  run,
};
