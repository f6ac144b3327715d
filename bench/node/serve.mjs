import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
};

/** A page of its own origin, so that it may ask how much memory it and its workers take. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export const page = body =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>html,body{margin:0;height:100%}</style>${body}</html>`;

/**
 * Serves a folder, and texts that stand in no file, on a free port of this machine.
 * @param {string} folder
 * @param {Record<string, string | Buffer | ((request, response) => void)>} texts path → text, for example of `/page.html`, or what answers there
 * @param {(path: string) => void} [onRequest] is told each path that was served
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve(folder, texts, onRequest) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    try {
      if (typeof texts[path] === 'function') return texts[path](request, response);
      const body = texts[path] ?? (await readFile(join(folder, path)));
      onRequest?.(path);
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/html', ...ISOLATED });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
