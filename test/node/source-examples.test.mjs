import { test } from 'node:test';

import { listen } from '../../examples/portal/server/listen.mjs';
import { createHandler, createUpgradeHandler } from '../../examples/sources/server/handler.mjs';
import { createNetwork } from '../../examples/sources/server/network.mjs';
import { ocpiPage } from '../../examples/sources/server/ocpi.mjs';
import { networkFromOcpi } from '../../src/model/ocpi/network-from-ocpi.ts';
import { countedByHand, launchBrowser, untilPiesCount } from '../support/example-page.mjs';

const byHand = network => countedByHand(network.snapshot().locations, Date.now());

/** What an OCPI client must count: all Locations in one page. */
const byHandOfOcpi = version => network => {
  const url = new URL('http://localhost/?limit=1000');
  const { body } = ocpiPage(network.snapshot(), version, url);
  return countedByHand(networkFromOcpi(body).snapshot.locations, Date.now());
};

/** What the three chargers of the page with an array count. */
const byHandOfArray = () => ({
  connection: { online: 2, offline: 1, unknown: 0 },
  evse: { available: 1, charging: 2, faulted: 1, undefined: 0 },
  'last-message': { 'under-15m': 2, 'under-1h': 0, 'under-24h': 1, 'under-7d': 0, older: 0 },
  station: { enabled: 2, disabled: 0, faulted: 0, unknown: 1 },
});

/** Each page, what it must count, and whether it follows changes by itself. */
const PAGES = [
  { page: 'array', expected: byHandOfArray },
  { page: 'json', expected: byHand },
  { page: 'polling', expected: byHand, isLive: true },
  { page: 'ocpi-2.1.1', expected: byHandOfOcpi('2.1.1') },
  { page: 'ocpi-2.2.1', expected: byHandOfOcpi('2.2.1') },
  { page: 'ocpi-increments', expected: byHandOfOcpi('2.2.1'), isLive: true },
  { page: 'columns', expected: byHand },
  { page: 'server-sent-events', expected: byHand, isLive: true },
  { page: 'websocket', expected: byHand, isLive: true },
];

test('each source of data has an example whose pies count what its feed holds', async t => {
  const browser = await launchBrowser(t);
  for (const { page: name, expected, isLive = false } of PAGES) {
    await t.test(name, async t => {
      const network = createNetwork();
      const server = await listen(createHandler(network), 0, createUpgradeHandler(network));
      t.after(() => server.close());
      const page = await browser.open(`http://localhost:${server.port}/${name}.html`);
      await untilPiesCount(page, () => expected(network));
      if (isLive) {
        for (let step = 0; step < 20; step++) network.step();
        await untilPiesCount(page, () => expected(network));
      }
      await page.close();
    });
  }
});
