import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvPanel } from '../../src/elements/ev-panel.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import { HOUR, MINUTE } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import {
  clearPage,
  clickOn,
  countsOf,
  everything,
  focused,
  hover,
  mount,
  partOf,
  parts,
  settled,
  tapOn,
  textOf,
  touchScreen,
  until,
} from '../support/page.js';

const panelIn = (view: Element) => everything(view).find(element => element.localName === 'ev-panel')!;

/** The age as it is read, without the moment that is said beside it. */
const ageOn = (view: Element) => textOf(partOf(view, 'age', 'span')).split(',')[0];

describe("a view's panel", () => {
  afterEach(async () => {
    clearPage();
    await touchScreen(false);
  });

  async function open() {
    const provider = new ControllableProvider();
    const pie = mount<StatusPie>('<ev-connection-pie></ev-connection-pie>', provider);
    await settled(pie);
    return { pie, provider };
  }

  it('R11, R12, R13: has refresh at the top left with help beside it, and full screen at the bottom left', async () => {
    const { pie } = await open();
    const frame = panelIn(pie).getBoundingClientRect();
    const [refresh, help, fullscreen] = ['refresh', 'help', 'fullscreen'].map(part =>
      partOf(pie, part, 'button').getBoundingClientRect(),
    ) as [DOMRect, DOMRect, DOMRect];
    expect(refresh.left - frame.left).to.be.within(0, 16);
    expect(refresh.top - frame.top).to.be.within(0, 16);
    expect(help.left - refresh.right).to.be.within(0, 16);
    expect(help.top).to.equal(refresh.top);
    expect(fullscreen.left - frame.left).to.be.within(0, 16);
    expect(frame.bottom - fullscreen.bottom).to.be.within(0, 16);
  });

  it('R12: fetches the latest data, says that it does, and keeps what is on the page meanwhile', async () => {
    const { pie, provider } = await open();
    provider.isPaused = true;
    await clickOn(partOf(pie, 'refresh'));
    expect(provider.questions('refresh').length).to.equal(1);
    provider.become('loading');
    await settled(pie);
    expect(pie.matches(':state(loading)')).to.equal(true);
    expect(panelIn(pie).matches(':state(loading)')).to.equal(true);
    expect(textOf(pie)).to.include('Loading');
    expect(everything(pie).some(element => element.ariaBusy === 'true')).to.equal(true);
    expect(countsOf(pie, 'slice')[0]).to.deep.equal(['online', 40]);
    provider.answers.counts = () => ({ online: 50, offline: 0, unknown: 0 });
    provider.state = { ...provider.state, status: 'ready' };
    provider.resume();
    provider.tell();
    await until(() => countsOf(pie, 'slice')[0]![1] === 50);
    expect(pie.matches(':state(loading)')).to.equal(false);
    expect(textOf(pie)).to.not.include('Loading');
  });

  it('R12: a refresh during another aborts that one, and the data of the newest shows', async () => {
    const signals: AbortSignal[] = [];
    const answers: ((online: number) => void)[] = [];
    const provider = localProvider(
      {
        load: ({ signal }) => {
          signals.push(signal);
          return new Promise(resolve =>
            answers.push(online => {
              const stations = Array.from({ length: online }, (_, index) => ({
                id: `CS-${index}`,
                connection: 'online' as const,
              }));
              resolve({ asOf: AS_OF, locations: [{ id: 'L', latitude: 1, longitude: 2, stations }] });
            }),
          );
        },
      },
      { worker: 'never' },
    );
    const pie = mount<StatusPie>('<ev-connection-pie></ev-connection-pie>', provider);
    await until(() => answers.length === 1);
    answers[0]!(1);
    await until(() => countsOf(pie, 'slice').length > 0);
    await clickOn(partOf(pie, 'refresh'));
    await clickOn(partOf(pie, 'refresh'));
    await until(() => answers.length === 3);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false, true, false]);
    answers[1]!(2);
    answers[2]!(3);
    await until(() => countsOf(pie, 'slice')[0]![1] === 3);
    provider.dispose();
  });

  it('R13: explains the view while the mouse is over the question mark', async () => {
    const { pie } = await open();
    const tip = () => everything(pie).find(({ role }) => role === 'tooltip') as HTMLElement;
    await sendMouse({ type: 'move', position: [0, 0] });
    await settled(pie);
    expect(tip().checkVisibility()).to.equal(false);
    await hover(partOf(pie, 'help'));
    await settled(pie);
    expect(tip().checkVisibility()).to.equal(true);
    expect(textOf(tip())).to.include('heartbeat');
    await sendMouse({ type: 'move', position: [0, 0] });
    await settled(pie);
    expect(tip().checkVisibility()).to.equal(false);
  });

  it('R13, WCAG 1.4.13: Escape hides what the mouse has brought up, and leaves a dialog of the page around it open', async () => {
    const { pie } = await open();
    const tip = everything(pie).find(({ role }) => role === 'tooltip') as HTMLElement;
    const dialog = document.createElement('dialog');
    pie.before(dialog);
    dialog.append(pie);
    dialog.showModal();
    await settled(pie);
    partOf(pie, 'refresh').focus();
    await hover(partOf(pie, 'help'));
    await settled(pie);
    expect(tip.checkVisibility()).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await settled(pie);
    expect([tip.checkVisibility(), dialog.open]).to.deep.equal([false, true]);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog.open);
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  it('R13: explains it on keyboard focus, as the description of its button; Escape hides it', async () => {
    const { pie } = await open();
    const tip = everything(pie).find(({ role }) => role === 'tooltip') as HTMLElement;
    partOf(pie, 'refresh').focus();
    await sendKeys({ press: 'Tab' });
    await settled(pie);
    expect(focused()).to.equal(partOf(pie, 'help'));
    expect(focused()!.getAttribute('aria-describedby')).to.equal(tip.id);
    expect(tip.checkVisibility()).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await settled(pie);
    expect(tip.checkVisibility()).to.equal(false);
    expect(focused()).to.equal(partOf(pie, 'help'));
    await sendKeys({ press: 'Enter' });
    await settled(pie);
    expect(tip.checkVisibility()).to.equal(true);
    await sendKeys({ press: 'Tab' });
    await settled(pie);
    expect(tip.checkVisibility()).to.equal(false);
  });

  it('R13: explains it on a tap', async () => {
    const { pie } = await open();
    const tip = everything(pie).find(({ role }) => role === 'tooltip') as HTMLElement;
    // A mouse that is elsewhere.
    await sendMouse({ type: 'move', position: [0, 0] });
    await touchScreen(true);
    await tapOn(partOf(pie, 'help'));
    await settled(pie);
    expect(tip.checkVisibility()).to.equal(true);
    partOf(pie, 'help').blur();
    await settled(pie);
    expect(tip.checkVisibility()).to.equal(false);
    // A browser that focuses no button that is tapped.
    partOf(pie, 'help').click();
    await settled(pie);
    expect(tip.checkVisibility()).to.equal(true);
  });

  for (const [after, text] of [
    [0, 'just now'],
    [5 * MINUTE, '5 min. ago'],
    [3 * HOUR, '3 hr. ago'],
  ] as const) {
    it(`R14: says ${text} by the network's clock, not the page's`, async () => {
      const provider = new ControllableProvider();
      provider.now = () => AS_OF + after;
      const pie = mount<StatusPie>('<ev-connection-pie></ev-connection-pie>', provider);
      await settled(pie);
      expect(ageOn(pie)).to.equal(text);
      expect(partOf(pie, 'age', 'span').querySelector('time')!.dateTime).to.equal(
        new Date(AS_OF).toISOString(),
      );
    });
  }

  it('R14: shows no age of data whose moment is none, and the data all the same', async () => {
    const { pie, provider } = await open();
    provider.become('ready', { asOf: 1e18 });
    await settled(pie);
    expect(ageOn(pie)).to.equal('');
    expect(countsOf(pie, 'entry')[0]).to.deep.equal(['online', 40]);
  });

  it('R10, R14: the age moves on with time alone', async () => {
    const { pie, provider } = await open();
    let now = AS_OF;
    provider.now = () => now;
    now += 2 * MINUTE;
    await until(() => ageOn(pie) === '2 min. ago');
  });

  for (const [status, words] of [
    ['error', 'Could not be refreshed'],
    ['stale', 'interrupted'],
  ] as const) {
    it(`R14: says that the data is in ${status}, keeps showing the last, and takes it back when all is well`, async () => {
      const { pie, provider } = await open();
      provider.become(status, { error: new Error('The network answered 503.') });
      await settled(pie);
      expect(pie.matches(`:state(${status})`)).to.equal(true);
      const error = partOf(pie, 'error');
      expect(textOf(error)).to.include(words);
      expect(error.title).to.include('503');
      expect(error.closest('[role="status"]'), 'it is announced').to.not.equal(null);
      expect(countsOf(pie, 'slice').length).to.equal(3);
      expect(ageOn(pie)).to.equal('just now');
      provider.become('ready');
      await settled(pie);
      expect(pie.matches(`:state(${status})`)).to.equal(false);
      expect(parts(pie, 'error')).to.deep.equal([]);
    });
  }

  it('R14: a question that fails leaves the last good answer on the page', async () => {
    const { pie, provider } = await open();
    provider.isPaused = true;
    provider.tell();
    await until(() => provider.held.length > 0);
    provider.fail(new Error('gone'));
    await settled(pie);
    expect(countsOf(pie, 'slice').length).to.equal(3);
  });

  it('frames several views once, with what a host says of them', async () => {
    const provider = new ControllableProvider();
    const panel = mount<EvPanel>(
      `<ev-panel heading="All &lt;b&gt;of it&lt;/b&gt;" help="Both."><ev-connection-pie></ev-connection-pie><ev-evse-pie></ev-evse-pie></ev-panel>`,
      provider,
    );
    for (const pie of panel.children) (pie as StatusPie).provider = provider;
    await settled(panel);
    expect(parts(panel, 'refresh').length).to.equal(1);
    expect(textOf(panel)).to.include('All <b>of it</b>');
    expect(countsOf(panel, 'slice').length).to.equal(7);
  });
});
