import { expect } from 'chai';

import '../../src/define/index.js';
import type { FilterChangeDetail, OverviewState } from '../../src/elements/events.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { LocalProviderOptions } from '../../src/provider/local-provider-options.js';
import type { LastMessageMeaning } from '../../src/model/records.js';
import { NOON, location, randomLocations, station } from '../support/networks.js';
import { markedOn, markersOn, openMap, providerOf } from '../support/map-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import { openOverview, pieOf } from '../support/overview-page.js';
import { clearPage, clickOn, heard, mount, ofStatus, partOf, parts, textOf, until } from '../support/page.js';
import { seeded } from '../support/random.js';

const DIMENSIONS = ['connection', 'evse', 'last-message', 'station'] as const;

/** What "Trouble only" hides of each dimension. */
const WELL: OverviewState['hidden'] = {
  connection: ['online', 'unknown'],
  evse: ['available', 'charging', 'undefined'],
  'last-message': ['under-15m', 'under-1h', 'under-24h'],
  station: ['enabled', 'disabled', 'unknown'],
};

describe('"Trouble only"', () => {
  afterEach(clearPage);

  const isOn = (button: Element) => button.getAttribute('aria-pressed') === 'true';
  const switchOf = (element: Element) =>
    element.shadowRoot!.querySelector<HTMLElement>('[part="trouble-only"]')!;

  it('R26: one click on a map shows what is in trouble alone, and another all again', async () => {
    const map = await openMap();
    const changes = heard<FilterChangeDetail>(document, 'ev-filter-change');
    expect(isOn(switchOf(map))).to.equal(false);
    await clickOn(switchOf(map));
    await until(() => markedOn(map) === 2);
    expect(isOn(switchOf(map))).to.equal(true);
    expect(markersOn(map).map(({ dataset }) => dataset.trouble)).to.deep.equal(['1', '1']);
    await clickOn(switchOf(map));
    await until(() => markedOn(map) === 7);
    expect(isOn(switchOf(map))).to.equal(false);
    expect(changes).to.deep.equal([
      { dimension: 'connection', hidden: ['online', 'unknown'] },
      { dimension: 'connection', hidden: [] },
    ]);
  });

  it('R21, R26: it is what the legend hides: the legend shows it, and turns it off and on', async () => {
    const section = mount(
      `<ev-data-provider><ev-connection-map ${NO_GROUND}></ev-connection-map><ev-connection-pie></ev-connection-pie></ev-data-provider>`,
      providerOf(),
    );
    await until(() => markersOn(section).length === 2 && parts(section, 'entry').length > 0);
    const button = switchOf(section.querySelector('ev-connection-map')!);
    await clickOn(button);
    await until(() => parts(section, 'slice').length === 1);
    expect(parts(section, 'entry').map(entry => [entry.dataset.status, entry.ariaPressed])).to.deep.equal([
      ['online', 'false'],
      ['offline', 'true'],
      ['unknown', 'false'],
    ]);
    await clickOn(ofStatus(section, 'entry', 'unknown'));
    await until(() => !isOn(button));
    await clickOn(ofStatus(section, 'entry', 'unknown'));
    await until(() => isOn(button));
  });

  it('R26: a map and a pie without trouble say so, and lead back', async () => {
    const locations = [location('A', [station('A-1', { lastMessageAt: NOON })])];
    const provider = localProvider(
      { load: () => Promise.resolve({ asOf: NOON, locations }) },
      { now: () => NOON, worker: 'never' },
    );
    const overview = await openOverview(provider);
    const map = overview.shadowRoot!.querySelector('ev-connection-map')!;
    await until(() => markersOn(map).length > 0);
    await clickOn(switchOf(overview));
    await until(() => parts(map, 'empty').length === 1);
    expect(textOf(partOf(map, 'empty'))).to.equal('No station is offline. Show all');
    const said = DIMENSIONS.map(dimension => pieOf(overview, dimension))
      .flatMap(pie => parts(pie, 'empty'))
      .map(textOf);
    expect(said).to.include('No station is offline. Show all');
    expect(said).to.include('No station is faulted. Show all');
    expect(said).to.include('No station has been silent for a day. Show all');
    await clickOn(partOf(map, 'empty').querySelector('button')!);
    await until(() => markersOn(map).length > 0);
    expect(overview.state.hidden.connection).to.equal(undefined);
    expect(isOn(switchOf(overview))).to.equal(false);
    provider.dispose();
  });

  /** An overview of random locations. */
  async function open(options: LocalProviderOptions = {}, lastMessageIs?: LastMessageMeaning) {
    const locations = randomLocations(seeded(7), 60, NOON);
    const provider = localProvider(
      { load: () => Promise.resolve({ asOf: NOON, locations }), lastMessageIs },
      { now: () => NOON, worker: 'never', ...options },
    );
    return openOverview(provider);
  }

  it("R26: one click on the overview shows trouble alone in all four sections, as part of the overview's state", async () => {
    const overview = await open();
    const changes = heard<FilterChangeDetail>(document, 'ev-filter-change');
    const states = heard<OverviewState>(document, 'ev-state-change');
    await clickOn(switchOf(overview));
    await until(() => states.length > 0);
    expect(overview.state.hidden).to.deep.equal(WELL);
    expect(states.at(-1)!.hidden).to.deep.equal(WELL);
    expect(Object.fromEntries(changes.map(({ dimension, hidden }) => [dimension, hidden]))).to.deep.equal(
      WELL,
    );
    expect(parts(overview, 'trouble-only').map(isOn)).to.deep.equal([true, true, true]);
    const statuses = DIMENSIONS.map(dimension =>
      parts(pieOf(overview, dimension), 'slice').map(({ dataset }) => dataset.status),
    );
    expect(statuses).to.deep.equal([['offline'], ['faulted'], ['under-7d', 'older'], ['faulted']]);
    await clickOn(switchOf(overview));
    await until(() => !isOn(switchOf(overview)));
    expect(overview.state.hidden).to.deep.equal({});
  });

  it('R26: it is on where a host sets that state, and off once a legend shows more', async () => {
    const overview = await open();
    overview.state = JSON.parse(JSON.stringify({ hidden: WELL })) as OverviewState;
    await until(() => isOn(switchOf(overview)));
    await clickOn(ofStatus(pieOf(overview, 'station'), 'entry', 'unknown'));
    await until(() => !isOn(switchOf(overview)));
  });

  it('R26: leaves the last section as it is where that tells when a station was updated', async () => {
    const overview = await open({}, 'update');
    await clickOn(switchOf(overview));
    await until(() => isOn(switchOf(overview)));
    const { connection, evse, station: stationStatuses } = WELL;
    expect(overview.state.hidden).to.deep.equal({ connection, evse, station: stationStatuses });
  });

  it("R26: follows a host's own buckets, and leaves the section as it is where none is trouble", async () => {
    for (const [lastMessageBuckets, hidden] of [
      [
        [3600, 2 * 86_400],
        ['under-1h', 'under-2d'],
      ],
      [[60, 3600], undefined],
    ] as const) {
      const overview = await open({ lastMessageBuckets: [...lastMessageBuckets] });
      await clickOn(switchOf(overview));
      await until(() => isOn(switchOf(overview)));
      expect(overview.state.hidden['last-message']).to.deep.equal(hidden);
      clearPage();
    }
  });
});
