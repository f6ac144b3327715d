import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian's package keeps the programs, a folder a version. */
const DEBIAN = '/usr/lib/postgresql';

/** The oldest version that the server runs on. */
const OLDEST = 15;

/** The folder of PostgreSQL's programs, of a version that the server runs on: that on the path, else Debian's newest; undefined where none is installed. */
export async function findPrograms() {
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

/** Waits until the process that it is told by is no more, however that ended; then ends the server, and removes its folder. */
const GUARD = 'cat; kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"; rm -rf "$1"';

/** Has nothing be left of a folder and its server; what it returns has that be done at once. */
function guard(folder) {
  // In a group of its own, which no terminal interrupts.
  const guarding = spawn('sh', ['-c', GUARD, 'guard', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const removed = once(guarding, 'exit');
  guarding.unref();
  guarding.stdin.unref();
  return async () => {
    guarding.ref();
    guarding.stdin.end();
    await removed;
  };
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, which only this machine's users reach by a socket in it. It ends with this process at the latest.
 * @param {Record<string, string>} [settings] of its configuration
 * @returns {Promise<import('./temporary-postgres.mjs').TemporaryPostgres | undefined>} undefined where none is installed
 * @throws where it does not start: what it said
 */
export async function startPostgres(settings = {}) {
  const programs = await findPrograms();
  if (programs === undefined) return undefined;
  const user = await findUser();
  const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-postgres-'));
  const removeAll = guard(folder);
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
  const given = Object.entries({ ...settings, listen_addresses: '', unix_socket_directories: folder });
  const args = ['-D', data, ...given.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const urlOf = name => `postgres://postgres@/${name}?host=${encodeURIComponent(folder)}`;
  let server;
  const end = async signal => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    server.kill(signal);
    await once(server, 'exit');
  };
  const postgres = {
    url: urlOf('postgres'),
    async createDatabase(name) {
      await run(join(programs, 'createdb'), ['--host', folder, '--username=postgres', name]);
      return urlOf(name);
    },
    async start() {
      server = spawn(join(programs, 'postgres'), args, {
        ...user,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        // A terminal that interrupts this process leaves it to it what becomes of the server.
        detached: true,
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
      await removeAll();
    },
  };
  try {
    if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
    await run(join(programs, 'initdb'), initial, { ...user, cwd: folder });
    await postgres.start();
  } catch (error) {
    await postgres.remove();
    throw error;
  }
  return postgres;
}
