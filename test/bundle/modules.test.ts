import { expect } from 'chai';

import { load, mountOverviewTags, untilLandIsDrawn } from '../support/built-page.js';
import { keepDrawings } from '../support/map-page.js';
import { clearPage, countsOf, until } from '../support/page.js';

describe('the ES modules, their packages resolved by the host', () => {
  const undoDrawings = keepDrawings();

  after(() => {
    clearPage();
    undoDrawings();
  });

  it('R23: count in pies, and draw land with the worker of the MapLibre that the host resolves', async () => {
    const { EvConnectionPie } = await load('/dist/index.js');
    await load('/dist/define/index.js');
    expect(customElements.get('ev-connection-pie')).to.equal(EvConnectionPie);
    const page = mountOverviewTags();
    await until(() => countsOf(page, 'entry').length === 3 + 4 + 5 + 4);
    expect(countsOf(page.querySelector('ev-connection-pie')!, 'entry')).to.deep.equal([
      ['online', 4],
      ['offline', 2],
      ['unknown', 1],
    ]);
    await untilLandIsDrawn(page);
  });
});
