import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { launchChromium, useHost } from '../support/host-page.mjs';
import { packed } from '../support/packed.mjs';
import { serveFiles } from '../support/serve-files.mjs';

/** Each folder of examples/hosts that a registry's packages build, its scripts, which put the portal into `dist`. */
const HOSTS = [
  { name: 'bundlers', scripts: ['esbuild', 'rollup', 'vite', 'webpack', 'parcel'] },
  { name: 'react' },
  { name: 'vue' },
  { name: 'svelte' },
];

/** Installs a host's packages, the library of its tarball, as a user's `npm install` does. */
function installHost({ tarball, folder }, name) {
  const host = join(folder, name);
  cpSync(`examples/hosts/${name}`, host, {
    recursive: true,
    filter: path => !/\/(node_modules|dist)$/.test(path),
  });
  const file = join(host, 'package.json');
  const given = JSON.parse(readFileSync(file, 'utf8'));
  given.dependencies['ev-widgets'] = tarball;
  writeFileSync(file, JSON.stringify(given));
  run(host, 'install', '--no-audit', '--no-fund', '--silent');
  return host;
}

function run(folder, ...given) {
  try {
    execFileSync('npm', given, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

const asked = process.env.EV_WIDGETS_HOSTS?.split(',');

test('the portals of examples/hosts, built by their own tools', async t => {
  const pack = packed(t);
  const browser = await launchChromium(t);
  for (const { name, scripts = ['build'] } of HOSTS.filter(host => !asked || asked.includes(host.name))) {
    await t.test(`R23: ${name} needs no more than npm install`, async t => {
      const host = installHost(pack, name);
      for (const script of scripts) {
        await t.test(script, async t => {
          rmSync(join(host, 'dist'), { recursive: true, force: true });
          run(host, 'run', script);
          await useHost(browser, await serveFiles(t, join(host, 'dist')));
        });
      }
    });
  }
});
