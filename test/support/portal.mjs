import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createHandler } from '../../examples/portal/server/handler.mjs';
import { listen } from '../../examples/portal/server/listen.mjs';

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/** Serves a network on a free port for as long as a test runs; returns its port. */
export async function serve(test, network) {
  const server = await listen(createHandler(network), 0);
  test.after(() => {
    network.live?.close();
    server.close();
  });
  return server.port;
}

/**
 * Asks as it is written: `fetch` would tidy the path, set headers and unpack.
 * @returns {Promise<{status: number, headers: object, body: Buffer}>}
 */
export function ask(port, path, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, async answer => {
      const chunks = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** A folder that is gone after the test. */
export async function temporaryFolder(test) {
  const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-'));
  test.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** Runs `scripts/start.mjs`; resolves when it ends, or when `until` is true of what it has printed, and then ends it. */
export function runStart(given, { until = () => false } = {}) {
  const child = spawn(process.execPath, [START, ...given]);
  return new Promise(resolve => {
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].on('data', chunk => {
        printed[name] += chunk;
        if (until(printed)) child.kill();
      });
    }
    child.on('close', status => resolve({ status, ...printed }));
  });
}
