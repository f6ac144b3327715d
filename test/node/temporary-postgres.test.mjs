import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { findPrograms, startPostgres } from '../../scripts/temporary-postgres.mjs';

const skip = (await findPrograms()) === undefined;

const folderOf = ({ url }) => new URL(url.replace('@/', '@localhost/')).searchParams.get('host');
const processOf = async folder =>
  Number((await readFile(join(folder, 'data/postmaster.pid'), 'utf8')).split('\n')[0]);
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Waits until something is so: what ends when another process does tells nobody. */
async function until(isSo) {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 20));
}

test('a temporary PostgreSQL is removed, whatever has become of its server', { skip }, async () => {
  const postgres = await startPostgres();
  const folder = folderOf(postgres);
  const pid = await processOf(folder);
  process.kill(pid, 'SIGKILL');
  await until(() => !isAlive(pid));
  await postgres.remove();
  assert.ok(!existsSync(folder));
});

test('a temporary PostgreSQL that does not start says why, and leaves nothing', { skip }, async t => {
  const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-'));
  await chmod(folder, 0o755);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  t.after(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    return rm(folder, { recursive: true });
  });
  await assert.rejects(
    startPostgres({ no_such_setting: '1' }),
    /PostgreSQL did not start: .*no_such_setting/,
  );
  assert.deepEqual(await readdir(folder), []);
});

for (const signal of ['SIGTERM', 'SIGKILL'])
  test(
    `nothing is left of a temporary PostgreSQL whose process is ended by ${signal}`,
    { skip },
    async () => {
      const script = `import { startPostgres } from './scripts/temporary-postgres.mjs';
      console.log((await startPostgres()).url);
      setInterval(() => undefined, 1000);`;
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [url] = await once(createInterface({ input: child.stdout }), 'line');
      const folder = folderOf({ url });
      const pid = await processOf(folder);
      child.kill(signal);
      await until(() => !existsSync(folder) && !isAlive(pid));
    },
  );
