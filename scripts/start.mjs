import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { HELP, UsageError, readArguments } from '../examples/portal/server/arguments.mjs';
import { FeedError } from '../examples/portal/server/feed-document.mjs';
import { openFeed } from '../examples/portal/server/file-network.mjs';
import { createHandler } from '../examples/portal/server/handler.mjs';
import { listen } from '../examples/portal/server/listen.mjs';

async function openSample() {
  // Loaded only when asked for: it reads a list of all the world's towns.
  const sample = await import('../examples/portal/server/sample-network.mjs');
  return sample.openSample();
}

async function startAnswering(database) {
  // Loaded only when asked for: what runs it is TypeScript.
  const { startAnsweringServer } = await import('../examples/portal/server/answering-server.mjs');
  return startAnsweringServer(database);
}

async function build() {
  const npm = spawn('npm', ['run', '--silent', 'build'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [status] = await once(npm, 'exit');
  if (status !== 0)
    throw new UsageError(`the build failed with exit status ${status}; expected \`npm run build\` to pass`);
}

async function start() {
  const given = readArguments(process.argv.slice(2));
  if (given.help) {
    console.log(HELP);
    return;
  }
  const network = given.feed === undefined ? await openSample() : await openFeed(given.feed);
  const answering = given.server ? await startAnswering(given.database) : undefined;
  const handler = createHandler(answering ? { ...network, answers: answering.origin } : network);
  let open;
  const opened = new Promise(resolve => {
    open = resolve;
  });
  // The port is taken before the build, so that a taken one is told at once; requests wait for the build.
  let server;
  try {
    server = await listen(async (request, response) => {
      await opened;
      await handler(request, response);
    }, given.port);
    if (given.build) await build();
  } catch (error) {
    server?.close();
    await answering?.close();
    throw error;
  }
  open();
  const origin = `http://localhost:${server.port}`;
  await answering?.follow(
    `${origin}/data/network.json`,
    network.format,
    network.live && `${origin}/data/changes`,
  );
  console.log(`${network.title}: http://localhost:${server.port}/`);
}

try {
  await start();
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof FeedError)) throw error;
  console.error(`npm start: ${error.message}`);
  process.exitCode = 1;
}
