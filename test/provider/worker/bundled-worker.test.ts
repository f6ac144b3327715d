import { expect } from 'chai';

import { bundledWorker } from '../../../src/provider/worker/bundled-worker.js';

const PAGE = 'http://localhost/portal/';
const MODULE = 'http://localhost/assets/worker-urls.js';

/** What a bundler has made of the worker's URL, and of its import, and where the worker is then found. */
const FOUND: [title: string, moduleUrl: string | undefined, href: string, made: string, found?: string][] = [
  ['a copy', MODULE, 'http://localhost/assets/engine-3f.js', '', 'http://localhost/assets/engine-3f.js'],
  ['a copy, relative to the page', MODULE, '/_next/engine-3f.js', '', 'http://localhost/_next/engine-3f.js'],
  [
    'a file of its own, made of the import',
    'http://localhost/assets/portal-7a.js',
    'http://localhost/assets/engine-worker.js',
    'http://localhost/assets/engine-9c.js',
    'http://localhost/assets/engine-9c.js',
  ],
  ['the package’s own, as nothing was bundled', MODULE, 'http://localhost/assets/engine-worker.js', ''],
];

describe('Where a bundler has put a worker', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'location');

  beforeEach(() => {
    Object.defineProperty(globalThis, 'location', { value: { href: PAGE }, configurable: true });
  });

  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'location', before);
    else Reflect.deleteProperty(globalThis, 'location');
  });

  const ask = (moduleUrl: string | undefined, href: string, made: string) =>
    bundledWorker({
      name: 'engine',
      moduleUrl,
      moduleName: 'worker-urls',
      path: './engine-worker.js',
      url: () => ({ href }) as URL,
      load: () => Promise.resolve({ url: made }),
    });

  for (const [title, moduleUrl, href, made, found] of FOUND) {
    it(`R23: finds ${title}`, async () => {
      expect(await ask(moduleUrl, href, made)).to.equal(found);
    });
  }

  it('R23: says what to do where the bundle is one file, or no module', async () => {
    for (const moduleUrl of [MODULE.replace('worker-urls', 'portal'), undefined]) {
      const error = await ask(moduleUrl, 'http://localhost/assets/engine-worker.js', moduleUrl ?? '').then(
        () => undefined,
        (reason: unknown) => reason as Error,
      );
      expect(error?.message).to.match(/the engine's worker has no file: .* configureWorkers\(\{ engine \}\)/);
    }
  });
});
