import { createServer } from 'node:http';

import { UsageError } from './arguments.mjs';

const FIRST_PORT = 4173;
const PORTS_TO_TRY = 100;

/** `localhost` is the one or the other; a feed may be confidential, so no other interface is listened on. */
const LOOPBACKS = ['127.0.0.1', '::1'];
const NO_SUCH_INTERFACE = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/**
 * Listens on `localhost`.
 * @param {import('node:http').RequestListener} handler
 * @param {number} [wanted] a port, 0 for any; default: the first free one from 4173 on
 * @param {(request: import('node:http').IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => void} [onUpgrade] takes
 * WebSocket connections
 * @returns {Promise<{port: number, close: () => void}>}
 * @throws {UsageError} where the port that was asked for, or every one that was tried, is taken
 */
export async function listen(handler, wanted, onUpgrade) {
  if (wanted !== undefined) {
    const listening = await listenOn(handler, wanted, onUpgrade);
    if (listening) return listening;
    throw new UsageError(`port ${wanted} is taken or not allowed; expected a free one`);
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port++) {
    const listening = await listenOn(handler, port, onUpgrade);
    if (listening) return listening;
  }
  throw new UsageError(
    `every port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1} is taken; expected --port N with a free one`,
  );
}

/** @returns {Promise<{port: number, close: () => void} | undefined>} undefined where the port is taken */
async function listenOn(handler, wanted, onUpgrade) {
  const servers = [];
  let port = wanted;
  const close = () => servers.forEach(closeServer);
  for (const host of LOOPBACKS) {
    const server = createServer(handler);
    if (onUpgrade) server.on('upgrade', onUpgrade);
    try {
      await bind(server, { port, host });
    } catch (error) {
      if (host === '::1' && NO_SUCH_INTERFACE.has(error.code)) continue;
      close();
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return undefined;
      throw error;
    }
    port = server.address().port;
    servers.push(server);
  }
  return { port, close };
}

function bind(server, where) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server) {
  server.close();
  server.closeAllConnections();
}
