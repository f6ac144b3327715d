import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian's package keeps the programs, a folder a version. */
const DEBIAN = '/usr/lib/postgresql';

/** The oldest version that the server runs on. */
const OLDEST = 15;

/** The folder of PostgreSQL's programs: that on the path, else Debian's newest; undefined where none is installed. */
async function findPrograms() {
  const versions = await readdir(DEBIAN).catch(() => []);
  const folders = versions
    .sort((one, other) => Number(other) - Number(one))
    .map(version => join(DEBIAN, version, 'bin'));
  for (const folder of ['', ...folders]) {
    const { stdout } = await run(join(folder, 'initdb'), ['--version']).catch(() => ({ stdout: '' }));
    if (Number(/\d+/.exec(stdout)?.[0] ?? 0) >= OLDEST) return folder;
  }
  return undefined;
}

/** Whom PostgreSQL runs as: it refuses to run as root. */
async function findUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map(flag => run('id', [flag, name]))).catch(() => undefined);
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user postgres or nobody that it could run as.',
  );
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, which only this machine's users reach by a socket in it.
 * @param {Record<string, string>} [settings] of its configuration
 * @returns {Promise<import('./temporary-postgres.mjs').TemporaryPostgres | undefined>} undefined where none is installed
 */
export async function startPostgres(settings = {}) {
  const programs = await findPrograms();
  if (programs === undefined) return undefined;
  const user = await findUser();
  const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-postgres-'));
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initial = [
    '--pgdata',
    data,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ];
  await run(join(programs, 'initdb'), initial, { ...user, cwd: folder });
  const given = Object.entries({ ...settings, listen_addresses: '', unix_socket_directories: folder });
  const args = ['-D', data, ...given.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  let server;
  // Where this process ends without a word, it ends too.
  process.once('exit', () => server?.kill('SIGQUIT'));
  const end = async signal => {
    if (server.exitCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  const postgres = {
    url: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`,
    async start() {
      server = spawn(join(programs, 'postgres'), args, {
        ...user,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const said = [];
      let isReady = false;
      for await (const line of createInterface({ input: server.stderr })) {
        said.push(line);
        isReady = line.includes('ready to accept connections');
        if (isReady) break;
      }
      if (!isReady) throw new Error(`PostgreSQL did not start: ${said.join('\n')}`);
      // What it goes on to say is read, so that it can go on, and not kept.
      server.stderr.resume();
    },
    // Fast shutdown: what is under way is taken back.
    stop: () => end('SIGINT'),
    // Immediate shutdown, as by a crash.
    crash: () => end('SIGQUIT'),
    async remove() {
      await end('SIGINT');
      await rm(folder, { recursive: true });
    },
  };
  await postgres.start();
  return postgres;
}
