import { LIMIT, withPage } from './browser.mjs';
import { withRatios } from './ratios.mjs';
import { summary } from './statistics.mjs';

/* global bench -- what the measured page offers */

const isReady = () => 'bench' in globalThis;

function label({ subject, network, locations }) {
  return [subject, network, locations?.toLocaleString('en')].filter(Boolean).join(', ');
}

/**
 * Samples of one case from as many fresh pages as it asks for.
 * @returns {Promise<{ gathered: Map<string, { unit: string, samples: number[] }>, isWhole: boolean }>} by quantity; not
 *   whole where the time ran out
 */
async function samplesOf({ chromium, url, name, settings }, given) {
  const gathered = new Map();
  const take = ({ quantity, unit, samples }) => {
    const known = gathered.get(quantity) ?? { unit, samples: [] };
    known.samples.push(...samples);
    gathered.set(quantity, known);
  };
  let isWhole = true;
  for (let turn = 0; turn < (given.pages ?? 1) && isWhole; turn++) {
    const measure = async page => {
      await page.exposeFunction('take', take);
      await page.waitForFunction(isReady);
      return page.evaluate(([...args]) => bench.run(...args), [name, given, settings]);
    };
    isWhole = (await withPage(chromium, url, measure, given)) ?? false;
  }
  return { gathered, isWhole };
}

/**
 * Runs a measurement's cases, each in a fresh page of a fresh browser.
 * @param {{ chromium: string, url: string, name: string, settings: object }} options
 */
export async function measureInPages(options) {
  const { chromium, url, name, settings } = options;
  const { title, includes, cases } = await withPage(chromium, url, async page => {
    await page.waitForFunction(isReady);
    return page.evaluate(([...args]) => bench.describe(...args), [name, settings]);
  });
  console.error(`${title}`);
  const results = [];
  for (const given of cases) {
    const { subject, network, locations, limit = LIMIT } = given;
    const started = performance.now();
    const about = { subject, network, locations };
    try {
      const { gathered, isWhole } = await samplesOf(options, given);
      for (const [quantity, { unit, samples }] of gathered) {
        results.push({ ...about, quantity, unit, ...summary(samples) });
      }
      if (!isWhole) results.push({ ...about, failure: `given up after ${limit / 1000} s` });
    } catch (error) {
      results.push({ ...about, failure: error.message.split('\n')[0] });
    }
    const last = results.at(-1);
    const said = last.failure ?? `${last.quantity} ${last.median.toPrecision(3)} ${last.unit}`;
    console.error(`  ${label(given)}: ${said} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  return { title, includes, results: withRatios(results) };
}
