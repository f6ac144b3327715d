import { gzipSync } from 'node:zlib';

import { withPage } from './browser.mjs';
import {
  buildPage,
  engineWorkers,
  libraryScripts,
  MAPLIBRE,
  MAPLIBRE_WORKER,
  maplibreWorker,
  WORLD_MAP,
} from './library.mjs';
import { page, serve } from './serve.mjs';

/* global document -- the measured page's */

const NETWORK = JSON.stringify({
  locations: Array.from({ length: 20 }, (_, index) => ({
    id: `L${index}`,
    latitude: 50 + index / 10,
    longitude: 5,
    stations: [{ id: `S${index}`, connection: 'online', evses: [{ id: '1', status: 'Available' }] }],
  })),
});

/** Which of the scripts a page fetches until its view is drawn. */
async function fetched(chromium, scripts, tag, part) {
  const paths = new Set();
  const body = `<script type="module" src="/page.js"></script><ev-data-provider src="/network.json"><${tag} style="height: 500px"></${tag}></ev-data-provider>`;
  const server = await serve('.', { ...scripts, '/': page(body), '/network.json': NETWORK }, path =>
    paths.add(path),
  );
  try {
    const isDrawn = await withPage(chromium, server.url, async opened => {
      await opened.waitForFunction(
        ([name, part]) => document.querySelector(name)?.shadowRoot?.querySelector(`[part="${part}"]`),
        [tag, part],
      );
      return true;
    });
    if (!isDrawn) throw new Error(`${tag} was not drawn.`);
  } finally {
    server.close();
  }
  return [...paths].filter(path => path in scripts);
}

function sizeOf(subject, quantity, texts) {
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  const kilobytes = bytes / 1000;
  return { subject, quantity, unit: 'kB', median: kilobytes, min: kilobytes, max: kilobytes, samples: 1 };
}

const PIE = 'a page with one pie';
const MAP = 'a page with a map';

const PEERS = [
  [
    'Chart.js',
    PIE,
    `import { Chart, PieController, ArcElement, Legend, Tooltip } from 'chart.js'; Chart.register(PieController, ArcElement, Legend, Tooltip); globalThis.peer = Chart;`,
  ],
  [
    'ECharts',
    PIE,
    `import { init, use } from 'echarts/core'; import { PieChart } from 'echarts/charts'; import { LegendComponent, TooltipComponent } from 'echarts/components'; import { SVGRenderer } from 'echarts/renderers'; use([PieChart, LegendComponent, TooltipComponent, SVGRenderer]); globalThis.peer = init;`,
  ],
  [
    'MapLibre, supercluster, Chart.js',
    MAP,
    `import { MapLibreMap } from 'maplibre-gl'; import Supercluster from 'supercluster'; import { Chart, PieController, ArcElement, Legend, Tooltip } from 'chart.js'; Chart.register(PieController, ArcElement, Legend, Tooltip); globalThis.peer = [MapLibreMap, Supercluster, Chart];`,
  ],
  [
    'Leaflet.markercluster',
    MAP,
    `import * as L from 'leaflet/dist/leaflet-src.esm.js'; import 'leaflet.markercluster'; globalThis.peer = L;`,
  ],
  [
    'OpenLayers',
    MAP,
    `import Map from 'ol/Map.js'; import View from 'ol/View.js'; import VectorLayer from 'ol/layer/Vector.js'; import Cluster from 'ol/source/Cluster.js'; import VectorSource from 'ol/source/Vector.js'; import Feature from 'ol/Feature.js'; import Point from 'ol/geom/Point.js'; globalThis.peer = [Map, View, VectorLayer, Cluster, VectorSource, Feature, Point];`,
  ],
];

async function ours(chromium, what, tag, part) {
  const scripts = await libraryScripts(tag);
  const workers = Object.keys(await engineWorkers());
  const paths = await fetched(chromium, scripts, tag, part);
  const mapLibre = [MAPLIBRE, MAPLIBRE_WORKER];
  const isMapData = path => path === WORLD_MAP || path.startsWith('/map-part-');
  const isOwn = path => !isMapData(path) && ![...mapLibre, ...workers].includes(path);
  const size = (name, isPart) => {
    const texts = paths.filter(isPart).map(path => scripts[path]);
    return sizeOf('ev-widgets', `${what}: ${name}`, texts);
  };
  return [
    size('the page’s own scripts', isOwn),
    size('the engine’s worker', path => workers.includes(path)),
    ...(what === MAP
      ? [
          size('the world map’s data', isMapData),
          size('MapLibre and its worker', path => mapLibre.includes(path)),
        ]
      : []),
  ];
}

async function peer([subject, what, code]) {
  const scripts = Object.values(await buildPage(code));
  return sizeOf(subject, what, subject.startsWith('MapLibre') ? [...scripts, maplibreWorker()] : scripts);
}

/** Bytes of script over the wire of a page with one view, beside the same page made with other libraries. */
export async function measureBytes({ chromium }) {
  const title = 'Bytes of script over the wire';
  console.error(title);
  const [pie, map, ...peers] = await Promise.all([
    ours(chromium, PIE, 'ev-evse-pie', 'slice'),
    ours(chromium, MAP, 'ev-evse-map', 'cluster'),
    ...PEERS.map(peer),
  ]);
  return {
    title,
    includes: {
      'ev-widgets':
        '`ev-data-provider` with `src` and `ev-evse-pie` or `ev-evse-map`, built as the CDN file is, each file gzipped; what a browser fetched until the view was drawn',
      peers:
        'what such a page must at least import, built alike; without the code that a host writes around it, and without style sheets',
    },
    results: [...pie, ...map, ...peers],
  };
}
