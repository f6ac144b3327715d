import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

import { ensureChromium, versionOf } from './chromium.mjs';

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/@typescript/native/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

/** What each of the others needs. */
const GENERATE = { title: 'The world map and its styles', args: ['scripts/generate.mjs'] };

const BUILT = 'Build, of a manifest that describes the source';

/** What uses all cores by itself: pages whose frames and pauses others would hold up. */
const CHROMIUM = { title: 'Behaviour in Chromium', args: [bin.wtr] };

/** What runs side by side, in the order in which it is begun, once what it comes after is done. */
const STEPS = [
  { title: BUILT, args: ['scripts/build.mjs', '--beside-checks'] },
  { title: 'Format', args: [bin.prettier, '--check', '--log-level', 'warn', '.'] },
  { title: 'Lint, with the import direction', args: [bin.eslint, '.'] },
  { title: 'Types', args: [bin.tsc, '-p', '.'] },
  { title: 'Types of the server', args: [bin.tsc, '-p', 'server'] },
  { title: 'Every requirement has a test', args: ['scripts/requirements.mjs'] },
  {
    title: 'The portal, its server, the package and real data',
    args: ['scripts/node-tests.mjs', 'test/node'],
    after: BUILT,
  },
  {
    title: 'Documents, manifest and types, held against the source',
    args: ['scripts/node-tests.mjs', 'test/repository'],
    after: BUILT,
  },
  { title: 'Rules and engine, in Node', args: ['scripts/node-tests.mjs'] },
  {
    title: 'The server that answers, on an embedded PostgreSQL',
    args: ['scripts/node-tests.mjs', 'server/test'],
  },
  {
    title: 'The same on a PostgreSQL, where one is installed',
    args: ['scripts/with-postgres.mjs', 'scripts/node-tests.mjs', 'server/test'],
  },
  {
    title: 'Its answers from two PostgreSQL over which a network is divided',
    args: ['scripts/with-postgres.mjs', '--divided', 'scripts/node-tests.mjs', 'server/test/checked.test.ts'],
  },
  {
    title: 'Behaviour of the built bundle in Chromium',
    args: [bin.wtr],
    env: { EV_WIDGETS_BUNDLE: '1' },
    after: BUILT,
  },
];

/** Steps at a time: one more than there are cores, since each of them waits at times for pages, servers and databases. */
const LANES = availableParallelism() + 1;

/** Room for what is short-lived: a process that makes much of it spends less time on collecting it. */
const ROOM = '--max-semi-space-size=64';

/** Runs a step; what one prints that runs beside others is printed at its end, as one. */
async function run({ title, args, env }, isBesideOthers = false) {
  const started = performance.now();
  const output = [];
  if (!isBesideOthers) console.log(`\n── ${title}`);
  const child = spawn(process.execPath, args, {
    stdio: isBesideOthers ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${ROOM}`, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => output.push(chunk));
  const [code] = await once(child, 'close');
  if (isBesideOthers) {
    console.log(`\n── ${title}`);
    process.stdout.write(Buffer.concat(output));
  }
  return { title, isPassed: code === 0, seconds: (performance.now() - started) / 1000 };
}

/** Runs the steps that run side by side. */
async function runSteps() {
  const waiting = [...STEPS];
  const results = [];
  const isDone = title => results.some(result => result.title === title);
  const running = new Set();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ after }) => after === undefined || isDone(after));
    if (running.size < LANES && next >= 0) {
      const [step] = waiting.splice(next, 1);
      const ran = run(step, true).then(result => {
        results.push(result);
        running.delete(ran);
      });
      running.add(ran);
    } else await Promise.race(running);
  }
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
// Every step runs, so that one run tells all that is wrong.
const results = [await run(GENERATE), ...(await runSteps()), await run(CHROMIUM)];
console.log('\n── Summary');
for (const { title, isPassed, seconds } of results)
  console.log(`${isPassed ? 'passed' : 'FAILED'} ${seconds.toFixed(0).padStart(5)} s  ${title}`);
const total = (performance.now() - started) / 1000;
const failed = results.filter(({ isPassed }) => !isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed, in ${total.toFixed(0)} s`);
if (failed > 0) process.exitCode = 1;
