import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  // Memory is measured when asked, not at the next garbage collection.
  '--enable-blink-features=ForceEagerMeasureMemory',
];

const VIEWPORT = { width: 1000, height: 600 };

/** How long anything in a page may take, in milliseconds; what takes longer counts as too slow to measure. */
export const LIMIT = 90_000;

/**
 * Opens a page in a browser of its own, does something with it, and closes both.
 * @template T
 * @param {string} executablePath
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<T>} use
 * @param {number} [limit] milliseconds
 * @returns {Promise<T | undefined>} undefined where it took longer than the limit
 */
export async function withPage(executablePath, url, use, limit = LIMIT) {
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  let timer;
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    page.on('pageerror', error => {
      console.error(`  in the page: ${error.message}`);
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.exposeFunction('mainThreadSeconds', async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value;
    });
    await page.goto(url);
    const tooLong = new Promise(resolve => (timer = setTimeout(resolve, limit, undefined)));
    const used = use(page);
    // A page that is closed on the way fails what was asked of it.
    used.catch(() => undefined);
    return await Promise.race([used, tooLong]);
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}
