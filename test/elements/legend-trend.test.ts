import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvStatusLegend } from '../../src/elements/ev-status-legend.js';
import type { TrendPoint } from '../../src/model/records.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { clearPage, clickOn, mount, ofStatus, partOf, parts, settled, until } from '../support/page.js';
import { dayOf, trendOf } from '../support/trends.js';

const NOW = { online: 40, offline: 8, unknown: 2 };
const DAY = 24 * 60;

describe("a legend's trend", () => {
  afterEach(clearPage);

  async function open(trend?: TrendPoint[], tag = 'ev-connection-pie') {
    const provider = new ControllableProvider();
    if (trend) provider.keepTrend(() => trend);
    const view = mount<HTMLElement>(`<${tag}></${tag}>`, provider);
    await settled(view);
    return { view, provider };
  }

  const rowOf = (view: Element, status: string) => ofStatus(view, 'entry', status);
  /** What a row shows of the last hour and the last day. */
  const marksOf = (view: Element, status: string) =>
    ['hour', 'day'].map(period =>
      rowOf(view, status).querySelector(`.${period} .change`)?.textContent?.trim(),
    );
  const curveOf = (view: Element, status: string) =>
    rowOf(view, status).querySelector('.curve path')!.getAttribute('d');

  const rows: [
    status: keyof typeof NOW,
    then: number,
    dayAgo: number,
    hour: string,
    day: string,
    says: string,
  ][] = [
    ['online', 42, 40, '2', '±0', '2 fewer than an hour ago, as many as a day ago'],
    ['offline', 5, 1008, '3', '1,000', '3 more than an hour ago, 1,000 fewer than a day ago'],
    ['unknown', 2, 12_347, '±0', '12.3K', 'as many as an hour ago, 12,345 fewer than a day ago'],
  ];
  for (const tag of ['ev-connection-pie', 'ev-status-legend']) {
    for (const [status, hourAgo, dayAgo, hour, day, says] of rows) {
      it(`R28: a row of ${tag} says that there are ${says}`, async () => {
        const { view } = await open(
          trendOf('connection', [DAY, { ...NOW, [status]: dayAgo }], [60, { ...NOW, [status]: hourAgo }]),
          tag,
        );
        expect(marksOf(view, status)).to.deep.equal([hour, day]);
        expect(rowOf(view, status).ariaDescription!.toLowerCase()).to.equal(`hide ${status}: ${says}`);
        await until(() => /^M[\d.]+,[\d.]+L[\d.]+,[\d.]+$/.test(curveOf(view, status) ?? ''));
      });
    }
  }

  it('R28: only more of what is trouble is marked as worse', async () => {
    const { view } = await open(trendOf('connection', [60, { online: 30, offline: 1, unknown: 1 }]));
    const worse = parts(view, 'entry').filter(entry => entry.querySelector('.hour .worse'));
    expect(worse.map(({ dataset }) => dataset.status)).to.deep.equal(['offline']);
  });

  it('R28: a row says so where its history does not reach back that far', async () => {
    const { view } = await open(trendOf('connection', [30, NOW], [0, NOW]));
    expect(marksOf(view, 'offline')).to.deep.equal(['–', '–']);
    expect(rowOf(view, 'offline').ariaDescription).to.equal(
      'Hide Offline: no history of an hour ago or a day ago',
    );
    await until(() => curveOf(view, 'offline') !== '');
  });

  it('R28: a row says so where its history could not be had, and why', async () => {
    const { view, provider } = await open();
    provider.trend = () => Promise.reject(new Error('HTTP 503.'));
    provider.tell();
    await settled(view);
    expect(rowOf(view, 'offline').ariaDescription).to.equal(
      'Hide Offline: no history of an hour ago or a day ago: HTTP 503.',
    );
    expect(curveOf(view, 'offline')).to.equal('');
  });

  it('R28: the name of a bar stays short: it is its status, its number and its share', async () => {
    const { view } = await open(dayOf('connection', NOW));
    for (const trend of parts(view, 'trend')) expect(trend.ariaHidden).to.equal('true');
    const bar = rowOf(view, 'offline').cloneNode(true) as HTMLElement;
    for (const hidden of bar.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    expect(bar.textContent!.replace(/\s+/g, ' ').trim()).to.equal('Offline 8 16%');
  });

  it('R28: a legend without a trend is as it was: no curve, no change, no word of them', async () => {
    const { view } = await open();
    expect(parts(view, 'trend')).to.deep.equal([]);
    expect(rowOf(view, 'offline').ariaDescription).to.equal('Hide Offline');
  });

  it('R28: rows keep their size when their trend comes', async () => {
    const { view, provider } = await open();
    provider.isPaused = true;
    provider.keepTrend(() => dayOf('connection', NOW));
    provider.tell();
    await settled(view);
    const heights = () => parts(view, 'entry').map(entry => entry.getBoundingClientRect().height);
    const before = heights();
    expect(parts(view, 'trend').length).to.equal(3);
    provider.resume();
    await settled(view);
    await until(() => curveOf(view, 'offline') !== '');
    expect(heights()).to.deep.equal(before);
  });

  it('R28: rows are as high as what stands for them while they load', async () => {
    const provider = new ControllableProvider();
    provider.isPaused = true;
    provider.keepTrend(() => dayOf('connection', NOW));
    const view = mount<HTMLElement>('<ev-connection-pie></ev-connection-pie>', provider);
    await settled(view);
    const heights = () =>
      [...view.shadowRoot!.querySelectorAll('.legend li')].map(row => row.getBoundingClientRect().height);
    const before = heights();
    expect(before.length).to.equal(3);
    provider.resume();
    await settled(view);
    expect(parts(view, 'trend').length).to.equal(3);
    expect(heights()).to.deep.equal(before);
  });

  it('R28: a change moves the difference, and asks for no trend', async () => {
    const { view, provider } = await open(trendOf('connection', [60, NOW]));
    provider.answers.counts = () => ({ ...NOW, offline: 9 });
    provider.tell();
    await settled(view);
    expect(marksOf(view, 'offline')[0]).to.equal('1');
    expect(provider.questions('trend').length).to.equal(1);
  });

  it('R28: hiding a status and showing it again asks for nothing, and leaves the other rows as they are', async () => {
    const { view, provider } = await open(dayOf('connection', NOW));
    const asked = provider.asked.length;
    await until(() => curveOf(view, 'unknown') !== '');
    const curve = curveOf(view, 'unknown');
    for (const action of ['Show', 'Hide']) {
      await clickOn(rowOf(view, 'offline'));
      await settled(view);
      expect(rowOf(view, 'offline').ariaDescription).to.match(new RegExp(`^${action} Offline: `));
    }
    expect(provider.asked.length).to.equal(asked);
    expect(curveOf(view, 'unknown')).to.equal(curve);
  });

  it('R28: a pie that counts offline EVSEs too shows no trend, which is of those online', async () => {
    const { view, provider } = await open(dayOf('evse', { faulted: 9 }), 'ev-evse-pie');
    expect(parts(view, 'trend').length).to.equal(4);
    view.setAttribute('include-offline', '');
    await settled(view);
    expect(parts(view, 'trend')).to.deep.equal([]);
    view.removeAttribute('include-offline');
    await settled(view);
    expect(parts(view, 'trend').length).to.equal(4);
    expect(provider.questions('trend').every(({ about }) => about === 'evse')).to.equal(true);
  });

  it('R28: a legend of another dimension shows the trend of that', async () => {
    const { view, provider } = await open(dayOf('connection', NOW), 'ev-status-legend');
    (view as EvStatusLegend).dimension = 'station';
    await settled(view);
    expect(provider.questions('trend').map(({ about }) => about)).to.deep.equal(['connection', 'station']);
    expect(marksOf(view, 'enabled')).to.deep.equal(['–', '–']);
  });

  it('R28: views of one dimension ask for its trend once', async () => {
    const provider = new ControllableProvider();
    provider.keepTrend(() => dayOf('connection', NOW));
    const page = mount<HTMLElement>(
      '<ev-data-provider><ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend><ev-evse-pie></ev-evse-pie></ev-data-provider>',
      provider,
    );
    await settled(page);
    expect(provider.questions('trend').map(({ about }) => about)).to.deep.equal(['connection', 'evse']);
    expect(partOf(page, 'trend').querySelector('path')!.getAttribute('d')).to.not.equal('');
  });

  it('R28: leaves the provider alone once it has left the page', async () => {
    const { view, provider } = await open(dayOf('connection', NOW), 'ev-status-legend');
    view.remove();
    await settled(view);
    expect(provider.subscriptions).to.equal(0);
  });
});
