import { expect } from 'chai';

import { until } from '../../support/page.js';

/** A page with a map of one station, whose worker is said to lie where it does not. */
function pageWithoutWorker(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border: 0; color-scheme: light; width: 600px; height: 500px';
  frame.srcdoc = `<script>globalThis.process = { env: { NODE_ENV: 'production' } };</script>
    <script type="module">
      import '/src/define/ev-connection-map.ts';
      import { configureWorkers } from '/src/provider/worker/worker-config.ts';
      import { localProvider } from '/src/provider/local-provider.ts';
      configureWorkers({ map: '/no/such/worker.mjs' });
      const map = document.createElement('ev-connection-map');
      const locations = [{ id: 'l', latitude: 4, longitude: 18, stations: [{ id: 'CS-1' }] }];
      map.provider = localProvider({ load: async () => ({ locations }) }, { worker: 'never' });
      map.style.cssText = 'position: fixed; inset: 0';
      document.body.append(map);
    </script>`;
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
