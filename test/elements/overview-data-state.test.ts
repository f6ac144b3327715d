import { expect } from 'chai';

import '../../src/define/index.js';
import { SECOND } from '../../src/model/time.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import { say } from '../../src/model/request-reasons.js';
import { localProvider } from '../../src/provider/local-provider.js';
import { jsonSource } from '../../src/provider/sources/json-source.js';
import { RequestError } from '../../src/provider/sources/request-error.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { NO_GROUND } from '../support/no-ground.js';
import { openOverview, pieOf } from '../support/overview-page.js';
import {
  clearPage,
  clickOn,
  everything,
  focused,
  mount,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

const VIEWS = [
  'ev-connection-map',
  'ev-connection-pie',
  'ev-evse-map',
  'ev-evse-pie',
  'ev-last-ocpp-pie',
  'ev-station-pie',
];

/** What an overview says above its sections. */
const line = (overview: Element) => overview.shadowRoot!.querySelector('.data-state')!;
const viewsIn = (overview: Element) => VIEWS.map(tag => overview.shadowRoot!.querySelector(tag)!);
const footerOf = (view: Element) => textOf(everything(view).find(element => element.matches('footer'))!);
const reads = (overview: Element, text: string) => textOf(overview).split(text).length - 1;
const button = (overview: Element, name: string) =>
  [...line(overview).querySelectorAll('button')].find(element => textOf(element) === name)!;

/** What is announced of an overview, however deep. */
const announced = (overview: Element) =>
  everything(overview)
    .filter(element => ['status', 'alert'].includes(element.role!) && element.checkVisibility())
    .map(textOf)
    .filter(text => text !== '');

/** Whose data is as of now, by the page's clock too. */
function current(): ControllableProvider {
  const provider = new ControllableProvider();
  provider.state = { ...provider.state, asOf: Date.now() };
  provider.now = () => provider.state.asOf!;
  return provider;
}

describe("how an overview's data is", () => {
  afterEach(clearPage);

  for (const [status, sentence, word] of [
    ['loading', 'Loading…', 'just now loading'],
    ['stale', 'Live updates interrupted', 'just now stale'],
    ['error', 'Could not be refreshed', 'just now not refreshed'],
  ] as const) {
    it(`R14: is said once where it is ${status}, and in a word beside each view's age; the figures stay`, async () => {
      const provider = current();
      const overview = await openOverview(provider);
      const before = line(overview).getBoundingClientRect();
      const { top } = overview.shadowRoot!.querySelector('.sections')!.getBoundingClientRect();
      provider.become(status, { error: new Error('The network answered 503.') });
      await settled(overview);
      expect(announced(overview)).to.deep.equal([sentence]);
      expect(textOf(line(overview))).to.include(sentence);
      expect(reads(overview, sentence)).to.equal(1);
      for (const view of viewsIn(overview)) {
        expect(view.matches(`:state(${status})`), view.localName).to.equal(true);
        expect(footerOf(view), view.localName).to.equal(word);
      }
      expect(parts(pieOf(overview, 'connection'), 'slice').length).to.equal(3);
      const after = line(overview).getBoundingClientRect();
      expect([after.height, after.top]).to.deep.equal([before.height, before.top]);
      expect(overview.shadowRoot!.querySelector('.sections')!.getBoundingClientRect().top).to.equal(top);
      provider.become('ready');
      await settled(overview);
      expect(announced(overview)).to.deep.equal([]);
      for (const view of viewsIn(overview)) expect(footerOf(view), view.localName).to.equal('just now');
    });
  }

  it('R14: says when it is tried again, why it failed when asked, and tries again at once', async () => {
    const provider = new ControllableProvider();
    const overview = await openOverview(provider);
    const retryAt = Date.now() + 100 * SECOND;
    provider.become('error', { error: new Error('The network answered 503 <b>Busy</b>.'), retryAt });
    await settled(overview);
    expect(textOf(line(overview))).to.include('Next try in 2 min.');
    expect(textOf(overview)).to.not.include('503');
    const why = button(overview, 'Why?');
    expect(why.ariaExpanded).to.equal('false');
    await clickOn(why);
    await settled(overview);
    expect(textOf(line(overview))).to.include('The network answered 503 <b>Busy</b>.');
    expect(why.ariaExpanded).to.equal('true');
    await clickOn(why);
    await settled(overview);
    expect(textOf(overview)).to.not.include('503');
    await clickOn(button(overview, 'Try again'));
    expect(provider.questions('refresh').length).to.equal(1);
    provider.become('loading');
    await settled(overview);
    expect(focused(), 'the focus stays').to.equal(line(overview));
    provider.become('error', { error: new Error('Still busy.'), retryAt: undefined, isLoading: true });
    await settled(overview);
    expect(textOf(line(overview))).to.include('Trying again…');
  });

  it('R31: says why in the language of the page, in its direction, whatever the error is made of', async () => {
    const provider = new ControllableProvider();
    const overview = await openOverview(provider, 'lang="de"');
    const url = 'https://portal.example/stations';
    provider.become('error', { error: new RequestError({ ...say('timedOut', url, 60), isPassing: true }) });
    await until(() => button(overview, 'Warum?') !== undefined);
    await clickOn(button(overview, 'Warum?'));
    const reason = line(overview).querySelector('#reason')!;
    await until(() => textOf(reason) === `GET ${url}: 60 Sekunden lang kam nichts.`);
    overview.lang = 'ar';
    await until(() => textOf(reason) === `GET ${url}: لم يصل شيء خلال 60 ثانية.`);
    expect(getComputedStyle(reason).direction).to.equal('rtl');
    provider.become('error', { error: new Error('The portal sleeps.') });
    await until(() => textOf(reason) === 'The portal sleeps.');
    expect(getComputedStyle(reason).direction, "of a host's own").to.equal('ltr');
  });

  it('R31: says in the language what a worker could not load', async () => {
    const provider = localProvider(jsonSource('/no-such-feed.json'));
    const pie = mount<StatusPie>('<ev-connection-pie lang="de"></ev-connection-pie>', provider);
    const reasonOf = () => pie.shadowRoot!.querySelector('.reason');
    const { href } = new URL('/no-such-feed.json', location.href);
    await until(() => !!reasonOf() && textOf(reasonOf()!).includes('beantwortet'));
    expect(textOf(reasonOf()!)).to.equal(`GET ${href} wurde mit 404 Not Found beantwortet.`);
    expect(provider.state.error!.message).to.equal(`GET ${href} answered 404 Not Found.`);
    expect(provider.state.engine).to.equal('worker');
    provider.dispose();
  });

  it('R10, R14: the age and the wait move on with time alone, in steps of five seconds', async () => {
    const provider = current();
    let now = provider.state.asOf!;
    provider.now = () => now;
    const overview = await openOverview(provider);
    expect(textOf(partOf(line(overview), 'age'))).to.include('just now');
    provider.become('error', { retryAt: Date.now() + 12.5 * SECOND });
    await settled(overview);
    expect(textOf(line(overview))).to.include('Next try in 15 sec.');
    now += 120 * SECOND;
    await until(() => textOf(line(overview)).includes('Next try in 10 sec.'));
    expect(textOf(partOf(line(overview), 'age'))).to.include('2 min. ago');
  });

  it('R14: the reason why there is no data at all is said once, with one way on', async () => {
    const provider = new ControllableProvider();
    provider.state = { status: 'idle', leftOut: 0 };
    provider.fail(new Error('The network answered 503.'));
    const overview = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`, provider);
    provider.become('error', { error: new Error('The network answered 503.') });
    await settled(overview);
    await until(() => viewsIn(overview).every(view => parts(view, 'error', '.notice').length > 0));
    await settled(overview);
    expect(announced(overview)).to.deep.equal(['The data could not be loaded']);
    for (const view of viewsIn(overview))
      expect(textOf(partOf(view, 'error', '.notice'))).to.equal('Could not be loaded');
    const ways = everything(overview).filter(
      element => element.matches('button') && textOf(element) === 'Try again',
    );
    expect(ways).to.deep.equal([button(overview, 'Try again')]);
  });

  it('R14: a question of one view that fails is told in that view', async () => {
    const provider = new ControllableProvider();
    provider.isPaused = true;
    const overview = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`, provider);
    await until(() => provider.held.length >= 4);
    provider.held.find(({ about }) => about === 'station')!.reject(new Error('No such table.'));
    const pie = pieOf(overview, 'station');
    await until(() => parts(pie, 'error').length > 0);
    expect(textOf(partOf(pie, 'error'))).to.include('No such table.');
    expect(textOf(line(overview))).to.not.include('could not');
  });

  it('R14: a view that fills the screen says it in full itself', async () => {
    const provider = current();
    const overview = await openOverview(provider);
    provider.become('error', { error: new Error('The network answered 503.') });
    const pie = pieOf(overview, 'evse');
    await clickOn(partOf(pie, 'fullscreen', 'button'));
    await until(() => document.fullscreenElement !== null);
    await until(() => partOf(pie, 'fullscreen', 'button').title === 'Leave full screen');
    expect(footerOf(pie)).to.include('Could not be refreshed');
    await document.exitFullscreen();
    await until(() => footerOf(pie) === 'just now not refreshed');
  });
});
