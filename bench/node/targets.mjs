const ENGINE = 'ev-widgets, engine alone';
const CITY = 'city';

/** Finds medians in what was measured. */
class Finder {
  constructor(measurements) {
    this.results = new Map(measurements.map(({ name, results }) => [name, results]));
  }

  /** The first result that has all of these; undefined where it was not measured. */
  find(name, wanted) {
    return this.results
      .get(name)
      ?.find(result => Object.entries(wanted).every(([field, value]) => result[field] === value));
  }

  median(name, wanted) {
    return this.find(name, wanted)?.median;
  }

  /** How many times what one subject takes another one does for the same. */
  ratio(name, about, slower, faster) {
    const at = { network: CITY, ...about };
    return this.median(name, { subject: slower, ...at }) / this.median(name, { subject: faster, ...at });
  }

  sum(name, wanted) {
    return wanted.reduce((sum, each) => sum + this.median(name, each), 0);
  }
}

const atLeast = (limit, value, unit = '×') => ({
  value,
  unit,
  limit,
  isMet: value >= limit,
  expected: 'at least',
});
const atMost = (limit, value, unit = '×') => ({
  value,
  unit,
  limit,
  isMet: value <= limit,
  expected: 'at most',
});

/** Both engines alone: supercluster with map/reduce against ours. */
const engines = (limit, quantity, locations) => found =>
  atLeast(limit, found.ratio('groups', { quantity, locations }, 'supercluster, engine alone', ENGINE));

/** A peer's map against ours, both painted, at 100,000. */
const painted = (limit, quantity, peer) => found =>
  atLeast(limit, found.ratio('groups', { quantity, locations: 100_000 }, peer, 'ev-widgets'));

/** Ours against the floor of the same run. */
const firstPicture = (limit, quantity, locations) => found =>
  atMost(limit, found.ratio('first-picture', { quantity, locations }, 'ev-widgets', 'fetch and JSON.parse'));

/** Through the worker against the engine in the tab. */
const throughWorker = (limit, quantity) => found =>
  atMost(
    limit,
    found.ratio(
      'source-in-page',
      { quantity, locations: 100_000 },
      'ev-widgets',
      'ev-widgets, engine in the tab',
    ),
  );

const longTasks = quantity => found =>
  atMost(0, found.median('long-tasks', { subject: 'ev-widgets', quantity, locations: 100_000 }), 'tasks');

const kilobytes = (limit, quantity) => found =>
  atMost(limit, found.median('bytes', { subject: 'ev-widgets', quantity }), 'kB');

/** What must hold, on the city-like network: each a sentence and how it is judged. */
const TARGETS = [
  [
    "1,000 changes at 100,000 in the engine alone, against supercluster's rebuild",
    engines(300, '1,000 changes', 100_000),
  ],
  [
    "1,000 changes at 1,000,000 in the engine alone, against supercluster's rebuild",
    engines(1000, '1,000 changes', 1_000_000),
  ],
  [
    'first groups at 100,000 in the engine alone, against supercluster with map/reduce',
    engines(1.15, 'first groups', 100_000),
  ],
  [
    'first groups at 1,000,000 in the engine alone, against supercluster with map/reduce',
    engines(1.15, 'first groups', 1_000_000),
  ],
  [
    "1,000 changes at 100,000 painted, against supercluster's rebuild painted by our map",
    painted(35, '1,000 changes', 'supercluster'),
  ],
  ['1,000 changes at 100,000 painted, against MapLibre', painted(90, '1,000 changes', 'MapLibre')],
  [
    '1,000 changes at 100,000 painted, against Leaflet.markercluster',
    painted(3.5, '1,000 changes', 'Leaflet.markercluster'),
  ],
  [
    '1 change at 100,000 painted, against Leaflet.markercluster',
    painted(1, '1 change', 'Leaflet.markercluster'),
  ],
  [
    'first groups at 100,000 painted, against Leaflet.markercluster',
    painted(5, 'first groups', 'Leaflet.markercluster'),
  ],
  [
    'columns of 1,000,000 parsed, against JSON',
    found =>
      atLeast(20, found.ratio('formats', { quantity: 'parse', locations: 1_000_000 }, 'JSON', 'ev-widgets')),
  ],
  [
    'a second in which 300 of 1,000,000 stations change by time alone',
    found => atMost(2, found.median('time', { locations: 1_000_000 }), 'ms'),
  ],
  [
    'a legend toggle with some 250 markers in view, within a frame and a half',
    found => atMost(25, found.median('legend', { quantity: 'a legend toggle', locations: 100_000 }), 'ms'),
  ],
  [
    "what 300 markers in view add to the page's thread in a frame of a pan",
    found => atMost(5, found.median('panning', { quantity: 'added by the markers' }), 'ms'),
  ],
  [
    'growth of the heaps of page and workers while changes stream at 1,000,000',
    found => {
      const heap = end => [
        { quantity: `heap of the page at the ${end}`, locations: 1_000_000 },
        { quantity: `heap of the workers at the ${end}`, locations: 1_000_000 },
      ];
      return atMost(
        2,
        100 * (found.sum('stream', heap('end')) / found.sum('stream', heap('start')) - 1),
        '%',
      );
    },
  ],
  [
    'frames a second of an overview of 100,000 while 10,000 changes a second come',
    found =>
      atLeast(
        57,
        found.median('flood', { quantity: 'ev-overview, frames a second', locations: 100_000 }),
        '',
      ),
  ],
  [
    'tasks over 50 ms from arrival to markers at 100,000',
    longTasks('from arrival to markers: tasks over 50 ms'),
  ],
  [
    'tasks over 50 ms while panning and zooming at 100,000',
    longTasks('panning and zooming: tasks over 50 ms'),
  ],
  [
    'first picture of a page with one pie at 25,000, against fetching and parsing alone',
    firstPicture(1.8, 'a page with one pie, until its slices', 25_000),
  ],
  [
    'first slices of a page with a map and a pie at 25,000, against fetching and parsing alone',
    firstPicture(2.2, 'a page with a map and a pie, until the slices', 25_000),
  ],
  [
    'first groups of a page with a map at 100,000, against fetching and parsing alone',
    firstPicture(4, 'a page with a map, until its groups', 100_000),
  ],
  [
    'first slices of 100,000 records in the page, through the worker against the engine in the tab',
    throughWorker(2.5, 'until the first slices'),
  ],
  [
    'first groups of 100,000 records in the page, through the worker against the engine in the tab',
    throughWorker(2.5, 'until the first markers'),
  ],
  [
    'script of a page with one pie, gzipped, without the worker',
    kilobytes(26, 'a page with one pie: the page’s own scripts'),
  ],
  [
    "script of a map's page beside MapLibre, the worker and the world map's data, gzipped",
    kilobytes(45, 'a page with a map: the page’s own scripts'),
  ],
];

/**
 * Holds what was measured against the targets; those whose measurements are missing are left out.
 * @returns {{ target: string, expected: string, limit: number, value: number, unit: string, isMet: boolean }[]}
 */
export function judge(measurements) {
  const found = new Finder(measurements);
  return TARGETS.map(([target, judged]) => ({ target, ...judged(found) })).filter(({ value }) =>
    Number.isFinite(value),
  );
}
