import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

import { ensureChromium, versionOf } from '../scripts/chromium.mjs';
import { readArguments, USAGE } from './node/arguments.mjs';
import { measureBytes } from './node/bytes.mjs';
import { bundlePage } from './node/bundle.mjs';
import { intoDocument } from './node/document.mjs';
import { measureFirstPicture } from './node/first-picture.mjs';
import { measureFlood } from './node/flood.mjs';
import { measureInPages } from './node/pages.mjs';
import { textReport } from './node/report.mjs';
import { page, serve } from './node/serve.mjs';
import { judge } from './node/targets.mjs';

const PAGE_MEASUREMENTS = [
  'groups',
  'formats',
  'queries',
  'time',
  'legend',
  'stream',
  'pies',
  'panning',
  'long-tasks',
  'source-in-page',
];
/** Those that open pages of their own. */
const NODE_MEASUREMENTS = { 'first-picture': measureFirstPicture, flood: measureFlood, bytes: measureBytes };
const RESULTS = 'bench/results.json';
const DOCUMENT = 'docs/performance.md';

let asked;
try {
  asked = readArguments(process.argv.slice(2), [...PAGE_MEASUREMENTS, ...Object.keys(NODE_MEASUREMENTS)]);
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exit(2);
}
if (asked.help) {
  console.log(USAGE);
  process.exit(0);
}
// Standard output is the report's alone.
console.log = console.error;

const started = performance.now();
const secondsSince = time => (performance.now() - time) / 1000;

const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) process.exit(1);
const chromium = await ensureChromium();
const bundle = await bundlePage();
const server = await serve(bundle.folder, { '/': page('<script type="module" src="/page.js"></script>') });
const measurements = [];
try {
  for (const name of asked.chosen) {
    const began = performance.now();
    const measure = NODE_MEASUREMENTS[name] ?? measureInPages;
    const measured = await measure({ chromium, url: server.url, name, settings: asked.settings });
    measurements.push({ name, ...measured, seconds: secondsSince(began) });
  }
} finally {
  server.close();
  bundle.remove();
}

const results = {
  measuredAt: new Date().toISOString(),
  browser: versionOf(chromium),
  processor: `${cpus()[0].model}, ${availableParallelism()} cores`,
  settings: asked.settings,
  seconds: secondsSince(started),
  measurements,
  targets: judge(measurements),
};
if (asked.isWhole) {
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(DOCUMENT, await intoDocument(readFileSync(DOCUMENT, 'utf8'), results));
}
console.error(`The run took ${results.seconds.toFixed(0)} s.`);
process.stdout.write(asked.json ? `${JSON.stringify(results, null, 2)}\n` : textReport(results));
