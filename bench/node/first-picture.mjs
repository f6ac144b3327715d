import { tsImport } from 'tsx/esm/api';

import { inFreshPage, LIMIT, withBrowser } from './browser.mjs';
import { libraryScripts } from './library.mjs';
import { withRatios } from './ratios.mjs';
import { page, serve } from './serve.mjs';
import { summary } from './statistics.mjs';

/* global firstPicture -- of the measured page: the time at which it is there */

const OURS = 'ev-widgets';
const FLOOR = 'fetch and JSON.parse';

/** Waits for the first frame with such a part, until that frame is painted. */
const watch = (tag, part) => `<script>
  const isDrawn = () => document.querySelector('${tag}').shadowRoot?.querySelector('[part="${part}"]');
  globalThis.firstPicture = new Promise(resolve => {
    requestAnimationFrame(function look() {
      if (!isDrawn()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });
</script>`;

const MAP = '<ev-evse-map style="position: absolute; inset: 0 320px 0 0; height: auto"></ev-evse-map>';
const PIE = '<ev-evse-pie style="position: absolute; inset: 0 0 0 auto; width: 320px"></ev-evse-pie>';

/** The pages: what is waited for, how many locations there are, and what the page is made of. */
const PICTURES = [
  {
    folder: '/pie',
    quantity: 'a page with one pie, until its slices',
    locations: 25_000,
    tags: ['ev-evse-pie'],
    elements: PIE,
    watched: ['ev-evse-pie', 'slice'],
  },
  {
    folder: '/map-and-pie',
    quantity: 'a page with a map and a pie, until the slices',
    locations: 25_000,
    tags: ['ev-evse-map', 'ev-evse-pie'],
    elements: MAP + PIE,
    watched: ['ev-evse-pie', 'slice'],
  },
  {
    folder: '/map',
    quantity: 'a page with a map, until its groups',
    locations: 100_000,
    tags: ['ev-evse-map'],
    elements: MAP,
    watched: ['ev-evse-map', 'cluster'],
  },
];

const feedOf = locations => `/${locations}.json`;

/** What the floor's page runs, and its worker: the least that any page with this feed has to wait for. */
const floorScripts = locations => ({
  [`/floor-${locations}/page.js`]: `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    globalThis.firstPicture = new Promise(resolve => {
      worker.onmessage = () => resolve(performance.now());
    });`,
  [`/floor-${locations}/worker.js`]: `const answer = await fetch('${feedOf(locations)}');
    const { locations } = JSON.parse(await answer.text());
    postMessage(locations.length);`,
});

const scriptOf = folder => `<script type="module" src="${folder}/page.js"></script>`;

/** All that the pages fetch, and each page's path. */
async function prepare(largest) {
  const { network, records } = await tsImport('../page/networks.ts', import.meta.url);
  const pictures = PICTURES.map(picture => ({
    ...picture,
    locations: Math.min(picture.locations, largest),
  }));
  const texts = {};
  for (const { folder, tags, elements, locations, watched } of pictures) {
    const scripts = await libraryScripts(...tags);
    for (const [path, script] of Object.entries(scripts)) texts[folder + path] = script;
    texts[`${folder}.html`] = page(
      `${scriptOf(folder)}<ev-data-provider src="${feedOf(locations)}">${elements}</ev-data-provider>${watch(...watched)}`,
    );
  }
  const sizes = [...new Set(pictures.map(({ locations }) => locations))];
  for (const locations of sizes) {
    // Bytes, so that sending them costs the same each time.
    texts[feedOf(locations)] = Buffer.from(
      JSON.stringify({ locations: records(network('city', locations)) }),
    );
    Object.assign(texts, floorScripts(locations));
    texts[`/floor-${locations}.html`] = page(scriptOf(`/floor-${locations}`));
  }
  return { pictures, sizes, texts };
}

/** Milliseconds from the page's start until what it is opened for is there. */
async function timeOf(browser, url) {
  const time = await inFreshPage(browser, async opened => {
    await opened.goto(url);
    return opened.evaluate(() => firstPicture);
  });
  if (time === undefined) throw new Error(`${url} showed nothing within ${LIMIT / 1000} s.`);
  return time;
}

/** How long a page takes that fetches JSON, from its start to its first picture, beside the floor in the same run. */
export async function measureFirstPicture({ chromium, settings }) {
  const title = 'First picture of a page that fetches JSON';
  console.error(title);
  const { pictures, sizes, texts } = await prepare(Math.max(...settings.sizes));
  const paths = [...sizes.map(locations => `/floor-${locations}`), ...pictures.map(({ folder }) => folder)];
  const samples = new Map(paths.map(path => [path, []]));
  const server = await serve('.', texts);
  try {
    await withBrowser(chromium, async browser => {
      // The first round warms the browser up.
      for (let round = 0; round <= settings.rounds; round++) {
        for (const path of paths) {
          const time = await timeOf(browser, `${server.url}${path}.html`);
          if (round > 0) samples.get(path).push(time);
        }
      }
    });
  } finally {
    server.close();
  }
  const results = pictures.flatMap(({ folder, quantity, locations }) => {
    const about = { network: 'city', locations, quantity, unit: 'ms' };
    return [
      { ...about, subject: OURS, ...summary(samples.get(folder)) },
      { ...about, subject: FLOOR, ...summary(samples.get(`/floor-${locations}`)) },
    ];
  });
  for (const { quantity, subject, median } of results) {
    console.error(`  ${quantity}, ${subject}: ${median.toFixed(0)} ms`);
  }
  return {
    title,
    includes: {
      [OURS]:
        'from the navigation on, in a page with nothing cached: its scripts (built as the CDN file is) and the network fetched from this machine, checked, counted and clustered in its worker, until the frame with what is waited for is painted',
      [FLOOR]:
        'from the navigation on, a page whose script starts a module worker that fetches the same bytes, parses them and reports back: nothing is counted or drawn',
    },
    results: withRatios(results),
  };
}
