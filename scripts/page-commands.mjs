import { createServer } from 'node:http';

/** What tests can ask of the page that they run in, beyond what @web/test-runner-commands offers. */
const COMMANDS = {
  /** A part of what is seen, as a PNG in base64. */
  screenshot: (page, clip) => page.screenshot({ clip, encoding: 'base64' }),
  /** Whether the system's forced colours are `active`, or `none`. */
  'forced-colors': async (page, value) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    return true;
  },
  /** Starts a server, another origin than the page's, that answers every request alike; answers its origin. */
  'serve-elsewhere': (page, { headers, text }) =>
    new Promise(resolve => {
      const server = createServer((request, response) => response.writeHead(200, headers).end(text));
      server.listen(0, 'localhost', () => resolve(`http://localhost:${server.address().port}`));
      server.unref();
      page.once('close', () => server.close());
    }),
};

export const pageCommands = {
  name: 'page-commands',
  executeCommand({ command, payload, session }) {
    return COMMANDS[command]?.(session.browser.getPage(session.id), payload);
  },
};
