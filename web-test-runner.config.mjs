import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';

import { bundledTests } from './scripts/bundled-tests.mjs';
import { ensureChromium, WITHOUT_OWN_PAGES } from './scripts/chromium.mjs';
import { NODE_TESTS, testFiles } from './scripts/node-tests.mjs';
import { pageCommands } from './scripts/page-commands.mjs';

const bundle = process.env.EV_WIDGETS_BUNDLE === '1';

const inNode = NODE_TESTS.flatMap(testFiles);
const inChromium = testFiles('test').filter(
  file => file.endsWith('.ts') && !file.startsWith('test/bundle/') && !inNode.includes(file),
);

/** Scripts that tests load by their URLs. */
const loadedByTests = ['src/provider/worker/engine-worker.ts', 'test/render/map/map-without-worker.ts'];

const executablePath = await ensureChromium();

export default {
  files: bundle ? 'test/bundle/**/*.test.ts' : inChromium,
  nodeResolve: { exportConditions: ['production', 'default'] },
  preserveSymlinks: true,
  // One more than two cores run at a time: a page waits for its frames and its map.
  concurrency: 3,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 30_000 } },
  browsers: [
    chromeLauncher({
      // A context of its own keeps each page visible: a hidden one draws no frames, and its map never stands.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
      launchOptions: {
        executablePath,
        args: [
          '--no-sandbox',
          '--use-angle=swiftshader-webgl',
          '--enable-unsafe-swiftshader',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
          WITHOUT_OWN_PAGES,
        ],
      },
    }),
  ],
  testRunnerHtml: testFramework =>
    `<!doctype html><html lang="en"><body><script type="module" src="${testFramework}"></script></body></html>`,
  plugins: [
    bundle
      ? esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })
      : bundledTests([...inChromium, ...loadedByTests]),
    pageCommands,
  ],
  // A failed import or an uncaught error fails the file; expected warnings of the elements are asserted by their tests.
  filterBrowserLogs: ({ type }) => type === 'error',
};
