import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import { canvasOf, markersOn, providerOf, stands } from '../support/map-page.js';
import { clearPage, clickOn, hover, mount, ofStatus, parts, settled, until } from '../support/page.js';

const opacityOf = (element: Element) => Number(getComputedStyle(element).opacity);

/** The statuses whose slice, or legend row, recedes. */
const dimmedIn = (root: Element, part: 'slice' | 'entry') =>
  parts(root, part)
    .filter(element => element.closest('.dimmed'))
    .map(({ dataset }) => dataset.status);

describe('the status that is pointed at', () => {
  beforeEach(() => resetMouse());
  afterEach(clearPage);

  async function open(views: string): Promise<HTMLElement> {
    const page = mount<HTMLElement>(`<ev-data-provider>${views}</ev-data-provider>`, providerOf());
    for (const pie of page.querySelectorAll('ev-connection-pie'))
      await until(() => parts(pie, 'entry').length > 0);
    await settled(page);
    return page;
  }

  /** A map of two groups and a pin beside its pie. */
  async function openMap() {
    const page = await open(
      '<ev-connection-map center="0,20" zoom="0.5"></ev-connection-map><ev-connection-pie></ev-connection-pie>',
    );
    const [map, pie] = [page.querySelector('ev-connection-map')!, page.querySelector('ev-connection-pie')!];
    await until(() => markersOn(map).length > 1);
    await stands(map);
    return { map, pie };
  }

  for (const part of ['slice', 'entry'] as const) {
    it(`R21: of a ${part} under the mouse stands out in the pie and its legend, until the mouse leaves`, async () => {
      const page = await open('<ev-connection-pie></ev-connection-pie>');
      await hover(ofStatus(page, part, 'offline'));
      await until(() => dimmedIn(page, 'slice').length > 0);
      expect(dimmedIn(page, 'slice')).to.deep.equal(['online', 'unknown']);
      expect(dimmedIn(page, 'entry')).to.deep.equal(['online', 'unknown']);
      await until(() => opacityOf(ofStatus(page, 'slice', 'online')) < 0.5);
      expect(opacityOf(ofStatus(page, 'slice', 'offline'))).to.equal(1);
      await resetMouse();
      await until(() => dimmedIn(page, 'slice').length === 0);
      expect(dimmedIn(page, 'entry')).to.deep.equal([]);
    });

    it(`R21: of a ${part} with the focus by keyboard stands out, until the focus leaves`, async () => {
      const page = await open('<ev-connection-pie></ev-connection-pie>');
      await sendKeys({ press: 'Tab' });
      ofStatus(page, part, 'online').focus();
      await until(() => dimmedIn(page, 'slice').length > 0);
      expect(dimmedIn(page, 'entry')).to.deep.equal(['offline', 'unknown']);
      ofStatus(page, part, 'online').blur();
      await until(() => dimmedIn(page, 'entry').length === 0);
    });
  }

  it('R21: goes from one to the next with the mouse', async () => {
    const page = await open('<ev-connection-pie></ev-connection-pie>');
    for (const [status, others] of [
      ['online', ['offline', 'unknown']],
      ['unknown', ['online', 'offline']],
    ] as const) {
      await hover(ofStatus(page, 'entry', status));
      await until(() => dimmedIn(page, 'entry').join() === others.join());
    }
  });

  it('R21: stands out in all views of its dimension under one provider, and in no other', async () => {
    const page = await open(
      '<ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend><ev-station-pie></ev-station-pie>',
    );
    await hover(ofStatus(page.querySelector('ev-status-legend')!, 'entry', 'offline'));
    const pie = page.querySelector('ev-connection-pie')!;
    await until(() => dimmedIn(pie, 'slice').length > 0);
    expect(dimmedIn(pie, 'slice')).to.deep.equal(['online', 'unknown']);
    expect(dimmedIn(page.querySelector('ev-station-pie')!, 'slice')).to.deep.equal([]);
  });

  it('R21: stands out for elements that were given the same provider as their property', async () => {
    const provider = providerOf();
    const page = mount<HTMLElement>(
      '<div><ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend></div>',
    );
    for (const view of page.children) Object.assign(view, { provider });
    const [pie, legend] = page.children;
    await until(() => parts(page, 'entry').length === 6);
    await settled(page);
    await hover(ofStatus(legend!, 'entry', 'unknown'));
    await until(() => dimmedIn(pie!, 'slice').length === 2);
  });

  it('R21: is told from the others on the map, whose markers stay untouched', async () => {
    const { map, pie } = await openMap();
    const unknown = markersOn(map).filter(({ ariaLabel }) => ariaLabel!.includes('unknown'));
    expect(unknown.length).to.be.within(1, markersOn(map).length - 1);
    const before = markersOn(map).map(marker => [marker, marker.outerHTML]);
    const ringsOf = () =>
      unknown
        .map(marker => marker.querySelector('.ring'))
        .map(ring => ring && getComputedStyle(ring).backgroundImage);
    const rings = ringsOf();
    await hover(ofStatus(pie, 'entry', 'unknown'));
    await until(() => markersOn(map).some(marker => opacityOf(marker) < 1));
    for (const marker of markersOn(map)) {
      expect(opacityOf(marker) === 1, marker.ariaLabel!).to.equal(unknown.includes(marker));
    }
    expect(ringsOf()).to.not.deep.equal(rings);
    expect(markersOn(map).map(marker => [marker, marker.outerHTML])).to.deep.equal(before);
    await resetMouse();
    await until(() => markersOn(map).every(marker => opacityOf(marker) === 1));
    expect(ringsOf()).to.deep.equal(rings);
  });

  it('R21: has nothing else recede once the legend hides it', async () => {
    const { map, pie } = await openMap();
    await hover(ofStatus(pie, 'entry', 'unknown'));
    await until(() => markersOn(map).some(marker => opacityOf(marker) < 1));
    await clickOn(ofStatus(pie, 'entry', 'unknown'));
    await until(() => markersOn(map).every(marker => opacityOf(marker) === 1));
    expect(dimmedIn(pie, 'entry')).to.deep.equal([]);
  });

  it('R21: is let go of by a pie that leaves the page', async () => {
    const { map, pie } = await openMap();
    await hover(ofStatus(pie, 'entry', 'unknown'));
    await until(() => markersOn(map).some(marker => opacityOf(marker) < 1));
    pie.remove();
    await until(() => markersOn(map).every(marker => opacityOf(marker) === 1));
    expect(canvasOf(map)).to.not.equal(null);
  });
});
