import { fileURLToPath } from 'node:url';

import { WebSocketServer } from 'ws';

// In a project of yours: from 'ev-widgets'.
import { writeColumns } from '../../../dist/index.js';

import { answer, answerLine } from '../../portal/server/answer.mjs';
import { readStaticFile } from '../../portal/server/static-files.mjs';
import { ocpiPage } from './ocpi.mjs';

const folderOf = path => fileURLToPath(new URL(path, import.meta.url)).replace(/[/\\]$/, '');
const PAGES = folderOf('../pages');
const LIBRARY = folderOf('../../../dist/cdn');

function answerJson(response, body, headers = {}) {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

function answerColumns(response, network) {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' });
  response.end(Buffer.from(writeColumns(network.snapshot())));
}

/** Server-sent events, each one NetworkChange. */
function stream(response, network) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const leave = network.listen(change => response.write(`data: ${JSON.stringify(change)}\n\n`));
  response.on('close', leave);
}

/** What each feed answers. */
const FEEDS = {
  '/feeds/network.json': (response, network) => answerJson(response, network.snapshot()),
  '/feeds/network.columns': answerColumns,
  '/feeds/changes': stream,
  ...Object.fromEntries(
    ['2.1.1', '2.2.1'].map(version => [
      `/feeds/ocpi/${version}/locations`,
      (response, network, url) => {
        const { headers, body } = ocpiPage(network.snapshot(), version, url);
        answerJson(response, body, headers);
      },
    ]),
  ),
};

/**
 * Answers the examples' pages, and the feeds that they read.
 * @param {ReturnType<import('./network.mjs').createNetwork>} network
 * @returns {import('node:http').RequestListener}
 */
export function createHandler(network) {
  return async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const path = url.pathname === '/' ? '/index.html' : url.pathname;
    if (Object.hasOwn(FEEDS, path)) return FEEDS[path](response, network, url);
    const file = path.startsWith('/ev-widgets/')
      ? await readStaticFile(LIBRARY, path.slice('/ev-widgets/'.length))
      : await readStaticFile(PAGES, path.slice(1));
    return file ? answer(request, response, file) : answerLine(response, 404, 'There is no such page.');
  };
}

/**
 * Answers WebSocket connections, whose messages are each one NetworkChange.
 * @param {ReturnType<import('./network.mjs').createNetwork>} network
 */
export function createUpgradeHandler(network) {
  const sockets = new WebSocketServer({ noServer: true, path: '/feeds/changes' });
  sockets.on('connection', socket => {
    const leave = network.listen(change => socket.send(JSON.stringify(change)));
    socket.on('close', leave);
  });
  return (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, opened => sockets.emit('connection', opened));
  };
}
