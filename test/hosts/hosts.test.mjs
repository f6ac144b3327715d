import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { launchChromium, useHost } from '../support/host-page.mjs';
import { copyHost, install, packed } from '../support/packed.mjs';
import { serveFiles } from '../support/serve-files.mjs';

/** Each folder of examples/hosts that a registry's packages build, its scripts that put the portal into `dist`, and those that serve it. */
const HOSTS = [
  {
    name: 'bundlers',
    builds: ['esbuild', 'rollup', 'vite', 'webpack', 'parcel'],
    servers: ['vite:dev', 'vite-7:dev'],
  },
  { name: 'react', builds: ['build'] },
  { name: 'vue', builds: ['build'] },
  { name: 'svelte', builds: ['build'] },
  { name: 'angular', builds: ['build'] },
  { name: 'next', servers: ['start'] },
];

/** Tools tell nobody that they run, and write without colours. */
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' };

/** Installs a host's packages, the library of its tarball, as a user's `npm install` does. */
function installHost(pack, name) {
  const host = copyHost(pack, name);
  const file = join(host, 'package.json');
  const given = JSON.parse(readFileSync(file, 'utf8'));
  given.dependencies['ev-widgets'] = pack.tarball;
  writeFileSync(file, JSON.stringify(given));
  run(host, 'install', '--no-audit', '--no-fund', '--silent');
  return host;
}

function run(folder, ...given) {
  try {
    execFileSync('npm', given, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

/** Runs a host's script that serves it, on a free port, for as long as a test runs; resolves to the address that it prints. */
async function serveHost(t, folder, script) {
  const server = spawn('npm', ['run', script, '--', '--port', '0'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm starts it in a process of its own: they are ended together.
    detached: true,
  });
  t.after(async () => {
    if (server.exitCode !== null) return;
    process.kill(-server.pid);
    await once(server, 'exit');
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = chunk => {
      printed += chunk;
      const [address] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
      if (address) resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('exit', code => reject(new Error(`npm run ${script} ended with ${code}:\n${printed}`)));
  });
}

const KNOWN = ['plain', ...HOSTS.map(({ name }) => name)];
const asked = process.env.EV_WIDGETS_HOSTS?.split(',') ?? KNOWN;
const isAsked = name => asked.includes(name);
for (const name of asked)
  if (!KNOWN.includes(name))
    throw new Error(`EV_WIDGETS_HOSTS names "${name}"; expected some of ${KNOWN.join(', ')}.`);

test('the portals of examples/hosts, built by their own tools', async t => {
  const pack = packed(t);
  const browser = await launchChromium(t);

  await t.test(
    'R23: plain has the one script from another origin, by CORS',
    { skip: !isAsked('plain') },
    async t => {
      const host = copyHost(pack, 'plain');
      install(pack, host);
      const cdn = await serveFiles(t, join(host, 'node_modules/ev-widgets/dist/cdn'), {
        headers: { 'access-control-allow-origin': '*' },
      });
      const portal = readFileSync(join(host, 'portal.js'), 'utf8').replace('/ev-widgets/', `${cdn}/`);
      await useHost(browser, await serveFiles(t, host, { pages: { '/portal.js': portal } }));
    },
  );

  for (const { name, builds = [], servers = [] } of HOSTS.filter(({ name }) => isAsked(name))) {
    await t.test(`R23: ${name} needs no more than npm install`, async t => {
      const host = installHost(pack, name);
      for (const script of builds) {
        await t.test(script, async t => {
          rmSync(join(host, 'dist'), { recursive: true, force: true });
          run(host, 'run', script);
          await useHost(browser, await serveFiles(t, join(host, 'dist')));
        });
      }
      for (const script of servers) {
        await t.test(script, async t => {
          await useHost(browser, await serveHost(t, host, script));
        });
      }
    });
  }
});
