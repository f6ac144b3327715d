import { expect } from 'chai';

import '../../src/define/index.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { clearPage, clickOn, countsOf, mount, partOf, parts, settled, textOf } from '../support/page.js';

type View = HTMLElement & { provider?: DataProvider };

const SHARES = [
  'ev-connection-pie',
  'ev-evse-pie',
  'ev-last-ocpp-pie',
  'ev-station-pie',
  'ev-status-legend',
] as const;
const VIEWS = [...SHARES, 'ev-connection-map', 'ev-evse-map'] as const;

const statesOf = (view: Element) =>
  ['loading', 'empty', 'error', 'stale'].filter(state => view.matches(`:state(${state})`));

describe('a view without data', () => {
  afterEach(clearPage);

  for (const tag of VIEWS) {
    it(`R14: ${tag} says in its place that it has no provider, and takes one that comes`, async () => {
      const view = mount<View>(`<${tag}></${tag}>`);
      await settled(view);
      expect(textOf(partOf(view, 'error'))).to.equal(
        `No data provider. Put <${tag}> inside an <ev-data-provider> with a src or a provider, or set its provider property.`,
      );
      expect(statesOf(view)).to.deep.equal([]);
      view.provider = new ControllableProvider();
      await settled(view);
      expect(textOf(view)).to.not.include('No data provider');
    });

    it(`R14: ${tag} says that it loads, then why it could not, and tries again when asked`, async () => {
      const provider = new ControllableProvider();
      provider.isPaused = true;
      provider.state = { status: 'loading', leftOut: 0 };
      const view = mount<View>(`<${tag}></${tag}>`, provider);
      await settled(view);
      expect(textOf(view)).to.include('Loading…');
      expect(statesOf(view)).to.deep.equal(['loading']);
      provider.fail(new Error('The network answered 503 <b>Busy</b>.'));
      provider.become('error');
      await settled(view);
      expect(statesOf(view)).to.deep.equal(['error']);
      const notice = partOf(view, 'error', '.notice');
      expect(notice.role).to.equal('alert');
      expect(textOf(notice)).to.include('The network answered 503 <b>Busy</b>.');
      const retry = notice.querySelector('button')!;
      await clickOn(retry);
      expect(provider.questions('refresh').length).to.equal(1);
      provider.resume();
      provider.become('ready');
      await settled(view);
      expect(statesOf(view)).to.deep.equal([]);
      expect(parts(view, 'error')).to.deep.equal([]);
    });

    it(`${tag} says that there is nothing to show`, async () => {
      const provider = new ControllableProvider();
      provider.answers.counts = dimension => Object.fromEntries([[dimension, 0]]);
      const view = mount<View>(`<${tag}></${tag}>`, provider);
      await settled(view);
      expect(statesOf(view)).to.deep.equal(['empty']);
      if (tag !== 'ev-status-legend')
        expect(textOf(partOf(view, 'empty'))).to.match(/^No (stations|EVSEs) to show\.$/);
    });
  }

  for (const tag of SHARES) {
    it(`R14: ${tag} keeps its last good data while it is stale, in error and loading`, async () => {
      const provider = new ControllableProvider();
      const view = mount<View>(`<${tag}></${tag}>`, provider);
      await settled(view);
      const before = countsOf(view, 'entry');
      expect(before.length).to.be.above(2);
      for (const status of ['stale', 'error', 'loading'] as const) {
        provider.become(status);
        await settled(view);
        expect(statesOf(view)).to.deep.equal([status]);
        expect(countsOf(view, 'entry')).to.deep.equal(before);
      }
    });
  }

  for (const [rejected, reason] of [
    [undefined, 'nothing'],
    ['busy', 'busy'],
  ] as const) {
    it(`R14: says that it could not be loaded where a provider rejects with ${reason}, which is no Error`, async () => {
      const provider = new ControllableProvider();
      provider.isPaused = true;
      const view = mount<View>('<ev-connection-pie></ev-connection-pie>', provider);
      await settled(view);
      provider.fail(rejected as never);
      await settled(view);
      expect(textOf(partOf(view, 'error', '.notice'))).to.match(new RegExp(`could not be loaded.*${reason}`));
      expect(textOf(view)).to.not.include('Loading');
    });
  }

  it('a legend of its own says which dimension it does not know', async () => {
    const view = mount<View>(
      '<ev-status-legend dimension="colour"></ev-status-legend>',
      new ControllableProvider(),
    );
    await settled(view);
    expect(textOf(partOf(view, 'error'))).to.equal(
      'dimension is "colour"; expected connection, evse, last-message, station.',
    );
    view.setAttribute('dimension', 'station');
    await settled(view);
    expect(countsOf(view, 'entry')[0]![0]).to.equal('enabled');
    view.removeAttribute('dimension');
    await settled(view);
    expect(countsOf(view, 'entry')[0]![0], 'the default again').to.equal('online');
  });

  it('asks each question once when it is set up', async () => {
    for (const tag of SHARES) {
      const provider = new ControllableProvider();
      await settled(mount<View>(`<${tag} dimension="evse" include-offline></${tag}>`, provider));
      expect(provider.questions('counts').length, tag).to.equal(1);
    }
  });
});
