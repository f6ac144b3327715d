import { expect } from 'chai';

import '../../src/define/index.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, openList, rowOf, stationRow, tableOf, tabOf } from '../support/list-page.js';
import { press } from '../support/keys.js';
import {
  clearPage,
  focused,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

describe('the focus', () => {
  afterEach(clearPage);

  async function open(tag: string, provider = new ControllableProvider()) {
    const element = mount(`<${tag}></${tag}>`, provider);
    await until(() => parts(element, 'entry').length > 0);
    await settled(element);
    return { element, provider };
  }

  const stopsIn = (root: Element, part: string) =>
    parts(root, part).filter(each => each.tabIndex === 0 && !each.matches(':disabled'));

  for (const tag of ['ev-connection-pie', 'ev-status-legend']) {
    it(`WCAG 2.1.1: ${tag} is one stop for its legend, whose rows and lists arrow keys reach`, async () => {
      const { element } = await open(tag);
      expect([...stopsIn(element, 'entry'), ...stopsIn(element, 'drill')].length).to.equal(1);
      ofStatus(element, 'entry', 'online').focus();
      await press('ArrowDown', 'ArrowRight');
      expect(focused()).to.equal(ofStatus(element, 'drill', 'offline'));
      await press('End');
      expect(focused()).to.equal(ofStatus(element, 'drill', 'unknown'));
      await press('ArrowLeft', 'ArrowDown');
      expect(focused()).to.equal(ofStatus(element, 'entry', 'online'));
      expect([...stopsIn(element, 'entry'), ...stopsIn(element, 'drill')]).to.deep.equal([focused()]);
    });
  }

  it('WCAG 2.1.1: a pie is two stops: its slices and its legend', async () => {
    const { element } = await open('ev-connection-pie');
    partOf(element, 'save').focus();
    await press('Tab');
    expect(focused()!.part.contains('slice')).to.equal(true);
    await press('Tab');
    expect(focused()!.part.contains('entry')).to.equal(true);
    await press('Tab');
    expect(focused()).to.equal(partOf(element, 'fullscreen', 'button'));
  });

  it('WCAG 2.4.3: goes on from "Show all" to what it shows', async () => {
    const { element } = await open('ev-connection-pie');
    for (const status of ['online', 'offline', 'unknown']) ofStatus(element, 'entry', status).click();
    await settled(element);
    partOf(element, 'empty').querySelector('button')!.focus();
    await press('Enter');
    await settled(element);
    expect(focused()).to.equal(ofStatus(element, 'slice', 'online'));
  });

  it('WCAG 2.4.3: goes on from a slice, and from a list button, whose number falls to none', async () => {
    for (const part of ['slice', 'drill']) {
      const { element, provider } = await open('ev-connection-pie');
      ofStatus(element, part, 'offline').focus();
      provider.answers.counts = () => ({ online: 50, offline: 0, unknown: 2 });
      provider.tell();
      await settled(element);
      await until(() => focused() !== document.body);
      expect(focused()!.matches('[data-status]:not(:disabled)'), part).to.equal(true);
      expect(element.shadowRoot!.contains(focused()), part).to.equal(true);
    }
  });

  it('WCAG 2.4.3: goes on from a figure of the headline that falls to none', async () => {
    const provider = new ControllableProvider();
    const summary = mount('<ev-summary></ev-summary>', provider);
    await until(() => parts(summary, 'figure').length === 3);
    ofStatus(summary, 'figure', 'offline').focus();
    const answer = provider.answers.counts;
    provider.answers.counts = (dimension, options) =>
      dimension === 'connection' ? { online: 50, offline: 0, unknown: 0 } : answer(dimension, options);
    provider.tell();
    await settled(summary);
    await until(() => focused()?.matches('button.figure:enabled') === true);
  });

  describe('in a list', () => {
    const rows = (...ids: string[]) => ids.map(id => stationRow(id));

    async function openRows(...ids: string[]) {
      const provider = new ControllableProvider();
      provider.answers.stations = answerFrom(() => rows(...ids));
      const list = await openList(provider, 'station-href="#/{id}"');
      await until(() => parts(list, 'row').length === ids.length);
      return { list, provider };
    }

    it('WCAG 2.4.3: stays with its station where others come before it', async () => {
      const { list, provider } = await openRows('A', 'B', 'C');
      rowOf(list, 'B').querySelector('a')!.focus();
      provider.answers.stations = answerFrom(() => rows('Z', 'Y', 'A', 'B', 'C'));
      provider.tell();
      await until(() => parts(list, 'row').length === 5);
      await settled(list);
      expect(textOf(focused()!)).to.equal('B');
      expect(focused()!.closest('[part="row"]')).to.equal(rowOf(list, 'B'));
    });

    it('WCAG 2.4.3: goes to the table where its station leaves it, and to the tab where there is no table', async () => {
      const { list, provider } = await openRows('A', 'B', 'C');
      rowOf(list, 'C').querySelector('a')!.focus();
      provider.answers.stations = answerFrom(() => rows('A', 'B'));
      provider.tell();
      await until(() => parts(list, 'row').length === 2);
      await settled(list);
      expect(focused()).to.equal(tableOf(list));
      rowOf(list, 'A').querySelector('a')!.focus();
      provider.answers.stations = answerFrom(() => []);
      provider.tell();
      await until(() => parts(list, 'row').length === 0);
      await settled(list);
      expect(focused()).to.equal(tabOf(list, 'normal'));
    });
  });
});
