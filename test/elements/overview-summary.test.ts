import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { listIn, tabOf } from '../support/list-page.js';
import { NOON, randomLocations } from '../support/networks.js';
import { dialogOf, openOverview, pieOf, untilOpen } from '../support/overview-page.js';
import { clearPage, clickOn, countsOf, ofStatus, partOf, parts, textOf, until } from '../support/page.js';
import { seeded } from '../support/random.js';
import { withHistory } from '../support/story-networks.js';

describe("the overview's headline", () => {
  const locations = randomLocations(seeded(7), 60, NOON);
  const oracle = new BruteForce(locations, NOON);
  const silent = ['under-7d', 'older'];
  let provider: DisposableProvider;
  let overview: EvOverview;

  beforeEach(async () => {
    provider = localProvider(
      { load: () => Promise.resolve(withHistory({ locations })) },
      { now: () => NOON, worker: 'never' },
    );
    overview = await openOverview(provider);
    await until(() => parts(overview, 'figure').length === 3);
  });
  afterEach(() => {
    clearPage();
    provider.dispose();
  });

  it('R29: stands above the sections, and counts what an independent count counts', () => {
    const summary = overview.shadowRoot!.querySelector('ev-summary')!;
    const sections = overview.shadowRoot!.querySelector('section')!;
    expect(summary.getBoundingClientRect().bottom).to.be.below(sections.getBoundingClientRect().top);
    expect(countsOf(summary, 'figure')).to.deep.equal([
      ['offline', oracle.counts('connection').byStatus.offline],
      ['faulted', oracle.counts('evse').byStatus.faulted],
      ['over-24h', oracle.stations({ lastMessage: silent }).length],
    ]);
  });

  it('R28, R29: says how its numbers changed by the history of the source, in the headline and in legends', async () => {
    const { history } = withHistory({ locations });
    const { offline } = oracle.counts('connection').byStatus;
    const then = history!.find(({ at }) => at === NOON - 3_600_000)!.counts.connection!.offline!;
    const more = offline! > then ? 'more' : 'fewer';
    const words = `${Math.abs(offline! - then)} ${more} than an hour ago`;
    expect(then).to.not.equal(offline);
    await until(() => textOf(ofStatus(overview, 'figure', 'offline')).includes(words));
    const entry = ofStatus(pieOf(overview, 'connection'), 'entry', 'offline');
    await until(() => entry.ariaDescription?.includes(words) === true);
    expect(entry.ariaDescription).to.match(/ (more|fewer|many) (than|as) a day ago$/);
  });

  it('R29: the figure of silence opens the list of all who are silent, named by that', async () => {
    await clickOn(ofStatus(overview, 'figure', 'over-24h'));
    await untilOpen(overview);
    expect(textOf(dialogOf(overview))).to.include('Last OCPP message received, Over 24 hours');
    const ids = oracle.stations({ lastMessage: silent });
    await until(() => Number(tabOf(listIn(overview), 'normal').dataset.count) === ids.length);
    const { filter, dimension, status, count } = overview.state.list!;
    expect({ filter, dimension, status, count }).to.deep.equal({
      filter: { lastMessage: silent },
      dimension: 'last-message',
      status: 'over-24h',
      count: ids.length,
    });
    expect(partOf(overview, 'list').contains(listIn(overview))).to.equal(true);
  });
});
