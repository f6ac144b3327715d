import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { launchChromium, openPage, usePage } from '../support/host-page.mjs';
import { serveFiles } from '../support/serve-files.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const OTHER = '0.0.1';

/** The one script as the build makes it of another version: it differs in the line that says which. */
function buildOf(t, other) {
  const folder = mkdtempSync(join(tmpdir(), 'ev-widgets-other-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('dist/cdn', folder, { recursive: true });
  let replaced = 0;
  for (const file of readdirSync(folder).filter(name => name.endsWith('.js'))) {
    const code = readFileSync(join(folder, file), 'utf8');
    const changed = code.replaceAll(`="${version}"`, () => (replaced++, `="${other}"`));
    if (changed !== code) writeFileSync(join(folder, file), changed);
  }
  assert.equal(replaced, 1);
  return folder;
}

const PAGE = `<!doctype html>
  <link rel="icon" href="data:," />
  <ev-data-provider>
    <ev-connection-pie></ev-connection-pie>
    <ev-status-legend></ev-status-legend>
  </ev-data-provider>
  <script type="module" src="/portal.js"></script>`;
const PROVIDED = `document.querySelector('ev-data-provider').provider = localProvider({
    load: async () => ({
      locations: [
        {
          id: 'l',
          latitude: 52,
          longitude: 5,
          stations: [
            { id: 'a', connection: 'online' },
            { id: 'b', connection: 'offline' },
          ],
        },
      ],
    }),
  });`;

/** Opens a page with both builds, whose script is given; resolves to it once it is drawn. */
async function open(t, browser, portal) {
  const ours = await serveFiles(t, 'dist/cdn', { headers: { 'access-control-allow-origin': '*' } });
  const origin = await serveFiles(t, buildOf(t, OTHER), {
    pages: { '/': PAGE, '/portal.js': portal(`${ours}/ev-widgets.js`, '/ev-widgets.js') },
  });
  return openPage(browser, origin);
}

/** The elements of whichever version work together: the legend hides in the pie. */
async function useViews(page) {
  const entry = (view, status) => page.locator(`${view} [part~="entry"][data-status="${status}"]`);
  await entry('ev-status-legend', 'offline').click();
  await entry('ev-connection-pie', 'offline').and(page.locator('[aria-pressed="false"]')).waitFor();
  assert.equal(await page.locator('ev-connection-pie [part~="slice"]').count(), 1);
}

test('two versions of the library on a page', async t => {
  const browser = await launchChromium(t);

  await t.test('R23: the first one’s elements stay and work, and the console says so once', async t => {
    const opened = await open(
      t,
      browser,
      (first, second) => `import { localProvider } from '${first}';
        import { EvPanel } from '${second}';
        globalThis.isOfSecond = customElements.get('ev-panel') === EvPanel;
        ${PROVIDED}`,
    );
    await usePage(opened, async page => {
      await useViews(page);
      assert.equal(await page.evaluate(() => globalThis.isOfSecond), false);
      assert.deepEqual(opened.complaints, [
        `ev-widgets: the page has version ${version} already, whose elements stay; those of version ${OTHER} are registered only where that one has registered none. Load one of them.`,
      ]);
    });
  });

  await t.test(
    'R23: a view of one takes its data and what is hidden from the provider of the other',
    async t => {
      // The second one registers the provider alone: the page has it first of all.
      const opened = await open(
        t,
        browser,
        (first, second) => `const { define } = customElements;
        customElements.define = (tag, element) => {
          if (tag === 'ev-data-provider') define.call(customElements, tag, element);
        };
        const { localProvider, EvDataProvider } = await import('${second}');
        customElements.define = define;
        await import('${first}');
        globalThis.isOfSecond = customElements.get('ev-data-provider') === EvDataProvider;
        ${PROVIDED}`,
      );
      await usePage(opened, async page => {
        await useViews(page);
        assert.equal(await page.evaluate(() => globalThis.isOfSecond), true);
        assert.equal(opened.complaints.length, 1);
      });
    },
  );

  await t.test(
    'a tag that the host has an element of its own for is told, and the others are registered',
    async t => {
      const opened = await open(
        t,
        browser,
        first => `customElements.define('ev-panel', class extends HTMLElement {});
        const { localProvider } = await import('${first}');
        ${PROVIDED}`,
      );
      await usePage(opened, async page => {
        await page.locator('ev-status-legend [part~="entry"][data-status="offline"]').waitFor();
        assert.deepEqual(opened.complaints, [
          'ev-widgets: <ev-panel> is not registered, since the page has another element of that name.',
        ]);
      });
    },
  );
});
