import { tsImport } from 'tsx/esm/api';

import { LIMIT, withPage } from './browser.mjs';
import { libraryScripts } from './library.mjs';
import { page, serve } from './serve.mjs';
import { summary } from './statistics.mjs';

/* global document, requestAnimationFrame -- the measured page's */

const CHANGES_A_SECOND = 10_000;
/** Of one event of the stream. */
const CHANGES = 50;
const EVERY = 5;
/** WebGL alone is drawn as by a GPU, the rest as a browser without one does: what SwiftShader takes to draw a page anew would hide what ours does. */
const ANGLE = 'swiftshader-webgl';
const VIEWPORT = { width: 1440, height: 900 };

const FEED = '/network.json';
const LIVE = '/live';

/** The pages: what is on them, and where in it the EVSE pie is. */
const PAGES = [
  { tag: 'ev-evse-pie', pie: ['ev-evse-pie'] },
  { tag: 'ev-overview', pie: ['ev-overview', 'ev-evse-pie'] },
];

/** A live stream that floods whoever follows it, once it is told to, and knows what each station was in last. */
class Flood {
  last = new Map();
  sent = 0;

  /** @param {string[]} words that statuses are reported by */
  constructor(random, locations, words) {
    Object.assign(this, { random, locations, words });
  }

  /** Answers a request for the stream. */
  answer(response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': open\n\n');
    this.response = response;
  }

  start() {
    const began = performance.now();
    this.timer = setInterval(() => {
      const due = ((performance.now() - began) / 1000) * CHANGES_A_SECOND;
      while (this.sent + CHANGES <= due) this.send();
    }, EVERY);
  }

  stop() {
    clearInterval(this.timer);
  }

  send() {
    const stations = Array.from({ length: CHANGES }, () => {
      const id = `S${this.random.below(this.locations)}`;
      const status = this.random.pick(this.words);
      this.last.set(id, status);
      return { id, evses: [{ id: '1', status }] };
    });
    const change = { asOf: new Date().toISOString(), stations };
    this.response.write(`data: ${JSON.stringify(change)}\n\n`);
    this.sent += CHANGES;
  }
}

/** In the page: how many frames a second it draws. */
function framesASecond(seconds) {
  return new Promise(resolve => {
    let frames = 0;
    const began = performance.now();
    requestAnimationFrame(function count(now) {
      if (now - began >= 1000 * seconds) return resolve((1000 * frames) / (now - began));
      frames++;
      requestAnimationFrame(count);
    });
  });
}

/** In the page: it has drawn what it loaded, once no frame was later than a 30th of a second for two seconds; or that takes 20. */
function comesToRest() {
  return new Promise(resolve => {
    const began = performance.now();
    let [last, late] = [began, began];
    requestAnimationFrame(function look(now) {
      if (now - last > 1000 / 30) late = now;
      last = now;
      if (now - late >= 2000 || now - began >= 20_000) return resolve(undefined);
      requestAnimationFrame(look);
    });
  });
}

/** In the page: whether its EVSE pie has these numbers, and no others. */
function hasNumbers([path, numbers]) {
  const pie = path.reduce((root, tag) => root.querySelector(tag)?.shadowRoot ?? root, document);
  const slices = [...pie.querySelectorAll('[part~="slice"]')];
  const shown = Object.fromEntries(slices.map(({ dataset: { status, count } }) => [status, Number(count)]));
  return Object.entries(numbers).every(([status, count]) => shown[status] === count);
}

async function measurePage({ chromium, settings }, { tag, pie }, { networks, random, locations }) {
  const { network, records, STATUSES, WORDS } = networks;
  const points = network('city', locations);
  const flood = new Flood(random, locations, WORDS);
  const server = await serve('.', {
    ...(await libraryScripts(tag)),
    '/': page(
      `<script type="module" src="/page.js"></script><ev-data-provider src="${FEED}" live="${LIVE}"><${tag}></${tag}></ev-data-provider>`,
    ),
    [FEED]: (_, response) =>
      response.end(JSON.stringify({ locations: records({ ...points, status: current() }) })),
    [LIVE]: (_, response) => flood.answer(response),
  });
  const current = () =>
    points.status.map((status, index) => {
      const word = flood.last.get(`S${index}`);
      return word === undefined ? status : WORDS.indexOf(word);
    });
  const numbers = () => {
    const counts = Object.fromEntries(STATUSES.map(status => [status, 0]));
    for (const status of current()) counts[STATUSES[status]]++;
    return counts;
  };
  const limit = LIMIT + 4000 * settings.seconds;
  try {
    const measured = await withPage(
      chromium,
      server.url,
      async opened => {
        await opened.waitForFunction(hasNumbers, [pie, numbers()]);
        await opened.evaluate(comesToRest);
        const atRest = await opened.evaluate(framesASecond, 3);
        flood.start();
        await opened.waitForTimeout(1000);
        const inFlood = await opened.evaluate(framesASecond, settings.seconds);
        flood.stop();
        const began = performance.now();
        await opened.waitForFunction(hasNumbers, [pie, numbers()]);
        return { atRest, inFlood, untilRight: performance.now() - began };
      },
      { viewport: VIEWPORT, limit, angle: ANGLE },
    );
    if (!measured) throw new Error(`The numbers of ${tag} were not right within ${limit / 1000} s.`);
    return measured;
  } finally {
    flood.stop();
    server.close();
  }
}

/** How many frames a second a page draws while 10,000 changes a second come over SSE, and when its numbers are right after the last. */
export async function measureFlood(options) {
  const title = '10,000 changes a second over SSE';
  console.error(title);
  const networks = await tsImport('../page/networks.ts', import.meta.url);
  const { seeded } = await tsImport('../../test/support/random.ts', import.meta.url);
  const locations = Math.min(100_000, Math.max(...options.settings.sizes));
  const results = [];
  for (const given of PAGES) {
    const measured = await measurePage(options, given, { networks, random: seeded(6), locations });
    const about = { subject: 'ev-widgets', network: 'city', locations };
    const quantity = (name, unit, value) =>
      results.push({ ...about, quantity: `${given.tag}, ${name}`, unit, ...summary([value]) });
    quantity('frames a second at rest', 'count', measured.atRest);
    quantity('frames a second', 'count', measured.inFlood);
    quantity('until its numbers are right after the last change', 'ms', measured.untilRight);
    console.error(`  ${given.tag}: ${measured.inFlood.toFixed(1)} frames a second`);
  }
  return {
    title,
    includes: {
      'ev-widgets':
        "a page of 1,440 × 900 pixels, once it has drawn what it loaded, whose feed and stream come from this machine, in events of 50 changes, which shares its two cores; only WebGL is drawn by SwiftShader; the frames that the page's thread draws; its numbers are compared with a count of what was sent",
    },
    results,
  };
}
