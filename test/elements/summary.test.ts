import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { DrillDownDetail } from '../../src/elements/events.js';
import type { EvDataProvider } from '../../src/elements/ev-data-provider.js';
import type { EvSummary } from '../../src/elements/ev-summary.js';
import type { Dimension, StatusCounts, TrendPoint } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { laidOut } from '../support/layout.js';
import {
  changesIn,
  clearPage,
  clickOn,
  countsOf,
  focused,
  heard,
  mount,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';
import { trendOf } from '../support/trends.js';

const DAY = 24 * 60;

describe('the summary', () => {
  afterEach(clearPage);

  interface Given {
    counts?: Partial<Record<Dimension, StatusCounts>>;
    trends?: Partial<Record<Dimension, TrendPoint[]>>;
  }

  async function open({ counts = {}, trends }: Given = {}) {
    const provider = new ControllableProvider();
    const usual = provider.answers.counts;
    provider.answers.counts = (dimension, options) => counts[dimension] ?? usual(dimension, options);
    if (trends) provider.keepTrend(dimension => trends[dimension] ?? []);
    const summary = mount<EvSummary>('<ev-summary></ev-summary>', provider);
    await settled(summary);
    return { summary, provider };
  }

  const figureOf = (summary: Element, dimension: Dimension) =>
    partOf(summary, 'figure', `[data-dimension="${dimension}"]`) as HTMLButtonElement;

  it('R29: says how many stations are offline, EVSEs faulted and stations silent for a day, of how many', async () => {
    const { summary, provider } = await open();
    expect(countsOf(summary, 'figure')).to.deep.equal([
      ['offline', 8],
      ['faulted', 10],
      ['over-24h', 4],
    ]);
    expect(parts(summary, 'figure').map(textOf)).to.deep.equal([
      'Stations offline 8 16% of 50 stations',
      'EVSEs faulted 10 10% of 100 EVSEs',
      'Stations silent for a day 4 8.3% of 48 stations',
    ]);
    expect(provider.questions('counts').map(({ about }) => about)).to.deep.equal([
      'connection',
      'evse',
      'last-message',
    ]);
  });

  it('R29: says how each changed in an hour and a day, in words and with an arrow, and draws its curve', async () => {
    const { summary, provider } = await open({
      trends: {
        connection: trendOf('connection', [DAY, { offline: 20 }], [60, { offline: 5 }], [0, { offline: 8 }]),
        evse: trendOf('evse', [DAY, { faulted: 10 }], [60, { faulted: 1010 }]),
        'last-message': trendOf(
          'last-message',
          [DAY, { 'under-7d': 2, older: 3 }],
          [60, { 'under-7d': 3, older: 0 }],
        ),
      },
    });
    const changes = parts(summary, 'figure').map(figure =>
      [...figure.querySelectorAll('.period')].map(period => ({
        words: period.textContent!.trim(),
        isWorse: period.matches('.worse'),
        arrow: period.querySelector('.arrow path')?.getAttribute('d')?.startsWith('M5 1.5'),
      })),
    );
    const more = (words: string) => ({ words, isWorse: true, arrow: true });
    const fewer = (words: string) => ({ words, isWorse: false, arrow: false });
    expect(changes).to.deep.equal([
      [more('3 more than an hour ago'), fewer('12 fewer than a day ago')],
      [
        fewer('1,000 fewer than an hour ago'),
        { words: 'as many as a day ago', isWorse: false, arrow: undefined },
      ],
      [more('1 more than an hour ago'), fewer('1 fewer than a day ago')],
    ]);
    await until(() =>
      parts(summary, 'figure').every(figure =>
        /^M[\d.,L]+$/.test(figure.querySelector('.curve path')!.getAttribute('d')!),
      ),
    );
    expect(provider.questions('trend').length).to.equal(3);
  });

  it('R29: each figure asks for its list, with a filter that survives being written down', async () => {
    const { summary } = await open();
    const asked = heard<DrillDownDetail>(document, 'ev-drill-down');
    for (const figure of parts(summary, 'figure')) await clickOn(figure);
    expect(asked).to.deep.equal([
      { dimension: 'connection', status: 'offline', filter: { connection: ['offline'] }, count: 8 },
      {
        dimension: 'evse',
        status: 'faulted',
        filter: { connection: ['online'], evse: ['faulted'] },
        count: 10,
      },
      {
        dimension: 'last-message',
        status: 'over-24h',
        filter: { lastMessage: ['under-7d', 'older'] },
        count: 4,
      },
    ]);
    expect(JSON.parse(JSON.stringify(asked))).to.deep.equal(asked);
  });

  it('R29: a figure is reached with Tab and selected with Enter or Space, and a host can prevent its list', async () => {
    const { summary } = await open();
    const prevented: boolean[] = [];
    summary.addEventListener('ev-drill-down', event => {
      event.preventDefault();
      prevented.push(event.defaultPrevented);
    });
    figureOf(summary, 'connection').focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(figureOf(summary, 'evse'));
    await sendKeys({ press: 'Space' });
    expect(prevented).to.deep.equal([true, true]);
  });

  it('R29: silence is named by the bound that a host’s buckets have next to a day', async () => {
    const { summary } = await open({
      counts: { 'last-message': { 'under-1h': 5, 'under-2d': 3, older: 2 } },
    });
    const figure = figureOf(summary, 'last-message');
    expect([figure.dataset.status, figure.dataset.count]).to.deep.equal(['over-2d', '2']);
    expect(textOf(figure)).to.equal('Stations silent for 2 days 2 20% of 10 stations');
  });

  it('R29: there is no figure of silence where no bucket reaches a day, or messages are not told', async () => {
    const { summary } = await open({ counts: { 'last-message': { 'under-1h': 5, older: 2 } } });
    expect(countsOf(summary, 'figure').map(([status]) => status)).to.deep.equal(['offline', 'faulted']);
    const provider = new ControllableProvider();
    provider.keepTrend(() => []);
    provider.state = { ...provider.state, lastMessageIs: 'update' };
    const other = mount<EvSummary>('<ev-summary></ev-summary>', provider);
    await settled(other);
    expect(countsOf(other, 'figure').map(([status]) => status)).to.deep.equal(['offline', 'faulted']);
    const about = (question: 'counts' | 'trend') => provider.questions(question).map(asked => asked.about);
    expect([about('counts'), about('trend')]).to.deep.equal([
      ['connection', 'evse'],
      ['connection', 'evse'],
    ]);
  });

  it('R29: that all is well reads as good news', async () => {
    const { summary } = await open({
      counts: {
        connection: { online: 50, offline: 0, unknown: 0 },
        evse: { available: 7, charging: 2, faulted: 0, undefined: 1 },
        'last-message': { 'under-24h': 9, 'under-7d': 0, older: 0 },
      },
    });
    expect(parts(summary, 'figure').map(textOf)).to.deep.equal([
      'No station is offline 0 of 50 stations',
      'No EVSE is faulted 0 of 10 EVSEs',
      'No station is silent for a day 0 of 9 stations',
    ]);
    for (const figure of parts(summary, 'figure')) {
      expect((figure as HTMLButtonElement).disabled).to.equal(true);
      expect(figure.matches('.well')).to.equal(true);
    }
  });

  it('R29: no EVSE online is not said to be well', async () => {
    const { summary } = await open({
      counts: { evse: { available: 0, charging: 0, faulted: 0, undefined: 0 } },
    });
    expect(textOf(figureOf(summary, 'evse'))).to.equal('EVSEs faulted 0 of 0 EVSEs');
    expect(figureOf(summary, 'evse').matches('.well')).to.equal(false);
  });

  it('R29: says once a figure that there is no history to compare with, and never that nothing changed', async () => {
    const { summary } = await open({ trends: { connection: trendOf('connection', [30, { offline: 8 }]) } });
    for (const figure of parts(summary, 'figure')) {
      expect(figure.querySelector('.changes')!.textContent!.trim()).to.equal('No history to compare with');
      expect(figure.title).to.equal('Show the list (no history of an hour ago or a day ago)');
    }
  });

  it('R29: says what it knows of an hour, and that it knows nothing of a day', async () => {
    const { summary } = await open({ trends: { connection: trendOf('connection', [60, { offline: 6 }]) } });
    const periods = [...figureOf(summary, 'connection').querySelectorAll('.period')];
    expect(periods.map(({ textContent }) => textContent!.trim())).to.deep.equal([
      '2 more than an hour ago',
      'No history of a day ago',
    ]);
    expect(figureOf(summary, 'connection').title).to.equal('Show the list (no history of a day ago)');
  });

  it('R29: a provider that keeps no trend has figures without one', async () => {
    const { summary } = await open();
    expect(summary.shadowRoot!.querySelector('.curve, .changes')).to.equal(null);
    expect(figureOf(summary, 'evse').title).to.equal('Show the list');
  });

  for (const hasTrend of [true, false]) {
    for (const width of [320, 744, 1440, 3840]) {
      it(`R29: in ${width} pixels nothing moves when figures ${hasTrend ? 'and then their trends ' : ''}come`, async () => {
        const provider = new ControllableProvider();
        provider.isPaused = true;
        provider.state = { status: 'loading', leftOut: 0 };
        if (hasTrend)
          provider.keepTrend(dimension => trendOf(dimension, [60, provider.answers.counts(dimension, {})]));
        const summary = mount<EvSummary>(`<ev-summary style="width: ${width}px"></ev-summary>`, provider);
        await settled(summary);
        expect(summary.matches(':state(loading)')).to.equal(true);
        expect(textOf(summary)).to.include('Loading…');
        const boxes = () =>
          [...summary.shadowRoot!.querySelectorAll('.figure')].map(figure => {
            const { x, y, width: own, height } = figure.getBoundingClientRect();
            return [x, y, own, height].map(Math.round);
          });
        const before = boxes();
        expect(before.length).to.equal(3);
        const waiting = provider.held.splice(0).filter(({ question }) => question === 'counts');
        for (const question of waiting) question.resolve();
        provider.become('ready', { asOf: AS_OF });
        await settled(summary);
        expect(boxes()).to.deep.equal(before);
        provider.resume();
        await settled(summary);
        expect(parts(summary, 'figure').length).to.equal(3);
        expect(boxes()).to.deep.equal(before);
      });
    }
  }

  it('R29: says that there is no station', async () => {
    const { summary } = await open({ counts: { connection: { online: 0, offline: 0, unknown: 0 } } });
    expect(textOf(partOf(summary, 'empty'))).to.equal('No stations to show.');
    expect(summary.matches(':state(empty)')).to.equal(true);
    expect(parts(summary, 'figure')).to.deep.equal([]);
  });

  it('R14, R29: says why there is no data, and tries again when asked', async () => {
    const provider = new ControllableProvider();
    provider.fail(new Error('The network answered 503 <b>Busy</b>.'));
    provider.state = { status: 'error', leftOut: 0 };
    const summary = mount<EvSummary>('<ev-summary></ev-summary>', provider);
    await settled(summary);
    const notice = partOf(summary, 'error', '.notice');
    expect(textOf(notice)).to.include('The network answered 503 <b>Busy</b>.');
    await clickOn(notice.querySelector('button')!);
    expect(provider.questions('refresh').length).to.equal(1);
    provider.resume();
    provider.become('ready', { asOf: AS_OF });
    await settled(summary);
    expect(parts(summary, 'figure').length).to.equal(3);
  });

  it('R14, R29: keeps its figures while it is stale, in error and loading, and says so and how old they are', async () => {
    const { summary, provider } = await open();
    provider.now = () => AS_OF + 5 * MINUTE;
    for (const [status, words] of [
      ['stale', 'Live updates interrupted'],
      ['error', 'Could not be refreshed'],
      ['loading', 'Loading…'],
    ] as const) {
      provider.become(status);
      await settled(summary);
      expect(summary.matches(`:state(${status})`)).to.equal(true);
      expect(parts(summary, 'figure').length).to.equal(3);
      expect(textOf(summary)).to.include(words);
      expect(textOf(partOf(summary, 'age'))).to.match(/^5 min/);
    }
  });

  it('R14: says in its place that it has no provider', async () => {
    const summary = mount<EvSummary>('<ev-summary></ev-summary>');
    await settled(summary);
    expect(textOf(partOf(summary, 'error'))).to.include('No data provider. Put <ev-summary> inside');
  });

  it('R29: within a scope its questions and its filters are of that', async () => {
    const provider = new ControllableProvider();
    provider.keepTrend(() => []);
    const data = mount<EvDataProvider>(
      '<ev-data-provider><ev-summary></ev-summary></ev-data-provider>',
      provider,
    );
    data.scope = { country: 'NL' };
    await settled(data);
    const asked = heard<DrillDownDetail>(document, 'ev-drill-down');
    await clickOn(figureOf(data, 'last-message'));
    expect(asked[0]!.filter).to.deep.equal({ lastMessage: ['under-7d', 'older'], country: ['NL'] });
    for (const { options } of [...provider.questions('counts'), ...provider.questions('trend')].slice(-3))
      expect(options!.scope).to.deep.equal({ country: 'NL' });
  });

  it('R29: a notification that changes nothing draws nothing', async () => {
    const { summary, provider } = await open({
      trends: { connection: trendOf('connection', [60, { offline: 6 }], [0, { offline: 8 }]) },
    });
    await laidOut(summary);
    const changes = changesIn(summary);
    provider.tell();
    await settled(summary);
    expect(changes()).to.equal(0);
  });
});
