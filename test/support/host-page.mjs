import assert from 'node:assert/strict';

import { chromium } from 'playwright-core';

import { findChromium, WITHOUT_OWN_PAGES } from '../../scripts/chromium.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--use-angle=swiftshader-webgl',
  '--enable-unsafe-swiftshader',
  WITHOUT_OWN_PAGES,
];

/** What is told of what tests run on: the development build of Lit that a dev server has, and a canvas that is composited by software. */
const NOT_OURS = /^Lit is in dev mode|GPU stall due to ReadPixels/;

/** A browser for as long as a test runs. */
export async function launchChromium(test) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
  test.after(() => browser.close());
  return browser;
}

/** Opens a page, and gathers what it complains of: its console, its errors, and what it could not be given. */
export async function openPage(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', message => {
    const text = message.text();
    if (['warning', 'error'].includes(message.type()) && !NOT_OURS.test(text)) complaints.push(text);
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText;
    // A router gives up what it has asked for where its reader goes on.
    if (request.resourceType() !== 'fetch' || reason !== 'net::ERR_ABORTED')
      complaints.push(`${request.url()}: ${reason}`);
  });
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  await page.goto(url);
  return { page, complaints };
}

/** The colours of an element at points that are so many pixels right of and below its middle, as `r,g,b`; read in a page that allows it. */
async function colorsAt(element, points, reader) {
  const png = (await element.screenshot()).toString('base64');
  return reader.evaluate(
    async ([data, points]) => {
      const image = new globalThis.Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const { width, height } = image;
      const context = new globalThis.OffscreenCanvas(width, height).getContext('2d', {
        willReadFrequently: true,
      });
      context.drawImage(image, 0, 0);
      return points.map(([x, y]) =>
        context
          .getImageData(width / 2 + x, height / 2 + y, 1, 1)
          .data.slice(0, 3)
          .join(),
      );
    },
    [png, points],
  );
}

/**
 * Waits until the first map of a page, or of a frame, which looks at the coast of Brazil, shows land in the west and sea in the east.
 */
export async function untilLandIsDrawn(page) {
  const canvas = page.locator('ev-connection-map canvas').first();
  // A policy of the page's own may forbid what reads the picture.
  const reader = await canvas.page().context().newPage();
  const deadline = performance.now() + 60_000;
  for (;;) {
    const [land, sea] = await colorsAt(
      canvas,
      [
        [-120, 40],
        [120, 40],
      ],
      reader,
    );
    if (land !== sea) break;
    assert.ok(performance.now() < deadline, `land and sea are both ${land}`);
  }
  await reader.close();
}

/** Waits until each pie shows what the hosts' network holds. */
export async function untilPiesCount(page) {
  for (const [pie, status, count] of [
    ['connection', 'online', 2],
    ['evse', 'charging', 1],
    ['last-ocpp', 'under-15m', 2],
    ['station', 'enabled', 2],
  ])
    await page
      .locator(`ev-${pie}-pie [part~="entry"][data-status="${status}"][data-count="${count}"]`)
      .waitFor();
}

/** Uses a page and closes it; what fails tells what the page complained of. */
export async function usePage({ page, complaints }, use) {
  try {
    await use(page);
  } catch (error) {
    throw new Error([error.message, 'The page complains:', ...complaints].join('\n'), { cause: error });
  } finally {
    await page.context().close();
  }
}

/**
 * Uses a portal of `examples/hosts` as its reader does: the overview, the list behind a figure, a station's own page, and back. Its pies have numbers, land is
 * drawn, MapLibre's worker and the engine's run, and nothing is complained of.
 * @param {(page: object) => Promise<void>} [look] at the overview, once its pies have numbers
 */
export async function useHost(browser, url, look) {
  const opened = await openPage(browser, url);
  await usePage(opened, async page => {
    await untilPiesCount(page);
    await look?.(page);
    await untilLandIsDrawn(page);
    const where = () => globalThis.document.querySelector('ev-data-provider').current.state.engine;
    assert.equal(await page.evaluate(where), 'worker');
    await page.locator('ev-connection-pie [part~="drill"][data-status="offline"]').click();
    await page.waitForURL('**/list*');
    await page
      .locator('ev-station-list [part~="row"][data-station-id="CS-2"] a', { hasText: 'CS-2' })
      .click();
    await page.waitForURL('**/stations/CS-2');
    await page.locator('h1', { hasText: 'CS-2' }).waitFor();
    assert.equal(await page.locator('ev-overview').count(), 0);
    await page.locator('nav a').click();
    await untilPiesCount(page);
    assert.deepEqual(opened.complaints, []);
  });
}
