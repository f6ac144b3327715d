import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const fileAt = path => (existsSync(path) && statSync(path).isFile() ? path : undefined);

/**
 * Serves a folder for as long as a test runs; a path without a file of its own and without an ending is a page of the host's router: its `index.html`.
 * @param {string} folder
 * @param {{headers?: object, pages?: Record<string, string>}} [options] headers of every answer, and pages that are no files
 * @returns {Promise<string>} its origin
 */
export async function serveFiles(test, folder, { headers = {}, pages = {} } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = decodeURIComponent(pathname);
    const isPage = extname(path) === '';
    const file = fileAt(join(folder, path)) ?? (isPage ? fileAt(join(folder, 'index.html')) : undefined);
    const page = pages[path];
    if (page === undefined && !file) return response.writeHead(404).end();
    response.setHeader(
      'content-type',
      TYPES[extname(page === undefined ? file : path) || '.html'] ?? 'application/octet-stream',
    );
    return response.end(page ?? readFileSync(file));
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${server.address().port}`;
}
