import { createServer } from 'node:http';

const sessions = new WeakMap();

/** A page's one session with its browser: what one session has set, another does not undo, and the page is used for the next file. */
function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  return sessions.get(page);
}

/** What tests can ask of the page that they run in, beyond what @web/test-runner-commands offers. */
const COMMANDS = {
  /** A part of what is seen, as a PNG in base64. */
  screenshot: (page, clip) => page.screenshot({ clip, encoding: 'base64' }),
  /** Whether the system's forced colours are `active`, or `none`. */
  'forced-colors': async (page, value) => {
    const session = await sessionOf(page);
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    return true;
  },
  /** What the system asks pages for, such as `prefers-reduced-transparency: reduce`; an empty value for nothing. */
  'media-feature': async (page, feature) => {
    const session = await sessionOf(page);
    await session.send('Emulation.setEmulatedMedia', { features: [feature] });
    return true;
  },
  /** Turns the real wheel where the mouse is. */
  wheel: async (page, { deltaY }) => {
    await page.mouse.wheel({ deltaY });
    return true;
  },
  /** Whether the page is on a screen that is touched. */
  'touch-screen': async (page, enabled) => {
    const session = await sessionOf(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled });
    return true;
  },
  /** Moves a real finger on the page: from a point, so many pixels up. */
  swipe: async (page, { x, y, up }) => {
    const session = await sessionOf(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.touchscreen.touchStart(x, y);
    for (let step = 1; step <= 8; step++) await page.touchscreen.touchMove(x, y - (up * step) / 8);
    await page.touchscreen.touchEnd();
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    return true;
  },
  /** Taps a touch screen with a real finger. */
  tap: async (page, { x, y }) => {
    await page.touchscreen.tap(x, y);
    return true;
  },
  /** Spreads two real fingers on a touch screen, around a point, each by so many pixels. */
  spread: async ({ touchscreen }, { x, y, by }) => {
    const fingers = [await touchscreen.touchStart(x - 20, y), await touchscreen.touchStart(x + 20, y)];
    for (let step = 1; step <= 8; step++) {
      await fingers[0].move(x - 20 - (by * step) / 8, y);
      await fingers[1].move(x + 20 + (by * step) / 8, y);
    }
    for (const finger of fingers) await finger.end();
    return true;
  },
  /** What assistive technology is told of the page, in its order. */
  'accessibility-tree': async page => {
    const session = await sessionOf(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, description }) => ({
        role: role.value,
        name: name?.value ?? '',
        description: description?.value ?? '',
      }));
  },
  /** Starts a server, another origin than the page's, that answers every request alike; answers its origin. */
  'serve-elsewhere': (page, { headers, text }) =>
    new Promise(resolve => {
      const server = createServer((request, response) => response.writeHead(200, headers).end(text));
      server.listen(0, 'localhost', () => resolve(`http://localhost:${server.address().port}`));
      server.unref();
      page.once('close', () => server.close());
    }),
  /** Starts a server of one file, `/file`, that answers requests for ranges of it where `ranges` is set; answers the file's URL. */
  'serve-file': (page, { base64, ranges }) =>
    new Promise(resolve => {
      const bytes = Buffer.from(base64, 'base64');
      const server = createServer(({ url, headers: { range } }, response) => {
        response.setHeader('access-control-allow-origin', '*');
        response.setHeader('access-control-allow-headers', 'range');
        if (url !== '/file') return response.writeHead(404).end();
        const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec((ranges && range) ?? '') ?? [];
        if (first === undefined)
          return response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
        const part = bytes.subarray(Number(first), Number(last) + 1);
        return response.writeHead(206, { 'content-length': part.length }).end(part);
      });
      server.listen(0, 'localhost', () => resolve(`http://localhost:${server.address().port}/file`));
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
