import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { startPostgres } from './temporary-postgres.mjs';

/** What is lost with the machine is a test's alone. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

// node scripts/with-postgres.mjs [--divided] SCRIPT [ARGUMENTS]: runs a script with EV_WIDGETS_DATABASE at a PostgreSQL that is made for it, and where its networks are to be
// divided, EV_WIDGETS_PARTS at databases of that one and of another.
const [first, ...others] = process.argv.slice(2);
const isDivided = first === '--divided';
const script = isDivided ? others : [first, ...others];
const running = [];
try {
  const postgres = await startPostgres(QUICK);
  if (!postgres) {
    console.log('No PostgreSQL of version 15 or newer is installed: nothing was run.');
  } else {
    running.push(postgres);
    const env = { ...process.env, EV_WIDGETS_DATABASE: postgres.url };
    if (isDivided) {
      const other = await startPostgres(QUICK);
      running.push(other);
      env.EV_WIDGETS_PARTS = [await postgres.createDatabase('part'), other.url].join(' ');
    }
    const child = spawn(process.execPath, script, { stdio: 'inherit', env });
    // It ends as it is told to; then this does.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 1;
  }
} finally {
  for (const postgres of running) await postgres.remove();
}
