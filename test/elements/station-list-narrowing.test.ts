import { expect } from 'chai';

import '../../src/define/index.js';
import type { NarrowingChangeDetail, OverviewState } from '../../src/elements/events.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { FacetValue, StationQuery } from '../../src/model/questions.js';
import type { StationFilter } from '../../src/model/records.js';
import { HOUR } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { readCsv } from '../support/csv.js';
import { countedIn, idsOf, listIn, openList, stationRow, tabOf, untilIds } from '../support/list-page.js';
import { location, NOON, randomLocations, station } from '../support/networks.js';
import { NO_GROUND } from '../support/no-ground.js';
import { clearPage, clickOn, heard, mount, partOf, parts, settled, textOf, until } from '../support/page.js';
import { seeded } from '../support/random.js';

const COUNTRIES = [
  { value: 'NL', stations: 1204 },
  { value: 'DE', stations: 840 },
];
const OPERATORS = [
  { value: 'North Grid', stations: 1800 },
  { value: 'Volt & Co', stations: 244 },
];

/** A provider that tells of countries and operators, and narrows by them as a server does. */
class FacetProvider extends ControllableProvider {
  facetValues: Record<string, FacetValue[]> = { country: COUNTRIES, operator: OPERATORS };
  facets = (facet: string): Promise<FacetValue[]> => Promise.resolve(this.facetValues[facet]!);
}

const ROWS = [
  stationRow('A', { country: 'NL', operator: 'North Grid' }),
  stationRow('B', { country: 'DE', operator: 'Volt & Co' }),
  stationRow('C', { country: 'DE', operator: 'North Grid', connection: 'offline' }),
];

function facetProvider(): FacetProvider {
  const provider = new FacetProvider();
  provider.answers.stations = ({ filter, limit }: StationQuery) => {
    const stations = ROWS.filter(
      row =>
        (filter.connection?.includes(row.connection) ?? true) &&
        (filter.country?.includes(row.country!) ?? true) &&
        (filter.operator?.includes(row.operator!) ?? true),
    );
    return { stations: limit === 0 ? [] : stations, total: stations.length };
  };
  return provider;
}

const choicesIn = (root: Element, choice: string) =>
  parts(root, 'choice', `[data-choice="${choice}"]`) as HTMLSelectElement[];
const selectOf = (list: Element, choice: string) => choicesIn(list, choice)[0]!;
const optionsOf = (list: Element, part: string) => [...selectOf(list, part).options].map(({ text }) => text);

