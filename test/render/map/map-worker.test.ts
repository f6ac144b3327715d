import { expect } from 'chai';

import { until } from '../../support/page.js';

/** A page of its own, as nothing else may have said where the worker lies. */
function pageWithoutWorker(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border: 0; color-scheme: light; width: 600px; height: 500px';
  frame.srcdoc = '<script type="module" src="/test/render/map/map-without-worker.ts"></script>';
  document.body.append(frame);
  return frame;
}

// What pages of a strict policy run is tested in test/node/strict-pages.test.mjs.
describe("the map's worker", () => {
  it('R24: that is not where it was said to be is told, and the locations are listed', async () => {
    const frame = pageWithoutWorker();
    const root = () => frame.contentDocument?.querySelector('ev-connection-map')?.shadowRoot;
    const rows = () => root()?.querySelector('ev-station-list')?.shadowRoot?.querySelectorAll('[part~=row]');
    try {
      await until(() => rows()?.length === 1);
      expect(root()!.querySelector('[part~=error]')!.textContent).to.contain('The map cannot be drawn');
    } finally {
      frame.remove();
    }
  });
});
