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

  /** How many times faster one subject is than another at the same. */
  ratio(quantity, locations, slower, faster) {
    const at = { quantity, locations, network: CITY };
    return (
      this.median('groups', { subject: slower, ...at }) / this.median('groups', { subject: faster, ...at })
    );
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
const atMost = (limit, value, unit) => ({ value, unit, limit, isMet: value <= limit, expected: 'at most' });

const PIE = { subject: 'ev-widgets', quantity: 'a page with one pie: the page’s own scripts, gzip' };
const WORKER = { subject: 'ev-widgets', quantity: 'a page with one pie: the engine’s worker, gzip' };
const MAP = { subject: 'ev-widgets', quantity: 'a page with a map: the page’s own scripts, gzip' };

/** A frame of a 60 Hz screen, in milliseconds. */
const FRAME = 1000 / 60;

/** What must hold, on the city-like network: each a sentence and how it is judged. */
const TARGETS = [
  [
    "1,000 changes at 100,000 in the engine alone, against supercluster's rebuild",
    found => atLeast(300, found.ratio('1,000 changes', 100_000, 'supercluster, engine alone', ENGINE)),
  ],
  [
    "1,000 changes at 1,000,000 in the engine alone, against supercluster's rebuild",
    found => atLeast(1000, found.ratio('1,000 changes', 1_000_000, 'supercluster, engine alone', ENGINE)),
  ],
  [
    "1,000 changes at 100,000 drawn by our map, against supercluster's rebuild drawn by it",
    found => atLeast(50, found.ratio('1,000 changes', 100_000, 'supercluster', 'ev-widgets')),
  ],
  [
    '1,000 changes at 100,000 drawn, against MapLibre',
    found => atLeast(100, found.ratio('1,000 changes', 100_000, 'MapLibre', 'ev-widgets')),
  ],
  [
    '1,000 changes at 100,000 drawn, against Leaflet.markercluster',
    found => atLeast(5, found.ratio('1,000 changes', 100_000, 'Leaflet.markercluster', 'ev-widgets')),
  ],
  [
    'first groups at 100,000, against supercluster with map/reduce, both engines alone',
    found => atLeast(1, found.ratio('first groups', 100_000, 'supercluster, engine alone', ENGINE)),
  ],
  [
    'first groups at 100,000 drawn, against Leaflet.markercluster',
    found => atLeast(5, found.ratio('first groups', 100_000, 'Leaflet.markercluster', 'ev-widgets')),
  ],
  [
    'columns of 1,000,000 parsed, against JSON',
    found => {
      const [columns, json] = ['ev-widgets', 'JSON'].map(subject =>
        found.median('formats', { subject, quantity: 'parse', locations: 1_000_000 }),
      );
      return atLeast(20, json / columns);
    },
  ],
  [
    'a legend toggle at 1,000,000 within one frame',
    found => {
      const toggle = found.find('legend', {});
      return atMost(FRAME, toggle?.locations === 1_000_000 ? toggle.median : NaN, 'ms');
    },
  ],
  [
    'a second in which 300 of 1,000,000 stations change by time alone',
    found => atMost(2, found.median('time', { locations: 1_000_000 }), 'ms'),
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
    'tasks over 50 ms from arrival to donuts at 100,000',
    found =>
      atMost(
        0,
        found.median('long-tasks', {
          quantity: 'from arrival to donuts: tasks over 50 ms',
          locations: 100_000,
        }),
        'tasks',
      ),
  ],
  [
    'tasks over 50 ms while panning and zooming at 100,000',
    found =>
      atMost(
        0,
        found.median('long-tasks', {
          subject: 'ev-widgets',
          quantity: 'panning and zooming: tasks over 50 ms',
          locations: 100_000,
        }),
        'tasks',
      ),
  ],
  ['script of a page with one pie, gzipped', found => atMost(22, found.median('bytes', PIE), 'kB')],
  ['script of its worker, gzipped', found => atMost(15, found.median('bytes', WORKER), 'kB')],
  [
    "what a map's page adds to MapLibre's bytes, the worker and the world map's data left out, gzipped",
    found => atMost(45, found.median('bytes', MAP), 'kB'),
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
