import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * Builds the library into dist/: what MapLibre and the world map need first, then bundles, then types, those of frameworks too. It fails where custom-elements.json, which
 * these are made of, is not what the source gives, or something in it is not described. With `--beside-checks` it leaves to `npm test` what that does beside it: to write
 * the world map first, and to check types.
 */
const isBesideChecks = process.argv.includes('--beside-checks');
const steps = [
  ['scripts/manifest.mjs', '--check'],
  ...(isBesideChecks ? [] : [['scripts/generate.mjs']]),
  ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'],
  [
    'node_modules/@typescript/native/bin/tsc',
    '-p',
    'tsconfig.build.json',
    ...(isBesideChecks ? ['--noCheck'] : []),
  ],
  ['scripts/typings.mjs'],
  ['scripts/prune-types.mjs'],
];

rmSync('dist', { recursive: true, force: true });
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
