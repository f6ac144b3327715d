import { expect } from 'chai';

import '../../src/define/index.js';
import { screenshotOf } from '../support/screenshot.js';
import { canvasOf, markersOn, openMap, providerOf } from '../support/map-page.js';
import { clearPage, middleOf, mount, partOf, settled, until } from '../support/page.js';

/** Rules of the page, as a host's own sheet has them. */
function hostRules(text: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
  };
}

describe("a map's parts", () => {
  let undo: () => void = () => undefined;

  afterEach(() => {
    undo();
    undo = () => undefined;
    clearPage();
  });

  it('R25: a host restyles the groups and pins that are seen', async () => {
    undo = hostRules(`
      ev-connection-map::part(cluster), ev-connection-map::part(pin) {
        background: rgb(40, 30, 90);
        border: 3px solid rgb(250, 200, 0);
        box-shadow: 0 0 0 2px rgb(0, 200, 250);
        color: rgb(255, 255, 255);
        font: italic 400 11px monospace;
      }`);
    const map = await openMap();
    await settled(map);
    for (const part of ['cluster', 'pin']) {
      const marker = partOf(map, part);
      const number = getComputedStyle(marker.querySelector('.number')!);
      expect([number.color, number.fontFamily, number.fontStyle], part).to.deep.equal([
        'rgb(255, 255, 255)',
        'monospace',
        'italic',
      ]);
      const { colorAt } = await screenshotOf(marker);
      const { x, y } = middleOf(marker);
      const radius = marker.offsetWidth / 2;
      const above = (distance: number) => colorAt(x, y - distance);
      expect(above(0.5 * radius), `${part}: its ground`).to.deep.equal([40, 30, 90]);
      for (const [distance, color] of [
        [radius - 1.5, [250, 200, 0]],
        [radius + 1, [0, 200, 250]],
      ] as const) {
        const seen = above(distance);
        for (const channel of [0, 1, 2]) expect(seen[channel], part).to.be.closeTo(color[channel]!, 60);
      }
    }
  });

  it('R23: twelve maps on one page all draw', async () => {
    const page = mount(
      `<div style="display: grid; grid-template-columns: repeat(4, 190px)">${'<ev-connection-map style="height: 150px"></ev-connection-map>'.repeat(12)}</div>`,
    );
    const maps = [...page.querySelectorAll('ev-connection-map')];
    for (const map of maps) map.provider = providerOf();
    await until(() => maps.every(map => markersOn(map).length > 0));
    for (const map of maps) {
      const gl = canvasOf(map)!.getContext('webgl2')!;
      expect(gl.isContextLost()).to.equal(false);
      expect(map.shadowRoot!.querySelectorAll('canvas').length, 'contexts of a map').to.equal(1);
      expect(markersOn(map).every(marker => marker.checkVisibility())).to.equal(true);
    }
  });
});
