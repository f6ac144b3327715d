import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';

/** Tests that need no DOM, by folder or file: Node's own runner takes them, and Chromium those that are left. */
export const NODE_TESTS = [
  // The longest first, so that no core waits for it at the end.
  'test/testing/check-provider-mutants.test.ts',
  'test/messages',
  'test/model',
  'test/engine',
  'test/provider/local-provider.test.ts',
  'test/provider/local-provider-changes.test.ts',
  'test/provider/change-backlog.test.ts',
  'test/provider/missed-changes.test.ts',
  'test/provider/retry-delay.test.ts',
  'test/provider/load-retry-delay.test.ts',
  'test/provider/delay.test.ts',
  'test/provider/sources/live.test.ts',
  'test/provider/sources/live-web-socket.test.ts',
  'test/provider/sources/request-options.test.ts',
  'test/provider/sources/shown-url.test.ts',
  'test/provider/sources/link-header.test.ts',
  'test/provider/sources/ocpi-next-page.test.ts',
  'test/provider/sources/ocpi-page-count.test.ts',
  'test/provider/sources/ocpi-server.test.ts',
  'test/provider/ocpp-changes.test.ts',
  'test/provider/engine-restarts.test.ts',
  'test/provider/remote-provider.test.ts',
  'test/provider/worker/bundled-worker.test.ts',
  'test/provider/shared-trend.test.ts',
  'test/provider/scoped-provider.test.ts',
  'test/provider/subscribers.test.ts',
  'test/provider/provider-clock.test.ts',
  'test/provider/mangled-changes.test.ts',
  'test/render/map/ground-note.test.ts',
  'test/render/map/near-map.test.ts',
  'test/render/map/fit-box.test.ts',
  'test/render/map/label-obstacles.test.ts',
  'test/render/map/map-palette.test.ts',
  'test/render/map/marker-neighbour.test.ts',
  'test/render/map/place-beside.test.ts',
  'test/render/shared/facet-options.test.ts',
  'test/render/map/projection.test.ts',
  'test/render/map/unit-of-length.test.ts',
  'test/render/map/world-map.test.ts',
  'test/render/shared/donut.test.ts',
  'test/render/shared/place-tooltip.test.ts',
  'test/render/shared/roving.test.ts',
  'test/render/shared/status-label.test.ts',
  'test/render/shared/status-look.test.ts',
  'test/render/shared/curve-path.test.ts',
  'test/stories/arg-types.test.ts',
  'test/stories/brands.test.ts',
  'test/stories/css-properties.test.ts',
  'test/stories/event-actions.test.ts',
  'test/stories/guides.test.ts',
  'test/stories/living-network.test.ts',
  'test/stories/plain-html.test.ts',
];

/** The test files at a path, itself or all below it. */
export function testFiles(path) {
  if (!existsSync(path)) throw new Error(`${path} is not there; expected a test file or a folder of them.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .filter(file => /\.test\.(ts|mjs)$/.test(file))
    .map(file => `${path}/${file}`);
}

/** Of the files with a process of their own those that take longest: they begin first, so that no core waits for one at the end. */
const LONGEST = [
  'test/node/hosts.test.mjs',
  'test/node/release.test.mjs',
  'test/node/package.test.mjs',
  'test/node/strict-pages.test.mjs',
  'test/node/source-examples.test.mjs',
  'test/node/ocpi-real.test.mjs',
];

const PREPARED = ['--import', 'tsx', '--import', './test/support/node-globals.mjs', '--test-reporter=spec'];

/** Runs Node with these arguments; resolves to its exit code, once what it printed is printed as one. */
function runNode(args) {
  const child = spawn(process.execPath, [...PREPARED, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const output = [];
  child.stdout.on('data', chunk => output.push(chunk));
  return new Promise(resolve => {
    child.on('close', code => {
      process.stdout.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/** How many test files share a process at most: enough to save most of them a start, few enough for all cores to end together. */
const SHARE = 12;

/** Shares that each core takes at least, where there are that many files. */
const TURNS = 2;

/** Node's arguments for test files that leave nothing behind, a share of them a process. */
function sharesOf(files) {
  const imports = files.map(file => `await import(${JSON.stringify(pathToFileURL(file).href)});`);
  const share = Math.min(SHARE, Math.ceil(imports.length / (availableParallelism() * TURNS)));
  const shares = [];
  while (imports.length > 0)
    shares.push(['--input-type=module', '--eval', imports.splice(0, share).join('\n')]);
  return shares;
}

/** Runs tests in Node, TypeScript as it stands, as many processes at a time as there are cores: those asked for, or all. */
async function run(paths) {
  const files = paths.flatMap(testFiles);
  // Those of test/node start servers or change how modules are loaded: each has a process of its own.
  const alone = files
    .filter(file => file.startsWith('test/node/'))
    .sort((one, other) => LONGEST.includes(other) - LONGEST.includes(one));
  const waiting = [...alone.map(file => [file]), ...sharesOf(files.filter(file => !alone.includes(file)))];
  const codes = [];
  async function runWaiting() {
    for (let args = waiting.shift(); args; args = waiting.shift()) codes.push(await runNode(args));
  }
  await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
  return Math.max(...codes);
}

if (process.argv[1] === import.meta.filename) {
  const asked = process.argv.slice(2);
  process.exitCode = await run(asked.length > 0 ? asked : NODE_TESTS);
}
