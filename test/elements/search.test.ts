import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StationQuery } from '../../src/model/questions.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, stationRow } from '../support/list-page.js';
import { LOCATIONS, openMap, providerOf } from '../support/map-page.js';
import {
  clearPage,
  clickOn,
  heard,
  focused,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

const PLACED = 'center="0,0" zoom="1"';

describe("a map's search", () => {
  afterEach(clearPage);

  const field = (map: Element) => partOf(map, 'search') as HTMLInputElement;
  const hits = (map: Element) => parts(map, 'hit').filter(hit => hit.checkVisibility());
  /** What a hit reads, in its order. */
  const readOf = (hit: Element) =>
    hit
      .textContent!.replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const message = (map: Element) => textOf(map.shadowRoot!.querySelector('.search-message')!);
  const popup = (map: Element) => partOf(map, 'popup');
  async function type(map: Element, text: string) {
    field(map).focus();
    field(map).select();
    await sendKeys({ type: text });
  }
  const marked = (map: Element) => {
    const id = field(map).getAttribute('aria-activedescendant');
    return id ? textOf(map.shadowRoot!.getElementById(id)!) : undefined;
  };

  it('R17: finds a location, flies there with Enter and opens its popup', async () => {
    const map = await openMap(PLACED);
    const views = heard<{ center: [number, number]; zoom: number }>(map, 'ev-view-change');
    await type(map, 'harb');
    await until(() => hits(map).length === 1);
    expect(textOf(hits(map)[0]!)).to.equal('Harbour 1 × Online');
    expect(field(map).ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Enter' });
    await until(() => popup(map).checkVisibility() && textOf(popup(map)).includes('CS-1'));
    await until(() => views.some(({ zoom }) => zoom >= 15.9));
    const [longitude, latitude] = views.at(-1)!.center;
    expect(longitude).to.be.closeTo(4.47, 0.01);
    expect(latitude).to.be.closeTo(51.92, 0.01);
    expect([hits(map).length, field(map).value]).to.deep.equal([0, 'Harbour']);
    await until(() => focused() === popup(map));
  });

  it('R17: finds a station by part of its ID, chosen with a click, and opens its location', async () => {
    const map = await openMap(PLACED);
    await type(map, 's/6');
    await until(() => hits(map).length === 1);
    expect(readOf(hits(map)[0]!)).to.equal('CS/6? Central <b>bold</b> & "quoted" Online Enabled');
    await clickOn(hits(map)[0]!);
    await until(() => popup(map).checkVisibility() && textOf(popup(map)).includes('CS/6?'));
    expect(field(map).value).to.equal('CS/6?');
  });

  it('R17: is walked with the arrow keys, round and round, each hit in view', async () => {
    const map = await openMap(PLACED);
    await type(map, 'cs-');
    await until(() => hits(map).length === 6);
    const names = hits(map).map(textOf);
    expect(marked(map)).to.equal(undefined);
    await sendKeys({ press: 'ArrowUp' });
    await settled(map);
    expect(marked(map)).to.equal(names.at(-1));
    await sendKeys({ press: 'ArrowDown' });
    await settled(map);
    expect(marked(map)).to.equal(names[0]);
    await sendKeys({ press: 'ArrowDown' });
    await settled(map);
    expect(marked(map)).to.equal(names[1]);
    const active = hits(map).filter(({ ariaSelected }) => ariaSelected === 'true');
    expect(active.map(textOf)).to.deep.equal([names[1]]);
    await sendKeys({ press: 'Enter' });
    await until(() => popup(map).checkVisibility());
    expect(names[1]).to.include(field(map).value);
  });

  it('R17: tells of each hit its status by sign and word and where it is, so that those of one name differ', async () => {
    const provider = new ControllableProvider();
    const place = { locationName: 'Harbour', country: 'NL', operator: 'North Grid' };
    const rows = [
      stationRow('A', { ...place, locationId: 'L1' }),
      stationRow('B', { ...place, locationId: 'L1', connection: 'offline', status: 'unknown' }),
      stationRow('C', { ...place, locationId: 'L2', status: 'faulted' }),
      stationRow('HARB-1', { locationName: 'Quay', country: 'DE', status: 'faulted' }),
      stationRow('HARB-2', { locationName: 'Quay', connection: 'offline', status: 'unknown' }),
    ];
    provider.answers.stations = answerFrom(() => rows);
    provider.answers.mapItems = () => [
      { id: 'L1', longitude: 0, latitude: 0, counts: { online: 1 }, stations: 1 },
    ];
    const map = await openMap(PLACED, provider);
    await type(map, 'harb');
    await until(() => hits(map).length === 4);
    expect(hits(map).map(readOf).sort()).to.deep.equal([
      'HARB-1 Quay Online Faulted DE',
      'HARB-2 Quay Offline',
      'Harbour 1 × Online 1 × Offline NL · North Grid · L1',
      'Harbour 1 × Online NL · North Grid · L2',
    ]);
    const [hit] = hits(map).filter(each => readOf(each).startsWith('HARB-1'));
    expect(hit!.querySelectorAll('.badge .swatch').length).to.equal(2);
  });

  it('R17: says nothing of how the stations of a location are that were not all found', async () => {
    const provider = new ControllableProvider();
    const rows = Array.from({ length: 201 }, (_, index) =>
      stationRow(`CS-${index}`, { locationId: 'L1', locationName: 'Harbour' }),
    );
    provider.answers.stations = answerFrom(() => rows);
    provider.answers.mapItems = () => [
      { id: 'L1', longitude: 0, latitude: 0, counts: { online: 1 }, stations: 1 },
    ];
    const map = await openMap(PLACED, provider);
    await type(map, 'harb');
    await until(() => hits(map).length === 1);
    expect(readOf(hits(map)[0]!)).to.equal('Harbour');
  });

  it('R17: what is typed is no shortcut of the page, but what is pressed with Ctrl is', async () => {
    const map = await openMap(PLACED);
    const keys: string[] = [];
    const onKeydown = ({ key }: KeyboardEvent) => keys.push(key);
    document.addEventListener('keydown', onKeydown);
    await type(map, 'h/');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'k' });
    await sendKeys({ up: 'Control' });
    document.removeEventListener('keydown', onKeydown);
    expect(field(map).value).to.equal('h');
    expect(keys).to.deep.equal(['Control', 'k']);
  });

  it('R17: what was typed itself comes first', async () => {
    const provider = new ControllableProvider();
    const ids = ['XCS-1', 'CS-10', 'CS-1'];
    provider.answers.stations = answerFrom(() => ids.map(id => stationRow(id)));
    const item = { id: 'L', longitude: 0, latitude: 0, counts: { online: 1 }, stations: 1 };
    provider.answers.mapItems = () => [item];
    const map = await openMap(PLACED, provider);
    await type(map, 'cs-1');
    const found = () => hits(map).map(hit => readOf(hit).split(' ')[0]);
    // What was found for the first letters has another order.
    await until(() => found()[0] === 'CS-1');
    expect(found()).to.deep.equal(['CS-1', 'CS-10', 'XCS-1']);
  });

  it('WCAG 4.1.3: says how many were found, and stops saying so', async () => {
    const map = await openMap(PLACED);
    const told = () =>
      map.shadowRoot!.querySelector('.map-search .visually-hidden[role="status"]')!.textContent;
    await type(map, 'cs-');
    await until(() => told() === '6 found');
    await sendKeys({ press: 'Escape' });
    await until(() => told() === '');
  });

  it('says that nothing was found, and stops saying so', async () => {
    const map = await openMap(PLACED);
    await type(map, 'atlantis');
    await until(() => message(map) === 'Nothing found.');
    expect(field(map).ariaExpanded).to.equal('false');
    await sendKeys({ press: 'Escape' });
    await until(() => message(map) === '');
  });

  it('says so of a location without a position', async () => {
    const nowhere = { id: 'X', name: 'Nowhere', latitude: 0, longitude: 0, stations: [{ id: 'CS-X' }] };
    const map = await openMap(PLACED, providerOf([...LOCATIONS, nowhere]));
    await type(map, 'nowhere');
    await until(() => hits(map).length === 1);
    await sendKeys({ press: 'Enter' });
    await until(() => message(map) === 'Nowhere has no position on the map.');
    expect(popup(map).checkVisibility()).to.equal(false);
  });

  it('is closed by Escape and by leaving it, and no late answer opens it again', async () => {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => [stationRow('A')]);
    provider.answers.mapItems = () => [
      { id: 'L', longitude: 0, latitude: 0, counts: { online: 1 }, stations: 1 },
    ];
    const map = await openMap(PLACED, provider);
    const asked = () => provider.questions('stations').length;
    await type(map, 'of');
    await until(() => hits(map).length === 1);
    await sendKeys({ press: 'Escape' });
    await until(() => hits(map).length === 0);
    for (const leave of [() => partOf(map, 'fit').focus(), () => sendKeys({ press: 'Tab' })]) {
      provider.isPaused = true;
      const before = asked();
      await type(map, 'of A');
      await until(() => asked() > before && provider.held.length > 0);
      await leave();
      provider.resume();
      await settled(map);
      expect(hits(map)).to.deep.equal([]);
    }
  });

  it('tells why a search or a choice failed', async () => {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => [stationRow('A')]);
    provider.answers.mapItems = () => [
      { id: 'L', longitude: 0, latitude: 0, counts: { online: 1 }, stations: 1 },
    ];
    provider.answers.location = () => {
      throw new Error('The server answered 503.');
    };
    const map = await openMap(PLACED, provider);
    await type(map, 'of');
    await until(() => hits(map).length === 1);
    await sendKeys({ press: 'Enter' });
    await until(() => message(map) === 'Location of A could not be found: The server answered 503.');
    provider.fail(new Error('The line is down.'));
    await type(map, 'anything');
    await until(() => message(map) === 'The line is down.');
  });

  it('asks once a reader pauses, with what was typed', async () => {
    const provider = new ControllableProvider();
    provider.answers.mapItems = () => [
      { id: 'L', longitude: 0, latitude: 0, counts: { online: 1 }, stations: 1 },
    ];
    const map = await openMap(PLACED, provider);
    field(map).focus();
    // In one turn: keys that are sent come with pauses where the machine is busy.
    for (const typed of ['q', 'qu', 'qua', 'quay']) {
      field(map).value = typed;
      field(map).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    await until(() => message(map) === 'Nothing found.');
    const queries = provider.questions('stations').map(({ about }) => (about as StationQuery).search);
    expect(queries).to.deep.equal(['quay']);
  });
});
