import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { ensureChromium, versionOf } from './chromium.mjs';

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/** Everything that must hold. What the lanes need. */
const FIRST = [['The world map and its styles', ['scripts/generate.mjs']]];

/** Run side by side, for neither keeps two cores busy; each in its order, the quick before the slow. */
const LANES = [
  [['Behaviour in Chromium', [bin.wtr]]],
  [
    ['Format', [bin.prettier, '--check', '--log-level', 'warn', '.']],
    ['Lint, with the import direction', [bin.eslint, '.']],
    ['Types', [bin.tsc, '-p', '.']],
    ['Build', ['scripts/build.mjs']],
    ['The manifest describes the source', ['scripts/manifest.mjs', '--check']],
    ['Every requirement has a test', ['scripts/requirements.mjs']],
    ['Rules and engine, in Node', ['scripts/node-tests.mjs']],
    ['The portal, its server, the package and real data', ['scripts/node-tests.mjs', 'test/node']],
  ],
];

/** Needs what was built. */
const LAST = [['Behaviour of the built bundle in Chromium', [bin.wtr], { EV_WIDGETS_BUNDLE: '1' }]];

/** Runs a step, and prints what it says once it has ended, so that no other's lines stand between. */
async function run([title, args, env]) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => said.push(part));
  const [status] = await once(child, 'close');
  console.log(`\n── ${title}`);
  process.stdout.write(Buffer.concat(said));
  return { title, isPassed: status === 0, seconds: (performance.now() - started) / 1000 };
}

async function runAll(steps) {
  const results = [];
  for (const step of steps) results.push(await run(step));
  return results;
}

try {
  process.env.CHROME_PATH = await ensureChromium();
  console.log(versionOf(process.env.CHROME_PATH));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// Every step runs, so that one run tells all that is wrong.
const started = performance.now();
const results = [
  ...(await runAll(FIRST)),
  ...(await Promise.all(LANES.map(runAll))).flat(),
  ...(await runAll(LAST)),
];
const total = (performance.now() - started) / 1000;
console.log('\n── Summary');
for (const { title, isPassed, seconds } of results)
  console.log(`${isPassed ? 'passed' : 'FAILED'} ${seconds.toFixed(0).padStart(5)} s  ${title}`);
const failed = results.filter(({ isPassed }) => !isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed, in ${total.toFixed(0)} s`);
if (failed > 0) process.exitCode = 1;
