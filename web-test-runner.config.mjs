import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';

import { ensureChromium } from './scripts/chromium.mjs';
import { NODE_TESTS, testFiles } from './scripts/node-tests.mjs';
import { pageCommands } from './scripts/page-commands.mjs';

const bundle = process.env.EV_WIDGETS_BUNDLE === '1';

// The virtualiser asks which environment it runs in; builds put that in its place.
const withProcess = bundle
  ? ''
  : "<script>globalThis.process = { env: { NODE_ENV: 'production' } };</script>";

const executablePath = await ensureChromium();

export default {
  files: bundle
    ? 'test/bundle/**/*.test.ts'
    : ['test/**/*.test.ts', '!test/bundle/**', ...NODE_TESTS.flatMap(testFiles).map(file => `!${file}`)],
  nodeResolve: { exportConditions: ['production', 'default'] },
  preserveSymlinks: true,
  concurrency: 2,
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
        ],
      },
    }),
  ],
  testRunnerHtml: testFramework =>
    `<!doctype html><html lang="en"><body>${withProcess}<script type="module" src="${testFramework}"></script></body></html>`,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }), pageCommands],
  // A failed import or an uncaught error fails the file; expected warnings of the elements are asserted by their tests.
  filterBrowserLogs: ({ type }) => type === 'error',
};
