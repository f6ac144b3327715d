import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

import { pageAt } from './page.mjs';

const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    const isScript = /^\/[\w.-]+\.js$/.test(pathname);
    if (extname(pathname) && !isScript) throw new Error(`${pathname} is no page.`);
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? await readFile(`dist${pathname}`) : await pageAt(pathname));
  } catch {
    response.writeHead(404).end();
  }
});
server.listen(4173, 'localhost', () => console.log('http://localhost:4173/'));
