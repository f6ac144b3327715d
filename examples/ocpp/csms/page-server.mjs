import { fileURLToPath } from 'node:url';

import { SECURITY_HEADERS, answer, answerLine } from '../../portal/server/answer.mjs';
import { readStaticFile } from '../../portal/server/static-files.mjs';

const folderOf = path => fileURLToPath(new URL(path, import.meta.url)).replace(/[/\\]$/, '');
const PAGE = folderOf('..');
const LIBRARY = folderOf('../../../dist/cdn');

/** Milliseconds between two comments on a stream that has nothing to say. */
const KEEP_ALIVE = 15_000;

/** Server-sent events: each is one NetworkChange. */
function stream(csms, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  // Not only with the first change: a page waits for the stream before it loads.
  response.flushHeaders();
  const leave = csms.listen(change => response.write(`data: ${JSON.stringify(change)}\n\n`));
  const timer = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE);
  response.on('close', () => {
    clearInterval(timer);
    leave();
  });
}

function answerSnapshot(csms, response) {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(csms.snapshot()));
}

/**
 * Answers the page, its script, and its data.
 * @param {ReturnType<import('./csms.mjs').createCsms>} csms
 * @returns {import('node:http').RequestListener}
 */
export function createPageHandler(csms) {
  return async (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const [path] = request.url.split('?', 1);
    if (path === '/changes') return stream(csms, response);
    if (path === '/network.json') return answerSnapshot(csms, response);
    const file = path.startsWith('/ev-widgets/')
      ? await readStaticFile(LIBRARY, path.slice('/ev-widgets/'.length))
      : path === '/' && (await readStaticFile(PAGE, 'index.html'));
    return file ? answer(request, response, file) : answerLine(response, 404, 'There is no such page.');
  };
}
