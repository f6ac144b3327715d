import { chromium } from 'playwright-core';

import { WITHOUT_OWN_PAGES } from '../../scripts/chromium.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  WITHOUT_OWN_PAGES,
  // Memory is measured when asked, not at the next garbage collection.
  '--enable-blink-features=ForceEagerMeasureMemory',
];

/** What stands in for a GPU: all of a page is drawn by it. */
const ANGLE = 'swiftshader';

const VIEWPORT = { width: 1000, height: 600 };

/** How long anything in a page may take, in milliseconds; what takes longer counts as too slow to measure. */
export const LIMIT = 60_000;

/**
 * Launches a browser, does something with it, and closes it.
 * @template T
 * @param {string} executablePath
 * @param {(browser: import('playwright-core').Browser) => Promise<T>} use
 * @param {{ angle?: string }} [options]
 * @returns {Promise<T>}
 */
export async function withBrowser(executablePath, use, { angle = ANGLE } = {}) {
  const browser = await chromium.launch({ executablePath, args: [...ARGUMENTS, `--use-angle=${angle}`] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Opens a page with nothing cached in a browser, does something with it, and closes it.
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {(page: import('playwright-core').Page) => Promise<T>} use
 * @param {{ limit?: number, viewport?: { width: number, height: number } }} [options] milliseconds; pixels
 * @returns {Promise<T | undefined>} undefined where it took longer than the limit
 */
export async function inFreshPage(browser, use, { limit = LIMIT, viewport = VIEWPORT } = {}) {
  const context = await browser.newContext({ viewport });
  let timer;
  try {
    const page = await context.newPage();
    page.on('pageerror', error => {
      console.error(`  in the page: ${error.message}`);
    });
    const timedOut = new Promise(resolve => (timer = setTimeout(resolve, limit, undefined)));
    const used = use(page);
    // Closing the page after the limit rejects what still runs in it.
    used.catch(() => undefined);
    return await Promise.race([used, timedOut]);
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}

/** Lets a page ask how long its main thread has worked: `mainThreadSeconds()`. */
async function exposeThreadTime(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.exposeFunction('mainThreadSeconds', async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value;
  });
}

/**
 * Opens a URL in a page of a browser of its own, does something with it, and closes both.
 * @template T
 * @param {string} executablePath
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<T>} use
 * @param {{ limit?: number, viewport?: { width: number, height: number }, angle?: string }} [options] of the page and its browser
 * @returns {Promise<T | undefined>} undefined where it took longer than the limit
 */
export function withPage(executablePath, url, use, options) {
  const open = async page => {
    await exposeThreadTime(page);
    await page.goto(url);
    return use(page);
  };
  return withBrowser(executablePath, browser => inFreshPage(browser, open, options), options);
}
