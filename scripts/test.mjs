import { spawnSync } from 'node:child_process';

import { ensureChromium, versionOf } from './chromium.mjs';

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/** Everything that must hold, the quick before the slow. */
const STEPS = [
  ['The world map and its styles', ['scripts/generate.mjs']],
  ['Format', [bin.prettier, '--check', '--log-level', 'warn', '.']],
  ['Lint, with the import direction', [bin.eslint, '.']],
  ['Types', [bin.tsc, '-p', '.']],
  ['Types of the server', [bin.tsc, '-p', 'server']],
  ['Build', ['scripts/build.mjs']],
  ['The manifest describes the source', ['scripts/manifest.mjs', '--check']],
  ['Every requirement has a test', ['scripts/requirements.mjs']],
  ['Rules and engine, in Node', ['scripts/node-tests.mjs']],
  ['The portal, its server, the package and real data', ['scripts/node-tests.mjs', 'test/node']],
  ['The server that answers, on an embedded PostgreSQL', ['scripts/node-tests.mjs', 'server/test']],
  ['Behaviour in Chromium', [bin.wtr]],
  ['Behaviour of the built bundle in Chromium', [bin.wtr], { EV_WIDGETS_BUNDLE: '1' }],
];

function run([title, args, env]) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return { title, isPassed: status === 0, seconds: (performance.now() - started) / 1000 };
}

try {
  process.env.CHROME_PATH = await ensureChromium();
  console.log(versionOf(process.env.CHROME_PATH));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// Every step runs, so that one run tells all that is wrong.
const results = STEPS.map(run);
console.log('\n── Summary');
for (const { title, isPassed, seconds } of results)
  console.log(`${isPassed ? 'passed' : 'FAILED'} ${seconds.toFixed(0).padStart(5)} s  ${title}`);
const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
const failed = results.filter(({ isPassed }) => !isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed, in ${total.toFixed(0)} s`);
if (failed > 0) process.exitCode = 1;
