import { expect } from 'chai';

import type { EvDataProvider } from '../../src/elements/ev-data-provider.js';
import { load } from '../support/built-page.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { clearPage, countsOf, mount, ofStatus, settled } from '../support/page.js';

describe('two copies of the library on a page', () => {
  afterEach(clearPage);

  it('R23: share the data provider, and what a legend hides', async () => {
    // This one registers the provider, the next all others.
    await load('/dist/define/ev-data-provider.js');
    const provider = customElements.get('ev-data-provider');
    await load('/dist/cdn/ev-widgets.js');
    expect(customElements.get('ev-data-provider')).to.equal(provider);
    const page = mount<EvDataProvider>(
      '<ev-data-provider><ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend></ev-data-provider>',
      new ControllableProvider(),
    );
    await settled(page);
    expect(countsOf(page, 'slice').length).to.equal(3);
    ofStatus(page.lastElementChild!, 'entry', 'online').click();
    await settled(page);
    expect(countsOf(page, 'slice').length).to.equal(2);
  });
});
