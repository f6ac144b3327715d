import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import * as esbuild from 'esbuild';

import { launchChromium, openPage, untilPiesCount, useHost, usePage } from '../support/host-page.mjs';
import { copyHost, install, packed } from '../support/packed.mjs';
import { serveFiles } from '../support/serve-files.mjs';

/** Splits what it bundles, so that workers can have files of their own. */
const bundleWithEsbuild = (folder, ...scripts) =>
  esbuild.build({
    entryPoints: scripts.map(script => join(folder, script)),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    outdir: join(folder, 'dist'),
    logLevel: 'error',
  });

/** A button of a pie's panel, deep in what the server sent of the overview. */
const sentButton = () => {
  const within = (root, selector) => root.querySelector(selector).shadowRoot;
  const pie = within(within(globalThis.document, 'ev-overview'), 'ev-connection-pie');
  return within(pie, 'ev-panel').querySelector('[part~="refresh"]');
};

/** A page that marks that button before any module runs. */
const marked = page => page.replace('</main>', `</main><script>(${sentButton})().id = 'sent';</script>`);

/** Whether that button is still there, or another in its place. */
const isStillThere = page => page.evaluate(`(${sentButton})().id === 'sent'`);

/** Pages of the example that a server renders, in a Node of its own. */
function renderOnServer(folder, given) {
  const code = `import { pageAt } from './page.mjs';
    console.log(JSON.stringify(await Promise.all(${JSON.stringify(given)}.map(each => pageAt(...each)))));`;
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 27 };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], options));
}

// The portals of other tools are built, and used, by `npm run test:hosts`.
test('portals of examples/hosts that take seconds', async t => {
  const pack = packed(t);
  const browser = await launchChromium(t);

  await t.test('R23: esbuild, which splits, makes files of both workers', async t => {
    const folder = copyHost(pack, 'bundlers');
    install(pack, folder);
    await bundleWithEsbuild(folder, 'portal.js');
    cpSync(join(folder, 'index.html'), join(folder, 'dist/index.html'));
    await useHost(browser, await serveFiles(t, join(folder, 'dist')));
  });

  await t.test('pages that a server has rendered', async t => {
    const folder = copyHost(pack, 'server-rendered');
    install(pack, folder, ['@lit-labs/ssr', '@lit-labs/ssr-client']);
    await bundleWithEsbuild(folder, 'hydration.js', 'portal.js');
    const [page, withoutHydration, list, station] = renderOnServer(folder, [
      ['/'],
      ['/', ['/portal.js']],
      ['/list'],
      ['/stations/CS-2'],
    ]);

    await t.test('R23: show their frames before any script has run', async t => {
      const bare = page.replaceAll(/<script.*?<\/script>/g, '');
      const shown = await openPage(browser, await serveFiles(t, folder, { pages: { '/': bare } }));
      await shown.page.getByText('Stations offline').waitFor();
      assert.equal(await shown.page.locator('ev-panel [part~="refresh"]').count(), 6);
      assert.deepEqual(shown.complaints, []);
      await shown.page.context().close();
    });

    await t.test('R23: are hydrated by Lit', async t => {
      const pages = { '/': marked(page), '/list': list, '/stations/CS-2': station };
      await useHost(browser, await serveFiles(t, join(folder, 'dist'), { pages }), async shown => {
        assert.equal(await isStillThere(shown), true);
      });
    });

    await t.test('R23: come alive without its hydration too', async t => {
      const pages = { '/': marked(withoutHydration) };
      const opened = await openPage(browser, await serveFiles(t, join(folder, 'dist'), { pages }));
      await usePage(opened, async page => {
        await untilPiesCount(page);
        assert.equal(await isStillThere(page), false);
        assert.deepEqual(opened.complaints, []);
      });
    });
  });
});
