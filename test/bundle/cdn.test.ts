import { expect } from 'chai';

import { load, mountOverviewTags, untilLandIsDrawn } from '../support/built-page.js';
import { keepDrawings, markedOn, stands } from '../support/map-page.js';
import { clearPage, clickOn, countsOf, partOf, parts, textOf, until } from '../support/page.js';
import { spyOnRequests } from '../support/request-spy.js';

const SCRIPT = '/dist/cdn/ev-widgets.js';

const TAGS = [
  'ev-data-provider',
  'ev-overview',
  'ev-panel',
  'ev-connection-map',
  'ev-evse-map',
  'ev-connection-pie',
  'ev-evse-pie',
  'ev-last-ocpp-pie',
  'ev-station-pie',
  'ev-status-legend',
  'ev-summary',
  'ev-station-list',
];

describe('the one script', () => {
  const spy = spyOnRequests();
  const undoDrawings = keepDrawings();
  let page: HTMLElement;

  before(async () => {
    page = mountOverviewTags();
    await load(SCRIPT);
  });

  after(() => {
    clearPage();
    undoDrawings();
    spy.restore();
  });

  it('R1, R23: makes working elements of the tags that a page has dropped in before it', async () => {
    for (const tag of TAGS) expect(customElements.get(tag), tag).to.be.a('function');
    await until(() => countsOf(page, 'entry').length === 3 + 4 + 5 + 4);
    expect(countsOf(page.querySelector('ev-connection-pie')!, 'entry')).to.deep.equal([
      ['online', 4],
      ['offline', 2],
      ['unknown', 1],
    ]);
  });

  it('R23: exports all that the package does', async () => {
    const names = Object.keys(await load(SCRIPT)).sort();
    expect(names).to.deep.equal(Object.keys(await load('/dist/index.js')).sort());
  });

  it('R31: downloads the texts of a language from beside it', async () => {
    page.lang = 'nl';
    await until(() => textOf(page).includes('Beschikbaar'));
    page.removeAttribute('lang');
    await until(() => textOf(page).includes('Available'));
  });

  it('R23, R24: draws land and sea with its own worker, from what lies beside it', async () => {
    await untilLandIsDrawn(page);
  });

  it('R16, R23: splits a group into its locations', async () => {
    const map = page.querySelector('ev-connection-map')!;
    map.setAttribute('center', '4.48,51.925');
    map.setAttribute('zoom', '7');
    await until(
      () => markedOn(map) > 0 && parts(map, 'cluster').some(({ dataset }) => dataset.count === '2'),
    );
    await stands(map);
    await clickOn(partOf(map, 'cluster', '[data-count="2"]'));
    await until(() => parts(map, 'pin').length === 2);
  });

  it('R23: is harmless when it is loaded a second time', async () => {
    const before = TAGS.map(tag => customElements.get(tag));
    await load(`${SCRIPT}?copy`);
    expect(TAGS.map(tag => customElements.get(tag))).to.deep.equal(before);
    expect(parts(page, 'slice').length).to.be.above(8);
  });

  it('R24: has asked no one outside the page for anything', () => {
    expect(spy.outside()).to.deep.equal([]);
  });
});
