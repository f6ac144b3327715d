import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { openList, tabOf } from '../support/list-page.js';
import { clearPage, everything, mount, settled } from '../support/page.js';

describe('an attribute with a word that means nothing there', () => {
  const { warn } = console;
  let warnings: string[] = [];

  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
  });

  afterEach(() => {
    console.warn = warn;
    clearPage();
  });

  const open = async <T extends HTMLElement>(markup: string) => {
    const view = mount<T>(markup, new ControllableProvider());
    await settled(view);
    return view;
  };

  it('is told once where it is the gestures of a map, by itself or in an overview', async () => {
    const map = await open<StatusMap>('<ev-evse-map gestures="both"></ev-evse-map>');
    await open('<ev-evse-map gestures="both"></ev-evse-map>');
    expect(warnings).to.deep.equal([
      'ev-widgets: <ev-evse-map> gestures is "both"; expected one of auto, greedy.',
    ]);
    map.setAttribute('gestures', 'greedy');
    map.removeAttribute('gestures');
    await settled(map);
    expect(warnings.length).to.equal(1);
    const overview = await open<EvOverview>('<ev-overview gestures="none"></ev-overview>');
    overview.removeAttribute('gestures');
    await settled(overview);
    expect(warnings.slice(1)).to.deep.equal([
      'ev-widgets: <ev-connection-map> gestures is "none"; expected one of auto, greedy.',
      'ev-widgets: <ev-evse-map> gestures is "none"; expected one of auto, greedy.',
    ]);
  });

  it('is told once where it is the tab of a list, which shows the one that its filter asks for', async () => {
    const list = await openList(new ControllableProvider(), 'tab="all"', { connection: ['offline'] });
    list.requestUpdate();
    await settled(list);
    expect(warnings).to.deep.equal([
      'ev-widgets: <ev-station-list> tab is "all"; expected one of online, normal, offline.',
    ]);
    expect(tabOf(list, 'offline').ariaSelected).to.equal('true');
    Object.assign(list satisfies EvStationList, { tab: null });
    await settled(list);
    expect(warnings.length).to.equal(1);
  });

  it('is told once where it is the level of headings, with where it stands', async () => {
    const page = await open('<main heading-level="7"><ev-evse-pie></ev-evse-pie></main>');
    await open('<ev-evse-pie heading-level="h2"></ev-evse-pie>');
    expect(warnings).to.deep.equal([
      'ev-widgets: <main> heading-level is "7"; expected a whole number, 1 to 6.',
      'ev-widgets: <ev-evse-pie> heading-level is "h2"; expected a whole number, 1 to 6.',
    ]);
    expect(everything(page).find(({ localName }) => localName === 'h3')!.ariaLevel).to.equal('3');
  });
});
