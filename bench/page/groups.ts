import type { Peer } from '../peers/peer.js';
import type { Case, Measurement, Quantity, Settings } from './measurement.js';
import { changer, network } from './networks.js';
import type { NetworkKind } from './networks.js';
import { frame, repeat } from './timing.js';

interface Subject {
  create(): Promise<Peer>;
  includes: string;
  /** One change costs what a thousand do, and is not measured by itself. */
  rebuilds?: true;
}

const OUR_ENGINE = 'ev-widgets, engine alone';
const OUR_WORKER = 'ev-widgets, worker';
const SUPERCLUSTER = 'supercluster, engine alone';

/** Each loaded only in the page that it is measured in. */
const SUBJECTS: Record<string, Subject> = {
  [OUR_ENGINE]: {
    create: async () => new (await import('../peers/ours.js')).OurEngine(),
    includes:
      'records read and checked, their statuses derived and counted for all four sections, locations clustered by position, the hierarchy read out and counted; a change: the record read, statuses derived, all counts up to date',
  },
  [SUPERCLUSTER]: {
    create: async () => new (await import('../peers/supercluster.js')).SuperclusterEngine(),
    includes:
      'GeoJSON clustered with the counts of four statuses by map/reduce; a change, of one or of a thousand: the same again (`load`)',
    rebuilds: true,
  },
  'ev-widgets': {
    create: async () => {
      const [{ OurMap }, { ourMap }] = await Promise.all([
        import('../peers/ours.js'),
        import('../peers/our-map.js'),
      ]);
      return new OurMap(await ourMap());
    },
    includes:
      "the engine in the page's thread, the view's groups queried, markers drawn by our map, style, layout and paint",
  },
  [OUR_WORKER]: {
    create: async () => {
      const [{ OurProvider }, { ourMap }] = await Promise.all([
        import('../peers/our-provider.js'),
        import('../peers/our-map.js'),
      ]);
      return new OurProvider(await ourMap());
    },
    includes:
      '`localProvider` as a page has it: its worker started, records copied to it in parts; then as above, and the wait for a frame',
  },
  supercluster: {
    create: async () => {
      const [{ SuperclusterMap }, { ourMap }] = await Promise.all([
        import('../peers/supercluster.js'),
        import('../peers/our-map.js'),
      ]);
      return new SuperclusterMap(await ourMap());
    },
    includes: 'as its engine alone, and drawn by our map',
    rebuilds: true,
  },
  MapLibre: {
    create: async () => (await import('../peers/maplibre.js')).MapLibrePeer.create(),
    includes:
      '`cluster: true` with clusterProperties for four statuses; `setData`, then `updateData`, until `idle`; circles and numbers, no rings, `fadeDuration` 0',
  },
  'Leaflet.markercluster': {
    create: async () => (await import('../peers/markercluster.js')).MarkerClusterPeer.create(),
    includes:
      'markers made before; `addLayers` in one go before the group is on the map (not chunked, not animated), then `refreshClusters` of the changed markers; icons count their statuses; style, layout and paint',
  },
  OpenLayers: {
    create: async () => new (await import('../peers/openlayers.js')).OpenLayersPeer(),
    includes:
      'features made before; `Cluster` groups only the current view, at its one zoom; a change: set silently, one `changed`; until `rendercomplete`',
  },
};

/** A page at a million is given up after this many milliseconds. */
const LIMIT_AT_A_MILLION = 75_000;

/**
 * Everyone in cities; at a million only the engines and what a page gets, since the others take minutes to show what they show at
 * 100,000; with uniform locations only the engines, at 100,000.
 */
function subjectsOf(kind: NetworkKind, locations: number): string[] {
  if (kind === 'uniform') return locations === 100_000 ? [OUR_ENGINE, SUPERCLUSTER] : [];
  return locations < 1_000_000 ? Object.keys(SUBJECTS) : [OUR_ENGINE, SUPERCLUSTER, OUR_WORKER];
}

async function* run(
  { subject, network: kind, locations }: Case,
  { box }: Settings,
): AsyncGenerator<Quantity> {
  const points = network(kind!, locations!);
  const change = changer(points);
  const { create, rebuilds } = SUBJECTS[subject]!;
  const peer = await create();
  // Code is warm: a smaller network of the same kind was loaded.
  peer.prepare(network(kind!, Math.min(locations!, 10_000)));
  await peer.load();
  await peer.clear();
  peer.prepare(points);
  const load = await repeat(
    box,
    async () => {
      await peer.clear();
      await frame();
    },
    () => peer.load(),
  );
  yield { quantity: 'first groups', unit: 'ms', samples: load };
  const changes = (count: number) =>
    repeat(
      box,
      async () => {
        await peer.prepareChange(change(count));
        await frame();
      },
      () => peer.change(),
    );
  yield { quantity: '1,000 changes', unit: 'ms', samples: await changes(1000) };
  if (!rebuilds) yield { quantity: '1 change', unit: 'ms', samples: await changes(1) };
}

export const measurement: Measurement = {
  title: 'First groups, and changes until their counts are drawn',
  includes: Object.fromEntries(Object.entries(SUBJECTS).map(([name, { includes }]) => [name, includes])),
  cases: ({ sizes, networks }) =>
    sizes.flatMap(locations =>
      networks.flatMap(kind =>
        subjectsOf(kind, locations).map(subject => ({
          subject,
          network: kind,
          locations,
          limit: locations >= 1_000_000 ? LIMIT_AT_A_MILLION : undefined,
        })),
      ),
    ),
  run,
};
