import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvDataProvider } from '../../src/elements/ev-data-provider.js';
import type { DataState } from '../../src/provider/data-provider.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { restoreVisibility, setHidden } from '../support/hidden-page.js';
import { clearPage, countsOf, heard, mount, partOf, parts, settled, textOf, until } from '../support/page.js';
import { StubbedTimers } from '../support/stubs.js';

const PIE = '<ev-connection-pie></ev-connection-pie>';
const network = (stations: number) =>
  URL.createObjectURL(
    new Blob([
      JSON.stringify({
        locations: [
          {
            id: 'L',
            latitude: 1,
            longitude: 2,
            stations: Array.from({ length: stations }, (_, index) => ({
              id: `S${index}`,
              connection: 'online',
            })),
          },
        ],
      }),
    ]),
  );
const shownIn = (root: Element) => countsOf(root, 'slice').map(([, count]) => count);

describe('what ev-data-provider fetches again', () => {
  afterEach(() => {
    restoreVisibility();
    clearPage();
  });

  const polled = async (interval: number) => {
    const provider = new ControllableProvider();
    const around = mount<EvDataProvider>('<ev-data-provider></ev-data-provider>', provider);
    around.refreshInterval = interval;
    await settled(around);
    const polls = () => provider.questions('refresh').length;
    return { provider, around, polls };
  };

  it('R12: is what its provider has, some time after each fetch, and never while one is under way', async () => {
    const { provider, polls } = await polled(0.01);
    await until(() => polls() >= 2);
    provider.isPaused = true;
    await until(() => provider.held.length === 1);
    provider.become('loading');
    const before = polls();
    provider.resume();
    provider.become('ready');
    await until(() => polls() > before);
    expect(provider.held).to.have.length(0);
  });

  it('is left to a provider that will try again by itself, until that has gone well', async () => {
    const { provider, polls } = await polled(60);
    const timers = new StubbedTimers();
    try {
      provider.become('error', { retryAt: 1 });
      expect(timers.size).to.equal(0);
      provider.become('ready', { retryAt: undefined });
      expect(timers.size).to.equal(1);
      expect(timers.waits.at(-1)).to.be.within(59_900, 60_000);
      expect(polls()).to.equal(0);
    } finally {
      timers.restore();
    }
  });

  it('R12: waits while the page is hidden, and comes at once when it is seen again', async () => {
    setHidden(true);
    const { provider, polls } = await polled(0.001);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(polls()).to.equal(0);
    provider.isPaused = true;
    setHidden(false);
    expect(polls()).to.equal(1);
  });

  it('is no more once the element is gone, or the interval is', async () => {
    const { provider, around, polls } = await polled(0.001);
    await until(() => polls() > 0);
    provider.isPaused = true;
    const before = polls();
    around.refreshInterval = undefined;
    await settled(around);
    provider.resume();
    await settled(around);
    expect(provider.subscriptions).to.equal(1);
    around.refreshInterval = 60;
    await settled(around);
    expect(provider.subscriptions).to.equal(2);
    around.remove();
    await settled(around);
    expect(provider.subscriptions).to.equal(0);
    expect(polls()).to.be.at.most(before + 1);
  });

  for (const given of ['60s', 'abc', '-5', '0', 'Infinity', '']) {
    it(`says once that refresh-interval="${given}" is none, and shows what it has`, async () => {
      const around = mount<EvDataProvider>(
        `<ev-data-provider src="${network(4)}" refresh-interval="${given}">${PIE}</ev-data-provider>`,
      );
      await until(() => shownIn(around)[0] === 4);
      expect(parts(around, 'error')).to.have.length(1);
      const value = Number.isNaN(Number(given)) ? `"${given}"` : Number(given);
      expect(textOf(partOf(around, 'error'))).to.include(
        `refresh-interval is ${value}; expected seconds, a number above 0.`,
      );
      around.setAttribute('refresh-interval', '60');
      await settled(around);
      expect(parts(around, 'error')).to.have.length(0);
    });
  }

  it('takes an interval of weeks as it stands', async () => {
    const { around, polls } = await polled(60);
    const timers = new StubbedTimers();
    around.setAttribute('refresh-interval', '3600000');
    await around.updateComplete;
    expect(Math.max(...timers.waits)).to.equal(2 ** 31 - 1);
    for (let run = 0; run < 3; run++) timers.run();
    timers.restore();
    expect(polls()).to.equal(0);
    expect(parts(around, 'error')).to.have.length(0);
  });

  it('names a header that cannot be sent, and not its value', async () => {
    const around = mount<EvDataProvider>(`<ev-data-provider src="/x">${PIE}</ev-data-provider>`);
    around.headers = { Authorization: 'SECRET\n' };
    await settled(around);
    around.headers = { 'Not a header': 'SECRET' };
    await settled(around);
    const text = textOf(partOf(around, 'error'));
    expect(text).to.include('The header "Not a header" cannot be sent');
    expect(text).not.to.include('SECRET');
  });

  it('keeps its provider where a framework gives the same headers, or another function, anew', async () => {
    const around = mount<EvDataProvider>(`<ev-data-provider src="${network(4)}">${PIE}</ev-data-provider>`);
    around.headers = { Authorization: 'A' };
    await settled(around);
    const { current } = around;
    around.headers = { Authorization: 'A' };
    await settled(around);
    expect(around.current).to.equal(current);
    around.headers = { Authorization: 'B' };
    await settled(around);
    expect(around.current).not.to.equal(current);
    around.headers = () => ({ Authorization: 'C' });
    await settled(around);
    const withFunction = around.current;
    around.headers = () => ({ Authorization: 'D' });
    await settled(around);
    expect(around.current).to.equal(withFunction);
    await until(() => shownIn(around)[0] === 4);
  });

  it('asks a function of the page for the headers that its worker sends', async () => {
    const around = mount<EvDataProvider>(`<ev-data-provider src="${network(4)}">${PIE}</ev-data-provider>`);
    let asked = 0;
    around.headers = () => {
      if (++asked === 1) throw new Error('Log in again.');
      return Promise.resolve({ Authorization: 'A' });
    };
    await until(() => textOf(around).includes('could not be had: Log in again.'));
    await until(() => shownIn(around)[0] === 4);
    expect(asked).to.equal(2);
  });

  it('R14: tells a failure of the worker, and when it will try again, without the secrets of the URL', async () => {
    const around = mount<EvDataProvider>(
      `<ev-data-provider src="/no/such/feed?token=SECRET">${PIE}</ev-data-provider>`,
    );
    const states = heard<DataState>(around, 'ev-data-state');
    await until(() => states.at(-1)?.status === 'error');
    const { error, retryAt } = states.at(-1)!;
    expect(error!.message).to.match(/^GET http.*\/no\/such\/feed answered 404 Not Found\.$/);
    expect(retryAt! - performance.timeOrigin - performance.now()).to.be.within(25_000, 60_000);
    await until(() => textOf(around).includes('404'));
    expect(textOf(around) + error!.stack).not.to.include('SECRET');
  });
});