function choose(list: Element, part: string, value: string): void {
  const select = selectOf(list, part);
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

describe('narrowing a list of stations', () => {
  afterEach(clearPage);

  it('R32: by country and operator, which its rows, tabs and count follow, and tells so', async () => {
    const list = await openList(facetProvider());
    const told = heard<NarrowingChangeDetail>(document, 'ev-narrowing-change');
    await untilIds(list, ['A', 'B', 'C']);
    expect(optionsOf(list, 'country')).to.deep.equal([
      'All countries',
      'Netherlands (1,204)',
      'Germany (840)',
    ]);
    expect(optionsOf(list, 'operator')).to.deep.equal([
      'All operators',
      'North Grid (1,800)',
      'Volt & Co (244)',
    ]);
    expect([selectOf(list, 'country').ariaLabel, selectOf(list, 'operator').ariaLabel]).to.deep.equal([
      'Country',
      'Operator',
    ]);
    choose(list, 'country', 'DE');
    await untilIds(list, ['B', 'C']);
    await until(
      () => tabOf(list, 'offline').dataset.count === '1' && tabOf(list, 'online').dataset.count === '1',
    );
    choose(list, 'operator', 'North Grid');
    await untilIds(list, ['C']);
    await until(() => countedIn(list) === '1 station in DE of North Grid');
    choose(list, 'country', '');
    await untilIds(list, ['A', 'C']);
    expect(told.map(({ narrowing }) => JSON.stringify(narrowing))).to.deep.equal([
      '{"country":"DE"}',
      '{"country":"DE","operator":"North Grid"}',
      '{"operator":"North Grid"}',
    ]);
    expect(list.filter).to.deep.equal({});
  });

  it('R32: offers no choice where there is none: one value, a filter that leaves one, a provider that does not tell', async () => {
    const provider = facetProvider();
    const list = await openList(provider, '', { country: ['NL'] });
    await untilIds(list, ['A']);
    await until(() => choicesIn(list, 'operator').length === 1);
    expect(choicesIn(list, 'country')).to.deep.equal([]);
    list.filter = { country: ['NL', 'DE', 'FR'] };
    await until(() => choicesIn(list, 'country').length === 1);
    provider.facetValues = { country: [COUNTRIES[0]!], operator: OPERATORS };
    provider.tell();
    await until(() => choicesIn(list, 'country').length === 0);
    const silent = new ControllableProvider();
    list.provider = silent;
    await until(() => choicesIn(list, 'operator').length === 0);
    expect(choicesIn(list, 'trouble-for').length).to.equal(1);
  });

  it('R32: what was chosen can be taken back though nothing is left, or it is in the data no more', async () => {
    const provider = facetProvider();
    const list = await openList(provider);
    await until(() => choicesIn(list, 'country').length === 1);
    choose(list, 'country', 'NL');
    choose(list, 'operator', 'Volt & Co');
    await until(() => parts(list, 'empty').length === 1);
    provider.facetValues = { country: [COUNTRIES[1]!], operator: OPERATORS };
    provider.tell();
    await until(() => optionsOf(list, 'country').join() === 'All countries,Germany (840),Netherlands');
    expect(selectOf(list, 'country').value).to.equal('NL');
    expect(textOf(partOf(list, 'empty'))).to.include('No station is left by what was chosen.');
    await clickOn(partOf(list, 'empty').querySelector('button')!);
    await untilIds(list, ['A', 'B', 'C']);
    expect(selectOf(list, 'operator').value).to.equal('');
  });

  const CHOICES: [value: string, seconds: number, text: string][] = [
    ['3600', 3600, 'in trouble for more than 1 hour'],
    ['86400', 86_400, 'in trouble for more than 24 hours'],
    ['604800', 604_800, 'in trouble for more than 7 days'],
  ];

  it('R27: by for how long stations are in trouble, as an independent count says, newest trouble first', async () => {
    const locations = randomLocations(seeded(27), 120, NOON);
    const oracle = new BruteForce(locations, NOON);
    const source = { load: () => Promise.resolve({ asOf: NOON, locations }) };
    const provider = localProvider(source, { now: () => NOON, worker: 'never' });
    const list = await openList(provider, 'style="height: 30000px"');
    await until(() => idsOf(list).length > 0);
    for (const [value, seconds, text] of CHOICES) {
      choose(list, 'trouble-for', value);
      const ids = oracle.stations({ troubleFor: seconds });
      expect(ids.length).to.be.above(0);
      await until(() => idsOf(list).sort().join() === [...ids].sort().join());
      await until(() => countedIn(list).endsWith(text));
      expect(tabOf(list, 'normal').dataset.count).to.equal(String(ids.length));
      const moments = parts(list, 'row').map(row =>
        Date.parse(row.querySelector<HTMLTimeElement>('.since-cell time')!.dateTime),
      );
      expect(moments).to.deep.equal(moments.toSorted((one, other) => other - one));
    }
    choose(list, 'trouble-for', '');
    const all = oracle.stations({});
    await until(() => tabOf(list, 'normal').dataset.count === String(all.length));
    provider.dispose();
  });

  it('R27: is what is exported', async () => {
    const { writeText } = Clipboard.prototype;
    const copied: string[] = [];
    Clipboard.prototype.writeText = text => Promise.resolve(void copied.push(text));
    try {
      const provider = facetProvider();
      const list = await openList(provider);
      await until(() => choicesIn(list, 'country').length === 1);
      choose(list, 'country', 'DE');
      choose(list, 'trouble-for', '3600');
      await untilIds(list, ['B', 'C']);
      await clickOn(partOf(list, 'copy'));
      await until(() => copied.length === 1);
      expect(readCsv(copied[0]!).map(([id]) => id)).to.deep.equal(['station', 'B', 'C']);
      const { filter } = provider.questions('stations').at(-1)!.about as StationQuery;
      expect(filter).to.deep.equal({ country: ['DE'], troubleFor: 3600 });
    } finally {
      Clipboard.prototype.writeText = writeText;
    }
  });

  it('R27: a list that is asked for by how long its stations are in trouble says so, and offers no other', async () => {
    const list = await openList(facetProvider(), '', { troubleFor: 2 * 86_400 });
    await until(() => countedIn(list) === '3 stations, in trouble for more than 48 hours');
    expect(choicesIn(list, 'trouble-for')).to.deep.equal([]);
    list.filter = { troubleFor: 0 };
    await until(() => countedIn(list) === '3 stations, in trouble');
    list.filter = {};
    list.narrowing = { troubleFor: 60 };
    await settled(list);
    expect(optionsOf(list, 'trouble-for').at(-1)).to.equal('In trouble for > 60 seconds');
    expect(selectOf(list, 'trouble-for').value).to.equal('60');
  });

  it('R32: is part of the state of an overview whose list it is, and comes back from it', async () => {
    const provider = facetProvider();
    const overview = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`, provider);
    const states = heard<OverviewState>(overview, 'ev-state-change');
    const filter: StationFilter = { connection: ['online', 'offline'] };
    overview.state = { list: { filter } };
    await until(() => choicesIn(overview, 'country').length > 0);
    const list: EvStationList = listIn(overview);
    choose(list, 'country', 'DE');
    choose(list, 'trouble-for', '3600');
    await until(() => states.at(-1)?.list?.filter.troubleFor === 3600);
    const written = JSON.stringify(overview.state);
    expect(overview.state.list!.filter).to.deep.equal({ ...filter, country: ['DE'], troubleFor: 3600 });
    const again = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`, provider);
    again.state = JSON.parse(written) as OverviewState;
    await until(() => choicesIn(again, 'country').length > 0);
    await untilIds(listIn(again), ['B', 'C']);
    expect(selectOf(listIn(again), 'country').value).to.equal('DE');
    choose(listIn(again), 'country', '');
    await untilIds(listIn(again), ['A', 'B', 'C']);
    expect(again.state.list!.filter).to.deep.equal({ ...filter, troubleFor: 3600 });
  });

  it('R27: a list of trouble begins with the newest, its head says so, and another order can be chosen', async () => {
    const offline = (id: string, hours: number) =>
      station(id, { connection: 'offline', offlineSince: NOON - hours * HOUR });
    const locations = [location('L', [offline('A', 5), offline('B', 1), offline('C', 30), station('D')])];
    const source = { load: () => Promise.resolve({ asOf: NOON, locations }) };
    const list = await openList(localProvider(source, { now: () => NOON, worker: 'never' }), '', {
      connection: ['offline'],
    });
    const head = () => list.shadowRoot!.querySelector<HTMLElement>('[role="columnheader"][aria-sort]');
    await untilIds(list, ['B', 'A', 'C']);
    expect([textOf(head()!), head()!.ariaSort]).to.deep.equal(['Since ↓', 'descending']);
    await clickOn(head()!.querySelector('button')!);
    await untilIds(list, ['C', 'A', 'B']);
    expect(head()!.ariaSort).to.equal('ascending');
    tabOf(list, 'normal').click();
    await untilIds(list, ['C', 'A', 'B', 'D']);
    const all = await openList(localProvider(source, { now: () => NOON, worker: 'never' }));
    await untilIds(all, ['A', 'B', 'C', 'D']);
    expect(all.shadowRoot!.querySelector('[aria-sort]')).to.equal(null);
    tabOf(all, 'offline').click();
    await untilIds(all, ['B', 'A', 'C']);
  });
});
