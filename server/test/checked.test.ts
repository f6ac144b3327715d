import { expect } from 'chai';

import { remoteProvider } from '../../src/provider/remote-provider.js';
import { checkProvider } from '../../src/testing/index.js';
import { ONE_OF_EACH_KIND } from '../../test/support/checked-networks.js';
import { serve } from './serve.js';

describe('ev-widgets-server', () => {
  it('R2 R3 R4 R5 R6 R7 R8 R9 R15 R16 R17 R20 R28 R32: passes checkProvider', async () => {
    const server = await serve();
    try {
      await server.ingest.snapshot(ONE_OF_EACH_KIND);
      const report = await checkProvider(() => remoteProvider(`${server.origin}/api`), ONE_OF_EACH_KIND);
      expect(report.without).to.deep.equal([]);
    } finally {
      await server.close();
    }
  });
});
