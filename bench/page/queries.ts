import { answerMapItems } from '../../src/engine/answers.js';
import type { BoundingBox, MapView } from '../../src/model/questions.js';
import { seeded } from '../../test/support/random.js';
import { OurEngine } from '../peers/ours.js';
import { SuperclusterEngine } from '../peers/supercluster.js';
import type { Case, Measurement, Quantity, Settings } from './measurement.js';
import { network } from './networks.js';
import type { Points } from './networks.js';
import { repeat } from './timing.js';

const OURS = 'ev-widgets, engine alone';
const SUPERCLUSTER = 'supercluster, engine alone';

/** Views queried at a time: a single one is too short for the clock. */
const VIEWS = 20;
const WIDTH = 1000;
const HEIGHT = 600;

/** The views of a page's map around random locations, from a continent to a town. */
function views({ longitude, latitude }: Points): (MapView & { bbox: BoundingBox })[] {
  const random = seeded(1);
  return Array.from({ length: VIEWS }, (_, index) => {
    const at = random.below(longitude.length);
    const zoom = 3 + (index % 9);
    const wide = ((WIDTH / 512) * 360) / 2 ** zoom;
    const high = ((HEIGHT / 512) * 180) / 2 ** zoom;
    const [x, y] = [longitude[at]!, latitude[at]!];
    const bbox: BoundingBox = [
      x - wide / 2,
      Math.max(-85, y - high / 2),
      x + wide / 2,
      Math.min(85, y + high / 2),
    ];
    return { dimension: 'evse', bbox, zoom };
  });
}

async function* run(
  { subject, network: kind, locations }: Case,
  { box }: Settings,
): AsyncGenerator<Quantity> {
  const points = network(kind!, locations!);
  const asked = views(points);
  const engine = subject === OURS ? new OurEngine() : new SuperclusterEngine();
  engine.prepare(points);
  engine.load();
  const ask =
    engine instanceof OurEngine
      ? (view: MapView) => answerMapItems(engine.network!, view)
      : ({ bbox, zoom }: MapView) => engine.clusters(bbox, zoom);
  const samples = await repeat(
    box,
    () => undefined,
    () => {
      for (const view of asked) ask(view);
    },
  );
  yield* [{ quantity: 'one view', unit: 'ms', samples: samples.map(sample => sample / VIEWS) }];
}

export const measurement: Measurement = {
  title: "A view's groups with their counts",
  includes: {
    [OURS]: `what a map is answered: groups and pins with their counts, ids and names; mean of ${VIEWS} views of 1000 × 600 pixels, zooms 3 to 11`,
    [SUPERCLUSTER]: '`getClusters` of the same views: features with the sums of map/reduce',
  },
  cases: ({ sizes, networks }) =>
    networks.flatMap(kind =>
      [OURS, SUPERCLUSTER].map(subject => ({
        subject,
        network: kind,
        // What a view costs hardly depends on the size.
        locations: Math.min(100_000, Math.max(...sizes)),
      })),
    ),
  run,
};
