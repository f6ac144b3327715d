import { expect } from 'chai';

import { localProvider } from '../../src/provider/local-provider.js';
import { checkProvider } from '../../src/testing/index.js';
import { CHECKED_NETWORKS } from '../support/checked-networks.js';
import { replaceGlobal } from '../support/stubs.js';

const BrowserWorker = globalThis.Worker;

for (const worker of ['auto', 'never'] as const) {
  describe(`localProvider with its engine in ${worker === 'auto' ? 'a worker' : 'the tab'}`, () => {
    let workers: number;
    let restore: () => void;
    beforeEach(() => {
      workers = 0;
      const CountedWorker = class extends BrowserWorker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          workers++;
        }
      };
      restore = replaceGlobal('Worker', CountedWorker);
    });
    afterEach(() => {
      restore();
    });

    for (const [title, snapshot] of CHECKED_NETWORKS) {
      it(`R2 R3 R4 R5 R6 R7 R8 R9 R15 R16 R17 R20: passes checkProvider with ${title}`, async function () {
        this.timeout(60_000);
        const { asOf, locations } = snapshot;
        const source = { load: async () => ({ asOf, locations }) };
        const report = await checkProvider(() => localProvider(source, { worker }), snapshot);
        expect(report.without).to.deep.equal([]);
        expect(workers > 0, 'whether a worker was made').to.equal(worker === 'auto');
      });
    }
  });
}
