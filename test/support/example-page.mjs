import assert from 'node:assert/strict';

import { BruteForce } from '../../src/testing/brute-force.ts';
import { launchChromium } from './host-page.mjs';

/** Each pie's tag, and what it counts. */
const PIES = {
  'ev-connection-pie': 'connection',
  'ev-evse-pie': 'evse',
  'ev-last-ocpp-pie': 'last-message',
  'ev-station-pie': 'station',
};

/** So low that an overview's maps stay below it: they are drawn once they are seen, and pies are what is looked at. */
const LOW = { width: 1280, height: 120 };

/** A browser for as long as a test runs; `open` opens a page in it, and fails the test for what the page complains of. */
export async function launchBrowser(test) {
  const browser = await launchChromium(test);
  return {
    async open(url) {
      const page = await browser.newPage({ viewport: LOW });
      page.on('pageerror', error => assert.fail(`${url}: ${error.message}`));
      await page.goto(url);
      return page;
    },
  };
}

/** What the pies of an overview count, as their legends say. */
async function countsOf(page) {
  const counts = {};
  for (const [tag, dimension] of Object.entries(PIES)) {
    const entries = page.locator(`${tag} [part~="entry"]`);
    counts[dimension] = Object.fromEntries(
      await entries.evaluateAll(all => all.map(({ dataset }) => [dataset.status, Number(dataset.count)])),
    );
  }
  return counts;
}

/** What a network's pies must count at a moment, by brute force. */
export function countedByHand(locations, now) {
  const network = new BruteForce(structuredClone(locations), now);
  return Object.fromEntries(
    Object.values(PIES).map(dimension => [dimension, network.counts(dimension).byStatus]),
  );
}

/**
 * Waits until the pies count what they must.
 * @param {() => object} expectedNow asked anew each time: some statuses change by time alone
 */
export async function untilPiesCount(page, expectedNow) {
  const deadline = performance.now() + 30_000;
  let counts;
  let expected;
  do {
    [counts, expected] = [await countsOf(page), expectedNow()];
    if (JSON.stringify(counts) === JSON.stringify(expected)) return;
    await page.evaluate('new Promise(requestAnimationFrame)');
  } while (performance.now() < deadline);
  assert.deepEqual(counts, expected);
}
