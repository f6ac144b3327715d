import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

import { ensureChromium, versionOf } from './chromium.mjs';

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/** Everything that must hold, the quick before the slow. Steps of one row run side by side; one that has a row of its own uses all cores. */
const ROWS = [
  [['The world map and its styles', ['scripts/generate.mjs']]],
  [
    ['Build, of a manifest that describes the source', ['scripts/build.mjs', '--beside-checks']],
    ['Format', [bin.prettier, '--check', '--log-level', 'warn', '.']],
    ['Lint, with the import direction', [bin.eslint, '.']],
    ['Types', [bin.tsc, '-p', '.']],
    ['Types of the server', [bin.tsc, '-p', 'server']],
    ['Every requirement has a test', ['scripts/requirements.mjs']],
  ],
  // Each of these has as many processes or pages as two cores run, and some of them wait: two side by side leave no core idle.
  [
    ['The portal, its server, the package and real data', ['scripts/node-tests.mjs', 'test/node']],
    ['Rules and engine, in Node', ['scripts/node-tests.mjs']],
    ['The server that answers, on an embedded PostgreSQL', ['scripts/node-tests.mjs', 'server/test']],
    [
      'The same on a PostgreSQL, where one is installed',
      ['scripts/with-postgres.mjs', 'scripts/node-tests.mjs', 'server/test'],
    ],
    [
      'Its answers from two PostgreSQL over which a network is divided',
      ['scripts/with-postgres.mjs', '--divided', 'scripts/node-tests.mjs', 'server/test/checked.test.ts'],
    ],
    ['Behaviour of the built bundle in Chromium', [bin.wtr], { EV_WIDGETS_BUNDLE: '1' }],
  ],
  [['Behaviour in Chromium', [bin.wtr]]],
];

/** Runs a step; what one prints that runs beside others is printed at its end, as one. */
async function run([title, args, env], isBesideOthers) {
  const started = performance.now();
  const output = [];
  if (!isBesideOthers) console.log(`\n── ${title}`);
  const child = spawn(process.execPath, args, {
    stdio: isBesideOthers ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => output.push(chunk));
  const [code] = await once(child, 'close');
  if (isBesideOthers) {
    console.log(`\n── ${title}`);
    process.stdout.write(Buffer.concat(output));
  }
  return { title, isPassed: code === 0, seconds: (performance.now() - started) / 1000 };
}

/** Runs a row, as many steps at a time as there are cores. */
async function runRow(row) {
  const waiting = [...row];
  const results = [];
  async function runSteps() {
    for (let step = waiting.shift(); step; step = waiting.shift())
      results.push(await run(step, row.length > 1));
  }
  await Promise.all(Array.from({ length: availableParallelism() }, runSteps));
  return results;
}

try {
  process.env.CHROME_PATH = await ensureChromium();
  console.log(versionOf(process.env.CHROME_PATH));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const started = performance.now();
const results = [];
// Every step runs, so that one run tells all that is wrong.
for (const row of ROWS) results.push(...(await runRow(row)));
console.log('\n── Summary');
for (const { title, isPassed, seconds } of results)
  console.log(`${isPassed ? 'passed' : 'FAILED'} ${seconds.toFixed(0).padStart(5)} s  ${title}`);
const total = (performance.now() - started) / 1000;
const failed = results.filter(({ isPassed }) => !isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed, in ${total.toFixed(0)} s`);
if (failed > 0) process.exitCode = 1;
