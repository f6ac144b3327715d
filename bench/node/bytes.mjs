import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { rollup } from 'rollup';

import configs from '../../rollup.config.mjs';
import { withPage } from './browser.mjs';
import { page, serve } from './serve.mjs';

/* global document -- the measured page's */

export const BYTES = 'bytes';

const require = createRequire(import.meta.url);
const MAP_WORKER = 'maplibre-gl-worker.mjs';

const workerConfig = configs.find(({ output }) => output.file === 'dist/cdn/engine-worker.js');
const pageConfig = configs.find(({ input }) => typeof input === 'object' && 'ev-widgets' in input);

/** Whose code a page is made of, beside the library's own. */
function chunkOf(id) {
  if (id.includes('/maplibre-gl/')) return 'maplibre';
  if (id.endsWith('/generated/world-map.js')) return 'world-map';
  return null;
}

/** Builds a page's script the way the library's own build does; file → text. */
async function built(code) {
  const entry = '\0entry';
  const virtual = {
    name: 'entry',
    resolveId(id, importer) {
      if (id === entry) return id;
      // As from a file in the project's root.
      return importer === entry ? this.resolve(id, resolve('entry.js')) : null;
    },
    load: id => (id === entry ? code : null),
  };
  const bundle = await rollup({
    ...pageConfig,
    input: { page: entry },
    plugins: [virtual, ...pageConfig.plugins],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({
    format: 'es',
    chunkFileNames: '[name].js',
    hoistTransitiveImports: false,
    manualChunks: chunkOf,
  });
  await bundle.close();
  return Object.fromEntries(
    output.filter(({ type }) => type === 'chunk').map(({ fileName, code }) => [`/${fileName}`, code]),
  );
}

async function engineWorker() {
  const bundle = await rollup(workerConfig);
  const { output } = await bundle.generate(workerConfig.output);
  await bundle.close();
  return output[0].code;
}

const NETWORK = JSON.stringify({
  locations: Array.from({ length: 20 }, (_, index) => ({
    id: `L${index}`,
    latitude: 50 + index / 10,
    longitude: 5,
    stations: [{ id: `S${index}`, connection: 'online', evses: [] }],
  })),
});

/** Which of the scripts a page really fetches until its view is drawn. */
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

function sizesOf(subject, what, texts) {
  const size = pack => texts.reduce((sum, text) => sum + pack(text), 0);
  const measured = [
    ['gzip', size(text => gzipSync(text, { level: 9 }).length)],
    ['brotli', size(text => brotliCompressSync(text).length)],
  ];
  return measured.map(([packing, bytes]) => {
    const kilobytes = bytes / 1000;
    return {
      subject,
      quantity: `${what}, ${packing}`,
      unit: 'kB',
      median: kilobytes,
      min: kilobytes,
      max: kilobytes,
      samples: 1,
    };
  });
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

const defining = tag => `import './src/define/ev-data-provider.ts'; import './src/define/${tag}.ts';`;

/** Bytes of script over the wire of a page with one view, against the same page made of the peers. */
export async function measureBytes(chromium) {
  const title = 'Bytes of script over the wire';
  console.error(title);
  const worker = await engineWorker();
  const mapWorker = readFileSync(require.resolve(`maplibre-gl/dist/${MAP_WORKER}`), 'utf8');
  const workers = { '/engine-worker.js': worker, [`/${MAP_WORKER}`]: mapWorker };
  const results = [];
  for (const [what, tag, part] of [
    [PIE, 'ev-connection-pie', 'slice'],
    [MAP, 'ev-connection-map', 'cluster'],
  ]) {
    const scripts = { ...(await built(defining(tag))), ...workers };
    const paths = await fetched(chromium, scripts, tag, part);
    const isOurs = path => !['/maplibre.js', '/world-map.js', ...Object.keys(workers)].includes(path);
    const texts = chosen => paths.filter(chosen).map(path => scripts[path]);
    results.push(
      ...sizesOf('ev-widgets', `${what}: the page’s own scripts`, texts(isOurs)),
      ...sizesOf(
        'ev-widgets',
        `${what}: the engine’s worker`,
        texts(path => path === '/engine-worker.js'),
      ),
    );
    if (what === MAP) {
      results.push(
        ...sizesOf(
          'ev-widgets',
          `${what}: the world map’s data`,
          texts(path => path === '/world-map.js'),
        ),
        ...sizesOf(
          'ev-widgets',
          `${what}: MapLibre and its worker`,
          texts(path => path === '/maplibre.js' || path === `/${MAP_WORKER}`),
        ),
      );
    }
  }
  for (const [subject, what, code] of PEERS) {
    const usesMapLibre = subject.startsWith('MapLibre');
    const texts = [...Object.values(await built(code)), ...(usesMapLibre ? [mapWorker] : [])];
    results.push(...sizesOf(subject, what, texts));
  }
  return {
    name: BYTES,
    title,
    includes: {
      'ev-widgets':
        '`ev-data-provider` with `src` and `ev-connection-pie` or `ev-connection-map`, built as the CDN file is; what a browser fetched until the view was drawn',
      peers:
        'what such a page must at least import, built alike; without the code that a host writes around it, and without style sheets',
    },
    results,
  };
}
