import { fileURLToPath } from 'node:url';

import { SECURITY_HEADERS, answer, answerLine } from './answer.mjs';
import { renderDetails } from './details-page.mjs';
import { FeedError } from './feed-document.mjs';
import { passOn } from './pass-on.mjs';
import { readStaticFile } from './static-files.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('./file-network.mjs').ServedNetwork} ServedNetwork */

const JSON_TYPE = 'application/json; charset=utf-8';

const folderOf = path => fileURLToPath(new URL(path, import.meta.url));
const PAGE = folderOf('../page');
const PORTAL = folderOf('..').replace(/[/\\]$/, '');
const LIBRARY = folderOf('../../../dist/cdn');

/**
 * Answers the portal's requests.
 * @param {ServedNetwork} network
 * @returns {(request: IncomingMessage, response: ServerResponse) => Promise<void>}
 */
export function createHandler(network) {
  return async (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      answerLine(response, 405, `${request.method} is not answered here; expected GET or HEAD.`);
      return;
    }
    try {
      await route(network, pathOf(request), request, response);
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      if (!(error instanceof FeedError)) console.error(error);
      answerLine(
        response,
        error instanceof FeedError ? 502 : 500,
        error instanceof FeedError ? error.message : 'Something failed.',
      );
    }
  };
}

/** @returns {string | undefined} decoded; undefined where it cannot be */
function pathOf(request) {
  try {
    return decodeURIComponent(request.url.split('?', 1)[0]);
  } catch {
    return undefined;
  }
}

async function route(network, path, request, response) {
  if (network.answers && path?.startsWith('/api/')) return passOn(network.answers, request, response);
  if (path === undefined) return answerLine(response, 400, 'The path cannot be decoded.');
  if (path === '/data/network.json') return answerSnapshot(network, request, response);
  if (path === '/data/config.json') return answerConfig(network, request, response);
  if (path === '/data/changes' && network.live) return connect(network.live, request, response);
  const [, kind, id] = /^\/(location|station)s\/(.+)$/s.exec(path) ?? [];
  if (kind) return answerDetails(network, { kind, id }, request, response);
  return answerFile(path, request, response);
}

async function answerSnapshot(network, request, response) {
  const { date, ...snapshot } = await network.read();
  // The page takes the HTTP Date for the moment when the data was true; the one of this answer says nothing about that.
  response.sendDate = false;
  if (date) response.setHeader('Date', date);
  return answer(request, response, { ...snapshot, type: JSON_TYPE, compress: true });
}

function answerConfig({ title, answers, ...feed }, request, response) {
  // What a server answers is live by itself.
  const format = answers ? 'remote' : feed.format;
  const config = JSON.stringify({
    title,
    format,
    live: feed.live !== undefined && !answers,
    ...(answers && { src: '/api/' }),
  });
  return answer(request, response, {
    bytes: Buffer.from(config),
    type: JSON_TYPE,
    version: `${format}-${encodeURIComponent(title)}`,
  });
}

function connect(live, request, response) {
  if (request.method === 'HEAD') return answerLine(response, 405, 'The stream answers GET only.');
  return live.connect(response, request.headers['last-event-id']);
}

async function answerDetails(network, { kind, id }, request, response) {
  const details = (await network.details())(kind, id);
  if (!details) return answerLine(response, 404, `There is no ${kind} "${id}".`);
  const bytes = Buffer.from(renderDetails({ network: network.title, kind, details }));
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes.length });
  return response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function answerFile(path, request, response) {
  const file = await findFile(path);
  if (!file) return answerLine(response, 404, 'There is no such page.');
  return answer(request, response, file);
}

function findFile(path) {
  if (path === '/') return readStaticFile(PORTAL, 'index.html');
  if (path.startsWith('/page/')) return readStaticFile(PAGE, path.slice('/page/'.length));
  if (path.startsWith('/dist/cdn/')) return readStaticFile(LIBRARY, path.slice('/dist/cdn/'.length));
  return undefined;
}
