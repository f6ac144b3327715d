import { expect } from 'chai';

import type { NetworkSnapshot } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { remoteProvider } from '../../src/provider/remote-provider.js';
import { checkProvider } from '../../src/testing/index.js';
import { location, NOON, randomLocations, station } from '../../test/support/networks.js';
import { seeded } from '../../test/support/random.js';
import { serve } from './serve.js';

const point = { longitude: 5.1, latitude: 52.1 };

/** A network with one of each kind: what more there is of them changes nothing of the answers' kinds. */
const SNAPSHOT: NetworkSnapshot = {
  asOf: NOON,
  history: Array.from({ length: 12 }, (_, index) => ({
    at: NOON - (12 - index) * 5 * MINUTE,
    counts: { connection: { online: 90 + index, offline: 36 - index } },
  })),
  locations: [
    ...randomLocations(seeded(4), 8, NOON),
    location('Depot', [
      station('CONNECTOR', {
        evses: [{ id: '1', status: 'Available', connectors: [{ id: '1', status: 'Faulted' }] }],
      }),
      station('Offline', { connection: 'offline', evses: [{ id: '1', status: 'Faulted' }] }),
      station('Stocked', { deploymentState: 'stock' }),
      station('SILENT', { lastMessageAt: undefined }),
    ]),
    location('Stack one', [station('K1')], point),
    location('Stack other', [station('K2', { connection: 'offline' })], point),
    location('Beside the stack', [station('K3', { connection: 'offline' })], {
      longitude: 5.1001,
      latitude: 52.1,
    }),
    location('Nowhere', [station('N1')], { longitude: 0, latitude: 0 }),
    location('Pole', [station('P0')], { longitude: 135, latitude: 90 }),
    location('Pacific west', [station('P1')], { longitude: 180, latitude: -17 }),
    location('Pacific east', [station('P2')], { longitude: -180, latitude: -17 }),
    location('__proto__', [station("100%_'\\Inn")], { name: 'מצפה "רמון"', longitude: 34.8, latitude: 30.6 }),
    null,
    location('bad', [station('good'), { id: '' }, [] as never, station('good')]),
    location('bad', [station('of a location that was there before')]),
  ] as never,
};

describe('ev-widgets-server', () => {
  it('R2 R3 R4 R5 R6 R7 R8 R9 R15 R16 R17 R20 R28 R32: passes checkProvider', async () => {
    const server = await serve();
    try {
      await server.ingest.snapshot(SNAPSHOT);
      const report = await checkProvider(() => remoteProvider(`${server.origin}/api`), SNAPSHOT);
      expect(report.without).to.deep.equal([]);
    } finally {
      await server.close();
    }
  });
});
