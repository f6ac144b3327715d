import { expect } from 'chai';

import '../../src/define/index.js';
import { sendKeys } from '@web/test-runner-commands';

import type { DrillDownDetail, OverviewState } from '../../src/elements/events.js';
import type { EvDataProvider } from '../../src/elements/ev-data-provider.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { NetworkSnapshot } from '../../src/model/records.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { listIn } from '../support/list-page.js';
import { location, NOON, station } from '../support/networks.js';
import { markedOn } from '../support/map-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import { drillOf, openOverview, pieOf, untilOpen } from '../support/overview-page.js';
import {
  clearPage,
  clickOn,
  countsOf,
  heard,
  mount,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

const OPERATORS = ['North', 'South'];
/** Locations of so many stations, by country and operator. */
const PLACES: [country: string, operator: string, stations: number][] = [
  ['NL', 'North', 4],
  ['NL', 'South', 2],
  ['DE', 'North', 3],
  ['DE', 'East', 1],
  ['BE', 'South', 1],
];
const NETWORK: NetworkSnapshot = {
  asOf: NOON,
  locations: PLACES.map(([country, operator, count], index) =>
    location(
      `${country} ${operator}`,
      Array.from({ length: count }, (_, number) => station(`${country}-${operator}-${number}`)),
      { country, operator, longitude: 5 + index, latitude: 50 + index },
    ),
  ),
};
const MANY: NetworkSnapshot = {
  asOf: NOON,
  locations: Array.from({ length: 2000 }, (_, index) =>
    location(`l${index}`, [station(`s${index}`)], { operator: `Operator ${index}` }),
  ),
};

describe('the filters of an overview', () => {
  const provided: DisposableProvider[] = [];
  afterEach(() => {
    clearPage();
    for (const provider of provided.splice(0)) provider.dispose();
  });

  function provide(network = NETWORK) {
    const provider = localProvider({ load: async () => network }, { worker: 'never', now: () => NOON });
    provided.push(provider);
    return provider;
  }
  const controlOf = (overview: Element, facet: string) =>
    partOf(overview, 'filter', `[data-facet="${facet}"]`);
  const facetsOf = (overview: Element) => parts(overview, 'filter').map(({ dataset }) => dataset.facet);
  const optionOf = (overview: Element, value: string) =>
    partOf(overview, 'filter-option', `[data-value="${value}"]`) as HTMLInputElement;
  const optionsOf = (overview: Element) =>
    parts(overview, 'filter-option').map(({ dataset }) => dataset.value!);
  const rowsOf = (overview: Element) =>
    parts(overview, 'filter-option').map(option => textOf(option.closest('label')!.querySelector('.name')!));
  const onlineIn = (overview: Element) =>
    Object.fromEntries(countsOf(pieOf(overview, 'connection'), 'entry')).online;
  const untilOnline = (overview: Element, count: number) => until(() => onlineIn(overview) === count);

  async function opened(network?: NetworkSnapshot, facets = 2): Promise<EvOverview> {
    const overview = await openOverview(provide(network), 'style="width: 640px"');
    await until(() => facetsOf(overview).length === facets);
    return overview;
  }
  async function open(overview: EvOverview, facet: string) {
    await clickOn(controlOf(overview, facet));
    await overview.updateComplete;
    await until(() => optionsOf(overview).length > 0);
  }
  async function choose(overview: EvOverview, facet: string, ...values: string[]) {
    await open(overview, facet);
    for (const value of values) await clickOn(optionOf(overview, value).closest('label')!);
    await sendKeys({ press: 'Escape' });
    await settled(overview);
  }

  it('R32: offer each country and operator with its number of stations, most first, countries by their names', async () => {
    const overview = await opened();
    expect(textOf(controlOf(overview, 'country'))).to.equal('Country All');
    await open(overview, 'country');
    expect(rowsOf(overview)).to.deep.equal(['Netherlands', 'Germany', 'Belgium']);
    const [first] = parts(overview, 'filter-option');
    expect(textOf(first!.closest('label')!)).to.equal('Netherlands 6 6 stations');
    await sendKeys({ press: 'Escape' });
    await open(overview, 'operator');
    expect(rowsOf(overview)).to.deep.equal(['North', 'South', 'East']);
  });

  it('R32: narrow every section to what is chosen, and back in one click', async () => {
    const overview = await opened();
    await untilOnline(overview, 11);
    await choose(overview, 'country', 'NL', 'BE');
    await untilOnline(overview, 7);
    expect(textOf(controlOf(overview, 'country'))).to.equal('Country Netherlands +1');
    await choose(overview, 'operator', 'South');
    await untilOnline(overview, 3);
    for (const dimension of ['evse', 'last-message', 'station'] as const)
      await until(
        () => countsOf(pieOf(overview, dimension), 'entry').reduce((sum, [, count]) => sum + count, 0) === 3,
      );
    await clickOn(partOf(overview, 'clear-filters'));
    await untilOnline(overview, 11);
    expect(parts(overview, 'clear-filters')).to.deep.equal([]);
    expect(textOf(controlOf(overview, 'operator'))).to.equal('Operator All');
  });

  it('R32: narrow the list behind a figure to what is chosen, in its filter too', async () => {
    const overview = await opened();
    overview.state = { scope: { country: ['NL', 'BE'], operator: ['South'] } };
    await untilOnline(overview, 3);
    const drilled = heard<DrillDownDetail>(overview, 'ev-drill-down');
    await clickOn(drillOf(pieOf(overview, 'connection'), 'online'));
    await untilOpen(overview);
    const ids = () => parts(listIn(overview), 'row').map(({ dataset }) => dataset.stationId!);
    await until(() => ids().sort().join() === 'BE-South-0,NL-South-0,NL-South-1');
    expect(drilled[0]!.filter).to.deep.equal({
      connection: ['online'],
      country: ['NL', 'BE'],
      operator: ['South'],
    });
  });

  it('R32: have both maps show what is chosen, and look at it', async () => {
    const overview = await opened();
    const mapOf = (tag: string) => overview.shadowRoot!.querySelector(`ev-${tag}-map`)!;
    await until(() => markedOn(mapOf('connection')) === 11);
    await choose(overview, 'country', 'BE');
    await until(() => markedOn(mapOf('connection')) === 1);
    await until(() => (overview.state.maps.connection?.center[0] ?? 0) > 8.9);
    mapOf('evse').scrollIntoView();
    await until(() => markedOn(mapOf('evse')) === 1);
  });

  it('R32: count the operators within the chosen countries, and keep offering them', async () => {
    const overview = await opened();
    await choose(overview, 'country', 'BE');
    await untilOnline(overview, 1);
    await open(overview, 'operator');
    await until(() => optionsOf(overview).join() === 'South');
    await sendKeys({ press: 'Escape' });
    await open(overview, 'country');
    expect(optionsOf(overview)).to.deep.equal(['BE', 'NL', 'DE']);
  });

  it('R32: are part of the state, which tells each choice once and comes back from what was written down', async () => {
    const first = await opened();
    const told = heard<OverviewState>(first, 'ev-state-change');
    await choose(first, 'country', 'DE');
    await untilOnline(first, 4);
    expect(told.filter(({ scope }) => scope).map(({ scope }) => scope)[0]).to.deep.equal({ country: ['DE'] });
    const written = JSON.stringify(first.state);
    const second = await openOverview(provide(), 'style="width: 640px"');
    second.state = JSON.parse(written) as OverviewState;
    await untilOnline(second, 4);
    await until(() => facetsOf(second).length === 2);
    expect(textOf(controlOf(second, 'country'))).to.equal('Country Germany');
    expect(second.state.scope).to.deep.equal({ country: ['DE'] });
    second.state = {};
    await untilOnline(second, 11);
    expect('scope' in second.state).to.equal(false);
  });

  it('R32: stay within the scope of the provider around', async () => {
    const around = mount<EvDataProvider>(
      `<ev-data-provider><ev-overview ${NO_GROUND} style="width: 640px"></ev-overview></ev-data-provider>`,
      provide(),
    );
    around.scope = { country: ['NL', 'DE'] };
    const overview = around.firstElementChild as EvOverview;
    await until(() => facetsOf(overview).length === 2);
    await untilOnline(overview, 10);
    await open(overview, 'country');
    expect(optionsOf(overview)).to.deep.equal(['NL', 'DE']);
    await sendKeys({ press: 'Escape' });
    overview.state = { scope: { country: ['DE', 'BE'] } };
    await untilOnline(overview, 4);
    around.scope = undefined;
    await untilOnline(overview, 5);
  });

  it('R32: are used by keyboard alone', async () => {
    const overview = await opened();
    controlOf(overview, 'country').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => overview.shadowRoot!.activeElement?.matches('[type="checkbox"]') ?? false);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    await untilOnline(overview, 1);
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'Space' });
    await untilOnline(overview, 7);
    await sendKeys({ press: 'Escape' });
    expect(controlOf(overview, 'country').ariaExpanded).to.equal('false');
    expect(overview.shadowRoot!.activeElement).to.equal(controlOf(overview, 'country'));
    await sendKeys({ press: 'Enter' });
    await until(() => optionsOf(overview).length > 0);
    await sendKeys({ press: 'Tab' });
    await until(() => optionsOf(overview).length === 0);
  });

  it('R32: find one of 2,000 by a part of its name, whatever was chosen', async () => {
    const overview = await opened(MANY, 1);
    await open(overview, 'operator');
    await settled(overview);
    expect(optionsOf(overview)).to.have.length(200);
    expect(textOf(overview.shadowRoot!.querySelector('.options')!)).to.contain(
      '1,800 more: type a part of the name.',
    );
    await sendKeys({ type: 'tor 1999' });
    await until(() => optionsOf(overview).join() === 'Operator 1999');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    await untilOnline(overview, 1);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ type: ' no' });
    await until(() => optionsOf(overview).length === 0);
    expect(textOf(overview.shadowRoot!.querySelector('.options')!)).to.contain('No operators match.');
  });

  it('R32: close where the reader goes elsewhere', async () => {
    const overview = await opened();
    await open(overview, 'country');
    await clickOn(pieOf(overview, 'connection'));
    await until(() => optionsOf(overview).length === 0);
  });

  const absent: [title: string, provider: () => ControllableProvider | DisposableProvider][] = [
    ['the provider tells none', () => new ControllableProvider()],
    [
      'there is one country and one operator',
      () => provide({ ...NETWORK, locations: NETWORK.locations.slice(0, 1) }),
    ],
    [
      'they cannot be had',
      () => Object.assign(new ControllableProvider(), { facets: () => Promise.reject(new Error('503')) }),
    ],
  ];
  for (const [title, make] of absent) {
    it(`R32: are absent where ${title}, but what was chosen can be cleared`, async () => {
      const overview = await openOverview(make(), 'style="width: 640px"');
      await settled(overview);
      expect(facetsOf(overview)).to.deep.equal([]);
      const controls = overview.shadowRoot!.querySelectorAll<HTMLElement>('.controls button');
      expect([...controls].map(({ part }) => part.value)).to.deep.equal(['trouble-only']);
      overview.state = { scope: { operator: OPERATORS } };
      await overview.updateComplete;
      expect(facetsOf(overview)).to.deep.equal(['operator']);
      await clickOn(partOf(overview, 'clear-filters'));
      await until(() => facetsOf(overview).length === 0);
    });
  }

  it('R32: show markup in a name as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const overview = await opened(
      {
        asOf: NOON,
        locations: [name, 'Other'].map((operator, index) =>
          location(`l${index}`, [station(`s${index}`)], { operator }),
        ),
      },
      1,
    );
    await open(overview, 'operator');
    expect(rowsOf(overview)).to.include(name);
    expect(overview.shadowRoot!.querySelector('img')).to.equal(null);
  });
});
