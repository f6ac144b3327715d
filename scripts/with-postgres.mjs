import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { startPostgres } from './temporary-postgres.mjs';

/** What is lost with the machine is a test's alone. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

// node scripts/with-postgres.mjs SCRIPT [ARGUMENTS]: runs a script with EV_WIDGETS_DATABASE at a PostgreSQL that is made for it.
const postgres = await startPostgres(QUICK);
if (!postgres) {
  console.log('No PostgreSQL of version 15 or newer is installed: nothing was run.');
} else {
  try {
    const env = { ...process.env, EV_WIDGETS_DATABASE: postgres.url };
    const child = spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit', env });
    // It ends as it is told to; then this does.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 1;
  } finally {
    await postgres.remove();
  }
}
