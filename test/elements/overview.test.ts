import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { DrillDownDetail } from '../../src/elements/events.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { dialogOf, drillOf, openOverview, pieOf, untilOpen, untilShut } from '../support/overview-page.js';
import { countedIn, idsOf, listIn, tabOf } from '../support/list-page.js';
import { NOON, randomLocations } from '../support/networks.js';
import {
  clearPage,
  clickOn,
  countsOf,
  everything,
  focused,
  heard,
  middleOf,
  ofStatus,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';
import { seeded } from '../support/random.js';

describe('the overview', () => {
  const locations = randomLocations(seeded(7), 60, NOON);
  const oracle = new BruteForce(locations, NOON);
  let provider: DisposableProvider;
  let overview: EvOverview;

  beforeEach(async () => {
    provider = localProvider(
      { load: () => Promise.resolve({ asOf: NOON, locations }) },
      { now: () => NOON, worker: 'never' },
    );
    overview = await openOverview(provider);
  });
  afterEach(() => {
    clearPage();
    provider.dispose();
  });

  const press = async (element: Element) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y } = middleOf(element);
    await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
  };
  const sliceOf = (status: string) => ofStatus(pieOf(overview, 'evse'), 'slice', status);

  it('R1: has the four sections, two of them with a map', () => {
    const sections = [...overview.shadowRoot!.querySelectorAll('section')];
    expect(sections.map(section => section.ariaLabel)).to.deep.equal([
      'Charge Station Connection Status',
      'Online EVSE Status',
      'Last OCPP message received',
      'Charge Station Status',
    ]);
    expect(sections.map(section => [...section.children].map(({ localName }) => localName))).to.deep.equal([
      ['ev-connection-map', 'ev-connection-pie'],
      ['ev-evse-map', 'ev-evse-pie'],
      ['ev-last-ocpp-pie'],
      ['ev-station-pie'],
    ]);
  });

  it('WCAG 2.4.6: no two controls of its views have one name', async () => {
    await until(() => parts(overview, 'zoom-in').length === 2);
    const names = everything(overview)
      .filter(element => element.matches('button:not(.marker):enabled, input, [role="toolbar"]'))
      .map(element => element.ariaLabel ?? element.textContent!.replace(/\s+/g, ' ').trim());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
  });

  it('R2, R3, R5, R7, R8: its pies count what an independent count counts', () => {
    for (const dimension of ['connection', 'evse', 'last-message', 'station'] as const) {
      const { byStatus } = oracle.counts(dimension);
      expect(countsOf(pieOf(overview, dimension), 'entry')).to.deep.equal(Object.entries(byStatus));
    }
  });

  it('R19, R20: a slice opens its list, whose tabs hold what an independent count holds', async () => {
    const asked = heard<DrillDownDetail>(document, 'ev-drill-down');
    const shown = Number(sliceOf('faulted').dataset.count);
    await press(sliceOf('faulted').querySelector('text')!);
    await untilOpen(overview);
    expect(asked).to.deep.equal([
      {
        dimension: 'evse',
        status: 'faulted',
        filter: { connection: ['online'], evse: ['faulted'] },
        count: shown,
      },
    ]);
    expect(textOf(dialogOf(overview))).to.include('Online EVSE Status, Faulted');
    const list = listIn(dialogOf(overview));
    const behind = oracle.stations({ connection: ['online'], evse: ['faulted'] }).length;
    await until(() => countedIn(list) === `${shown} EVSEs faulted, at ${behind} stations online`);
    list.style.minHeight = '20000px';
    for (const [tab, filter] of [
      ['online', { connection: ['online'], evse: ['faulted'] }],
      ['normal', { evse: ['faulted'] }],
      ['offline', { connection: ['offline'], evse: ['faulted'] }],
    ] as const) {
      tabOf(list, tab).click();
      const ids = oracle.stations({ ...filter } as never);
      expect(ids.length).to.be.above(0);
      await until(() => idsOf(list).sort().join() === ids.join());
      expect(Number(tabOf(list, tab).dataset.count)).to.equal(ids.length);
    }
  });

  for (const [how, shut] of [
    ['Escape', () => sendKeys({ press: 'Escape' })],
    ['its button', () => clickOn(dialogOf(overview).querySelector('[aria-label="Close"]')!)],
    ['a click beside it', () => sendMouse({ type: 'click', position: [4, 300] })],
  ] as const) {
    it(`R19: the list is closed by ${how}, and the focus goes back to the slice`, async () => {
      sliceOf('charging').focus();
      await sendKeys({ press: 'Enter' });
      await untilOpen(overview);
      await settled(overview);
      expect(dialogOf(overview).contains(focused()) || overview.shadowRoot!.activeElement !== null).to.equal(
        true,
      );
      dialogOf(overview).style.width = '600px';
      await shut();
      await untilShut(overview);
      expect(focused()).to.equal(sliceOf('charging'));
      expect(overview.state.list).to.equal(undefined);
    });
  }

  it('R19: the list button of a legend row opens the same list, and gets the focus back', async () => {
    const button = drillOf(pieOf(overview, 'station'), 'enabled');
    await clickOn(button);
    await untilOpen(overview);
    const count = oracle.stations({ station: ['enabled'] }).length;
    await until(() => tabOf(listIn(overview), 'normal').dataset.count === String(count));
    expect(tabOf(listIn(overview), 'normal').ariaSelected).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await untilShut(overview);
    expect(focused()).to.equal(button);
  });

  for (const [where, target] of [
    ['on the document', () => document],
    ['on the window in the capture phase', () => window],
    ['around the overview', () => overview.parentElement!],
    ['on the overview itself', () => overview],
  ] as const) {
    it(`R19: a host that prevents the event ${where} shows the list itself`, async () => {
      let details = 0;
      const capture = where.includes('capture');
      const prevent = (event: Event) => {
        details++;
        event.preventDefault();
      };
      target().addEventListener('ev-drill-down', prevent, { capture });
      sliceOf('faulted').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      await clickOn(drillOf(pieOf(overview, 'evse'), 'charging'));
      await settled(overview);
      target().removeEventListener('ev-drill-down', prevent, { capture });
      expect(details).to.equal(2);
      expect(dialogOf(overview).open).to.equal(false);
    });
  }

  it('R18: the links of the list are announced where the overview is', async () => {
    overview.stationHref = '#/stations/{id}';
    const told = heard<{ kind: string; id: string }>(overview, 'ev-navigate');
    const prevent = (event: Event) => {
      event.preventDefault();
    };
    overview.addEventListener('ev-navigate', prevent);
    await clickOn(drillOf(pieOf(overview, 'connection'), 'online'));
    await untilOpen(overview);
    await until(() => idsOf(listIn(overview)).length > 0);
    await settled(overview);
    const id = idsOf(listIn(overview))[0]!;
    await clickOn(partOf(overview, 'row', `[data-station-id="${id}"]`).querySelector('a')!);
    expect(told).to.deep.equal([{ kind: 'station', id, href: `#/stations/${id}` }]);
  });

  it('R11, R19: from a view in full screen the list opens above it, and Escape closes only the list', async () => {
    const { requestFullscreen } = Element.prototype;
    for (const isRefused of [false, true]) {
      if (isRefused) Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
      const pie = pieOf(overview, 'evse');
      await clickOn(partOf(pie, 'fullscreen', 'button'));
      await until(() => partOf(pie, 'fullscreen', 'button').title === 'Leave full screen');
      await clickOn(drillOf(pie, 'faulted'));
      await untilOpen(overview);
      await until(() => idsOf(listIn(overview)).length > 0);
      await settled(overview);
      const row = partOf(overview, 'row');
      const { x, y } = middleOf(row);
      const top = overview.shadowRoot!.elementFromPoint(x, y);
      expect(dialogOf(overview).contains(top), 'the list is on top').to.equal(true);
      await clickOn(tabOf(listIn(overview), 'normal'));
      expect(tabOf(listIn(overview), 'normal').ariaSelected).to.equal('true');
      if (isRefused) {
        await sendKeys({ press: 'Escape' });
        await untilShut(overview);
        expect(partOf(pie, 'fullscreen', 'button').title).to.equal('Leave full screen');
      } else {
        await clickOn(dialogOf(overview).querySelector('[aria-label="Close"]')!);
        await untilShut(overview);
        expect(document.fullscreenElement).not.to.equal(null);
      }
      await clickOn(partOf(pie, 'fullscreen', 'button'));
      await until(() => partOf(pie, 'fullscreen', 'button').title === 'Full screen');
    }
    Element.prototype.requestFullscreen = requestFullscreen;
  });
});
