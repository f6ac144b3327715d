import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { DrillDownDetail, FilterChangeDetail } from '../../src/elements/events.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import type { Dimension, StatusCounts } from '../../src/model/records.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { laidOut } from '../support/layout.js';
import {
  changesIn,
  clearPage,
  clickOn,
  countsOf,
  focused,
  heard,
  middleOf,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  tapOn,
  textOf,
  touchScreen,
  until,
} from '../support/page.js';

const PIES: readonly [tag: string, dimension: Dimension, heading: string][] = [
  ['ev-connection-pie', 'connection', 'Charge Station Connection Status'],
  ['ev-evse-pie', 'evse', 'Online EVSE Status'],
  ['ev-last-ocpp-pie', 'last-message', 'Last OCPP message received'],
  ['ev-station-pie', 'station', 'Charge Station Status'],
];

describe('a pie', () => {
  afterEach(async () => {
    clearPage();
    await touchScreen(false);
  });

  async function open(tag = 'ev-connection-pie', counts?: StatusCounts) {
    const provider = new ControllableProvider();
    if (counts) provider.answers.counts = () => counts;
    const pie = mount<StatusPie>(`<${tag}></${tag}>`, provider);
    await settled(pie);
    return { pie, provider };
  }

  it('R21: shares move to where hiding a status has them, and are at once where live numbers have them', async () => {
    const { pie, provider } = await open();
    const moving = () =>
      pie.shadowRoot!.getAnimations().map(animation => (animation as CSSTransition).transitionProperty);
    ofStatus(pie, 'entry', 'offline').click();
    await settled(pie);
    expect(moving()).to.include.members(['d', 'width']);
    let unknown = 2;
    await until(async () => {
      provider.answers.counts = () => ({ online: 40, offline: 8, unknown });
      unknown++;
      provider.tell();
      await settled(pie);
      return moving().length === 0;
    });
    expect(countsOf(pie, 'slice')).to.deep.equal([
      ['online', 40],
      ['unknown', unknown],
    ]);
  });

  for (const [tag, dimension, heading] of PIES) {
    it(`R1, R3, R5, R7, R8: ${tag} shows how many are in each ${dimension} status, in all and in words`, async () => {
      const { pie, provider } = await open(tag);
      const counts = provider.answers.counts(dimension, undefined);
      expect(countsOf(pie, 'slice')).to.deep.equal(Object.entries(counts));
      expect(countsOf(pie, 'entry')).to.deep.equal(Object.entries(counts));
      expect(textOf(pie)).to.include(heading);
      expect(provider.questions('counts').map(({ about }) => about)).to.deep.equal([dimension]);
    });

    it(`R19: a slice of ${tag} asks for as many as it shows, with a filter that survives being written down`, async () => {
      const { pie } = await open(tag);
      const asked = heard<DrillDownDetail>(document, 'ev-drill-down');
      for (const [status, count] of countsOf(pie, 'slice')) {
        ofStatus(pie, 'slice', status).dispatchEvent(new MouseEvent('click', { bubbles: true }));
        const detail = asked.at(-1)!;
        expect([detail.dimension, detail.status, detail.count]).to.deep.equal([dimension, status, count]);
        expect(JSON.parse(JSON.stringify(detail))).to.deep.equal(detail);
      }
      expect(asked.length).to.equal(countsOf(pie, 'slice').length);
    });
  }

  it('R3: shows each status as a share, as exactly as it can be said', async () => {
    const { pie } = await open('ev-connection-pie', { online: 9_999, offline: 1, unknown: 0 });
    expect(ofStatus(pie, 'entry', 'online').textContent).to.match(/9,999\s+> 99.9%/);
    expect(ofStatus(pie, 'entry', 'offline').textContent).to.match(/1\s+< 0.1%/);
  });

  it('R19: is selected with the mouse, and by the number in it', async () => {
    const { pie } = await open();
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    const { x, y } = middleOf(ofStatus(pie, 'slice', 'online').querySelector('text')!);
    await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
    expect(asked).to.deep.equal([
      { dimension: 'connection', status: 'online', count: 40, filter: { connection: ['online'] } },
    ]);
  });

  it('R19: is reached with Tab, its slices with arrow keys, and selected with Enter or Space', async () => {
    const { pie } = await open();
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    partOf(pie, 'save').focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(ofStatus(pie, 'slice', 'online'));
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Space' });
    expect(asked.map(({ status }) => status)).to.deep.equal(['online', 'offline']);
    expect(focused()!.getAttribute('aria-label')).to.equal('Offline: 8 stations, 16%. Show the list.');
  });

  it("R19: a legend row's list button asks for the same as its slice", async () => {
    const { pie } = await open('ev-evse-pie');
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    const list = parts(pie, 'drill').find(button => button.ariaLabel!.includes('Faulted'))!;
    await clickOn(list);
    ofStatus(pie, 'slice', 'faulted').dispatchEvent(new MouseEvent('click'));
    expect(asked.length).to.equal(2);
    expect(asked[0]).to.deep.equal(asked[1]);
    expect(asked[0]!.filter).to.deep.equal({ connection: ['online'], evse: ['faulted'] });
  });

  it('R19: a host can prevent the list from opening', async () => {
    const { pie } = await open();
    const events: Event[] = [];
    const prevent = (event: Event) => {
      event.preventDefault();
      events.push(event);
    };
    document.addEventListener('ev-drill-down', prevent, { once: true });
    await clickOn(parts(pie, 'drill')[0]!);
    expect(events.map(({ defaultPrevented, composed }) => [defaultPrevented, composed])).to.deep.equal([
      [true, true],
    ]);
  });

  it('R21: one click on a bar hides its status, the next shows it; shares are of what is visible', async () => {
    const { pie } = await open();
    const changes = heard<FilterChangeDetail>(document, 'ev-filter-change');
    await clickOn(ofStatus(pie, 'entry', 'online'));
    await settled(pie);
    expect(countsOf(pie, 'slice')).to.deep.equal([
      ['offline', 8],
      ['unknown', 2],
    ]);
    expect(ofStatus(pie, 'entry', 'online').getAttribute('aria-pressed')).to.equal('false');
    expect(ofStatus(pie, 'entry', 'offline').textContent).to.include('80%');
    expect(partOf(pie, 'slice').getAttribute('aria-label')).to.include('80%');
    await clickOn(ofStatus(pie, 'entry', 'online'));
    await settled(pie);
    expect(countsOf(pie, 'slice').length).to.equal(3);
    expect(ofStatus(pie, 'entry', 'offline').textContent).to.include('16%');
    expect(changes).to.deep.equal([
      { dimension: 'connection', hidden: ['online'] },
      { dimension: 'connection', hidden: [] },
    ]);
  });

  it('R19, R21: a finger taps a slice, a list button and a bar', async () => {
    await touchScreen(true);
    const { pie } = await open();
    await laidOut(pie);
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    await tapOn(ofStatus(pie, 'slice', 'offline').querySelector('text')!);
    await tapOn(ofStatus(pie, 'drill', 'unknown'));
    expect(asked.map(({ status, count }) => [status, count])).to.deep.equal([
      ['offline', 8],
      ['unknown', 2],
    ]);
    await tapOn(ofStatus(pie, 'entry', 'online'));
    await settled(pie);
    expect(countsOf(pie, 'slice').map(([status]) => status)).to.deep.equal(['offline', 'unknown']);
  });

  it('R21: a bar is pressed from the keyboard too, and keeps the focus', async () => {
    const { pie } = await open();
    ofStatus(pie, 'entry', 'offline').focus();
    await sendKeys({ press: 'Space' });
    await settled(pie);
    expect(focused()).to.equal(ofStatus(pie, 'entry', 'offline'));
    expect(focused()!.getAttribute('aria-pressed')).to.equal('false');
  });

  it('R21: all hidden is a state of its own, with a way back', async () => {
    const { pie } = await open();
    for (const status of ['online', 'offline', 'unknown']) {
      ofStatus(pie, 'entry', status).click();
    }
    await settled(pie);
    expect(parts(pie, 'slice')).to.deep.equal([]);
    expect(pie.matches(':state(empty)')).to.equal(true);
    const notice = partOf(pie, 'empty');
    expect(textOf(notice)).to.include('hidden');
    await clickOn(notice.querySelector('button')!);
    await settled(pie);
    expect(countsOf(pie, 'slice').length).to.equal(3);
    expect(parts(pie, 'empty')).to.deep.equal([]);
    expect(pie.matches(':state(empty)')).to.equal(false);
  });

  it('R21: what is hidden stays hidden when the data is fetched anew', async () => {
    const { pie, provider } = await open();
    ofStatus(pie, 'entry', 'online').click();
    provider.answers.counts = () => ({ online: 1, offline: 1, unknown: 1 });
    provider.become('loading');
    provider.become('ready');
    await settled(pie);
    expect(countsOf(pie, 'slice')).to.deep.equal([
      ['offline', 1],
      ['unknown', 1],
    ]);
  });

  it('R22: a status with no station keeps its row, in order, and has no slice and no list', async () => {
    const { pie } = await open('ev-connection-pie', { online: 0, offline: 3, unknown: 0 });
    expect(countsOf(pie, 'entry')).to.deep.equal([
      ['online', 0],
      ['offline', 3],
      ['unknown', 0],
    ]);
    expect(countsOf(pie, 'slice')).to.deep.equal([['offline', 3]]);
    expect(parts(pie, 'drill').map(button => (button as HTMLButtonElement).disabled)).to.deep.equal([
      true,
      false,
      true,
    ]);
    expect(ofStatus(pie, 'entry', 'offline').textContent).to.include('100%');
  });

  it('R22: a status keeps its colour, whatever the others count, and is told by a sign as well', async () => {
    const look = (pie: Element) =>
      parts(pie, 'entry').map(bar => {
        const swatch = bar.querySelector('.swatch')!;
        return [bar.dataset.status, getComputedStyle(swatch.querySelector('rect')!).fill, swatch.innerHTML];
      });
    const before = look((await open()).pie);
    const after = look((await open('ev-connection-pie', { online: 0, offline: 1, unknown: 9 })).pie);
    expect(after).to.deep.equal(before);
    expect(new Set(before.map(([, color]) => color)).size).to.equal(3);
    expect(new Set(before.map(([, , drawing]) => drawing)).size).to.equal(3);
  });

  it('one station in one status is a whole ring that can be selected', async () => {
    const { pie } = await open('ev-connection-pie', { online: 0, offline: 1, unknown: 0 });
    const asked = heard<DrillDownDetail>(pie, 'ev-drill-down');
    const slice = partOf(pie, 'slice').getBoundingClientRect();
    expect(slice.width).to.be.closeTo(slice.height, 1);
    const ring = partOf(pie, 'slice').querySelector('path')!;
    expect(ring.isPointInFill(new DOMPoint(0, 0)), 'the hole is empty').to.equal(false);
    await sendMouse({
      type: 'click',
      position: [Math.round(slice.left + slice.width / 2), Math.round(slice.top + slice.height * 0.1)],
    });
    expect(asked.map(({ status, count }) => [status, count])).to.deep.equal([['offline', 1]]);
    expect(textOf(pie)).to.match(/\b1 station\b/);
  });

  it('R10: touches nothing on the page while the answers stay the same', async () => {
    await sendMouse({ type: 'move', position: [0, 0] });
    const { pie, provider } = await open();
    await laidOut(pie);
    const changes = changesIn(pie);
    provider.tell();
    await settled(pie);
    expect(provider.questions('counts').length).to.equal(2);
    expect(changes()).to.equal(0);
    provider.answers.counts = () => ({ online: 41, offline: 7, unknown: 2 });
    provider.tell();
    await settled(pie);
    expect(changes()).to.be.above(0);
  });
});
