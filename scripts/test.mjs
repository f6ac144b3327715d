import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

import { ensureChromium, versionOf } from './chromium.mjs';

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
  wtr: 'node_modules/@web/test-runner/dist/bin.js',
};

const nodeTests = readdirSync('test/node')
  .filter(file => file.endsWith('.test.mjs'))
  .map(file => `test/node/${file}`);

/** Everything that must hold, the quick before the slow. */
const steps = [
  ['The world map and its styles', ['scripts/generate.mjs']],
  ['Format', [bin.prettier, '--check', '--log-level', 'warn', '.']],
  ['Lint, with the import direction', [bin.eslint, '.']],
  ['Types', [bin.tsc, '-p', '.']],
  ['Build', ['scripts/build.mjs']],
  ['The manifest describes the source', ['scripts/manifest.mjs', '--check']],
  ['Behaviour in Chromium', [bin.wtr]],
  ['Behaviour of the built bundle in Chromium', [bin.wtr], { EV_WIDGETS_BUNDLE: '1' }],
  ['The portal, its server and real data', ['--test', ...nodeTests]],
  ['Every requirement has a test', ['scripts/requirements.mjs']],
];

function run(title, args, env) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`   ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return status === 0;
}

try {
  process.env.CHROME_PATH = await ensureChromium();
  console.log(versionOf(process.env.CHROME_PATH));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
for (const [title, args, env] of steps) {
  if (run(title, args, env)) continue;
  console.error(`\nFailed: ${title}`);
  process.exit(1);
}
