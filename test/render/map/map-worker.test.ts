import { expect } from 'chai';

import { embeddedLayers } from '../../../src/render/map/embedded-style.js';
import { until } from '../../support/page.js';
import { screenshotOf } from '../../support/screenshot.js';

const WORKER = '/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs';
const TRUSTED = "require-trusted-types-for 'script'; trusted-types lit-html";

/** A page under a policy with a map of Central Africa, and of one station there. */
function pageUnder(policy: string, worker: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border: 0; color-scheme: light; width: 600px; height: 500px';
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
    <script>globalThis.process = { env: { NODE_ENV: 'production' } };</script>
    <script type="module">
      import '/src/define/ev-connection-map.ts';
      import { configureWorkers } from '/src/provider/worker/worker-config.ts';
      import { localProvider } from '/src/provider/local-provider.ts';
      configureWorkers({ map: '${worker}' });
      const map = document.createElement('ev-connection-map');
      map.center = '20,0';
      map.zoom = 2;
      const locations = [{ id: 'l', latitude: 4, longitude: 18, stations: [{ id: 'CS-1' }] }];
      map.provider = localProvider({ load: async () => ({ locations }) }, { worker: 'never' });
      map.style.cssText = 'position: fixed; inset: 0';
      document.body.append(map);
    </script>`;
  document.body.append(frame);
  return frame;
}

describe("the map's worker", () => {
  let frame: HTMLIFrameElement;

  afterEach(() => {
    frame.remove();
  });

  it('R24: draws land on a page that requires Trusted Types, by the policy ev-widgets', async () => {
    frame = pageUnder(`${TRUSTED} ev-widgets`, WORKER);
    const land = embeddedLayers('light').find(({ id }) => id === 'land')!.paint as { 'fill-color': string };
    await until(async () => {
      const { colorAt } = await screenshotOf(frame, 0);
      const { left, top } = frame.getBoundingClientRect();
      const hex = colorAt(left + 300, top + 300).map(part => part.toString(16).padStart(2, '0'));
      return `#${hex.join('')}` === land['fill-color'];
    });
  });

  const refused: [title: string, policy: string, worker: string][] = [
    ['that it may not have there without that policy', TRUSTED, WORKER],
    ['that is not where it was said to be', "img-src 'self'", '/no/such/worker.mjs'],
  ];
  for (const [title, policy, worker] of refused) {
    it(`R24: ${title} is told, and the locations are listed`, async () => {
      frame = pageUnder(policy, worker);
      const root = () => frame.contentDocument?.querySelector('ev-connection-map')?.shadowRoot;
      const rows = () =>
        root()?.querySelector('ev-station-list')?.shadowRoot?.querySelectorAll('[part~=row]');
      await until(() => rows()?.length === 1);
      expect(root()!.querySelector('[part~=error]')!.textContent).to.contain('The map cannot be drawn');
    });
  }
});
