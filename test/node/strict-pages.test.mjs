import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { build } from 'esbuild';

import { launchChromium, openPage, untilLandIsDrawn, usePage } from '../support/host-page.mjs';
import { serveFiles } from '../support/serve-files.mjs';

const NETWORK = JSON.stringify({
  locations: [
    {
      id: 'recife',
      latitude: -8,
      longitude: -35,
      stations: [
        { id: 'CS-1', connection: 'online' },
        { id: 'CS-2', connection: 'offline' },
      ],
    },
  ],
});
const PAGE = `<!doctype html>
  <link rel="icon" href="/icon.svg" />
  <link rel="stylesheet" href="/page.css" />
  <ev-data-provider>
    <ev-connection-pie></ev-connection-pie>
    <ev-connection-map center="-35,-8" zoom="4"></ev-connection-map>
  </ev-data-provider>
  <script type="module" src="/portal.js"></script>`;
/** The portal's script, with the library at an address. */
const portalOf = library => `import { localProvider } from '${library}';
  const load = async () => (await fetch('/network.json')).json();
  document.querySelector('ev-data-provider').provider = localProvider({ load });`;
const FILES = {
  '/': PAGE,
  '/framing': `<!doctype html>
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/page.css" />
    <iframe sandbox="allow-scripts" src="/"></iframe>`,
  '/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
  '/network.json': NETWORK,
  '/page.css': 'iframe { width: 900px; height: 700px } ev-connection-map { width: 400px; height: 300px }',
};
const CORS = { 'access-control-allow-origin': '*' };
const IMAGES = "img-src 'self' data: blob:";
const TRUSTED = "require-trusted-types-for 'script'; trusted-types";

const policy = text => ({ 'content-security-policy': text });

/**
 * The rows of docs/embedding.md's table "What runs where": what the page's server says, whether the library is the one script or modules of another origin, where
 * the engine runs, and what the console is told where a map lists its stations.
 */
const ROWS = [
  { title: "with default-src 'self' runs both workers", page: policy(`default-src 'self'; ${IMAGES}`) },
  {
    title: 'that requires Trusted Types runs both workers by the policy ev-widgets',
    page: policy(`${TRUSTED} lit-html ev-widgets`),
  },
  {
    title:
      'that requires Trusted Types without that policy has the engine in the tab, and lists its stations',
    page: policy(`${TRUSTED} lit-html`),
    engine: 'tab',
    told: [
      /^ev-widgets: the engine runs in the tab, since its worker .* requires 'TrustedScriptURL'/,
      /^ev-widgets: <ev-connection-map> lists its stations, .* requires 'TrustedScriptURL'/,
    ],
  },
  {
    title: 'that forbids workers has the engine in the tab, and lists its stations',
    page: policy("worker-src 'none'"),
    engine: 'tab',
    told: [
      /^ev-widgets: the engine runs in the tab, since its worker .*\(worker-src/,
      /^ev-widgets: <ev-connection-map> lists its stations, .*\(worker-src/,
    ],
  },
  {
    title: 'in a sandboxed frame runs both workers by CORS',
    page: { ...CORS, ...policy("script-src 'self'; worker-src 'self' data:; connect-src 'self' data:") },
    isFramed: true,
  },
  {
    title: 'with the one script of another origin runs both workers by CORS',
    page: policy(`default-src 'self'; ${IMAGES}; script-src 'self' CDN; worker-src blob: CDN`),
    elsewhere: 'script',
  },
  {
    title: 'that requires Trusted Types, with modules of another origin, runs both workers by CORS',
    page: policy(`${TRUSTED} lit-html ev-widgets`),
    elsewhere: 'modules',
  },
  {
    title:
      'with the one script of another origin, without blob:, has the engine in the tab, and lists its stations',
    page: policy("worker-src 'self' CDN"),
    elsewhere: 'script',
    engine: 'tab',
    told: [
      /^ev-widgets: the engine runs in the tab, since its worker .* worker-src blob:/,
      /^ev-widgets: <ev-connection-map> lists its stations, .*\(worker-src/,
    ],
  },
];

/** The library as a bundler makes modules of it. */
async function bundled(t) {
  const folder = mkdtempSync(join(tmpdir(), 'ev-widgets-strict-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    stdin: {
      contents: "import 'ev-widgets/define'; export { localProvider } from 'ev-widgets';",
      resolveDir: process.cwd(),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: folder,
    entryNames: 'library',
    logLevel: 'error',
  });
  return folder;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Has the page save what its map shows, as a picture and as a table. */
async function saveAll(page) {
  const map = page.locator('ev-connection-map');
  for (const [choice, begins] of [
    ['savePicture', PNG],
    ['saveTable', Buffer.from('\uFEFFas of,locations,')],
  ]) {
    await map.locator('[part~="save"]').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      map.locator(`[data-choice="${choice}"]`).click(),
    ]);
    const saved = readFileSync(await download.path());
    assert.deepEqual(saved.subarray(0, begins.length), begins);
  }
}

test('strict pages', async t => {
  const browser = await launchChromium(t);
  const libraries = { script: ['dist/cdn', '/ev-widgets.js'], modules: [await bundled(t), '/library.js'] };

  for (const {
    title,
    page: headers = {},
    elsewhere,
    engine = 'worker',
    told = [],
    isFramed = false,
  } of ROWS) {
    await t.test(`R23: a page ${title}`, async t => {
      const [folder, script] = libraries[elsewhere ?? 'script'];
      const cdn = elsewhere ? await serveFiles(t, folder, { headers: CORS }) : '';
      const given = Object.entries(headers).map(([name, value]) => [name, value.replaceAll('CDN', cdn)]);
      const origin = await serveFiles(t, folder, {
        headers: Object.fromEntries(given),
        pages: { ...FILES, '/portal.js': portalOf(`${cdn}${script}`) },
      });
      const opened = await openPage(browser, `${origin}${isFramed ? '/framing' : '/'}`);
      await usePage(opened, async page => {
        const shown = isFramed ? page.frames()[1] : page;
        await shown
          .locator('ev-connection-pie [part~="entry"][data-status="online"][data-count="1"]')
          .waitFor();
        const where = ({ current }) => current.state.engine;
        assert.equal(await shown.locator('ev-data-provider').evaluate(where), engine);
        if (told.length > 0) {
          await shown.locator('ev-connection-map [part~="error"]').waitFor();
          assert.equal(await shown.locator('ev-connection-map ev-station-list [part~="row"]').count(), 2);
          const own = opened.complaints.filter(text => text.startsWith('ev-widgets:'));
          assert.equal(own.length, told.length);
          for (const [index, pattern] of told.entries()) assert.match(own[index], pattern);
        } else {
          await untilLandIsDrawn(shown);
          await shown.locator('ev-connection-map summary + div', { hasText: 'GeoNames' }).waitFor();
          // A sandboxed frame may not save.
          if (!isFramed) await saveAll(page);
          assert.deepEqual(opened.complaints, []);
        }
      });
    });
  }

  await t.test(
    'R23: a page that requires Trusted Types without Lit’s policy has its console say so',
    async t => {
      const origin = await serveFiles(t, 'dist/cdn', {
        headers: policy(`${TRUSTED} ev-widgets`),
        pages: { ...FILES, '/portal.js': portalOf('/ev-widgets.js') },
      });
      const opened = await openPage(browser, origin);
      await usePage(opened, async page => {
        assert.equal(await page.evaluate(() => globalThis.customElements.get('ev-panel')), undefined);
        assert.match(opened.complaints.join('\n'), /policy .*'?lit-html/i);
      });
    },
  );
});
