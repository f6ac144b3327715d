import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { NavigateDetail, NavigateEvent } from '../../src/elements/events.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { LOCATIONS, openMap, providerOf, stands } from '../support/map-page.js';
import { clearPage, clickOn, everything, heard, partOf, textOf, until } from '../support/page.js';

const LINKS = 'location-href="#/locations/{id}" station-href="#/stations/{id}"';

describe("links in a map's popup", () => {
  let map: StatusMap;
  let popup: HTMLElement;

  afterEach(() => {
    clearPage();
    history.replaceState(null, '', window.location.pathname + window.location.search);
  });

  async function open(attributes = LINKS, provider = providerOf()) {
    map = await openMap(attributes, provider);
    await clickOn(partOf(map, 'pin'));
    popup = partOf(map, 'popup');
    await until(() => popup.checkVisibility());
    // The map makes room for its popup.
    await stands(map);
    return [...popup.querySelectorAll('a')];
  }

  it("R18: lead from the location's name and each station's ID to their pages, IDs encoded", async () => {
    const links = await open();
    expect(links.map(link => [link.getAttribute('href'), textOf(link)])).to.deep.equal([
      ['#/locations/BR%201%2F2', 'Central <b>bold</b> & "quoted"'],
      ['#/stations/CS-5', 'CS-5'],
      ['#/stations/CS%2F6%3F', 'CS/6?'],
      ['#/stations/CS-7', 'CS-7'],
    ]);
  });

  it('R18: announce a click first, and follow it where no one prevents that', async () => {
    const [name, first] = await open();
    const details = heard<NavigateDetail>(document, 'ev-navigate');
    await clickOn(first!);
    await until(() => window.location.hash === '#/stations/CS-5');
    await clickOn(name!);
    await until(() => window.location.hash === '#/locations/BR%201%2F2');
    expect(details).to.deep.equal([
      { kind: 'station', id: 'CS-5', href: '#/stations/CS-5' },
      { kind: 'location', id: 'BR 1/2', href: '#/locations/BR%201%2F2' },
    ]);
  });

  it('R18: stay where they are when a single-page host routes them itself', async () => {
    const [, first] = await open();
    const events: NavigateEvent[] = [];
    map.addEventListener('ev-navigate', event => {
      event.preventDefault();
      events.push(event);
    });
    await clickOn(first!);
    expect(events.map(({ detail }) => detail.id)).to.deep.equal(['CS-5']);
    expect(window.location.hash).to.equal('');
    first!.focus();
    await sendKeys({ press: 'Enter' });
    expect(events.length).to.equal(2);
    expect(window.location.hash).to.equal('');
  });

  it('R18: leave clicks that open elsewhere to the browser', async () => {
    const [, first] = await open();
    const details = heard(map, 'ev-navigate');
    const seen: boolean[] = [];
    window.addEventListener('click', follow);
    window.addEventListener('auxclick', follow);
    function follow(event: MouseEvent): void {
      seen.push(event.defaultPrevented);
      event.preventDefault();
    }
    for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey'] as const) {
      first!.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [modifier]: true }),
      );
    }
    await clickOn(first!, 'middle');
    window.removeEventListener('click', follow);
    window.removeEventListener('auxclick', follow);
    expect(seen).to.deep.equal([false, false, false, false]);
    expect(details).to.deep.equal([]);
  });

  it("R18: prefer a record's own page, and follow none that is a script", async () => {
    const [brazil] = LOCATIONS.filter(({ id }) => id.startsWith('BR'));
    const [one, two, three] = brazil!.stations as [object, object, object];
    const stations = [
      { ...one, id: 'A', href: 'javascript:alert(1)' },
      { ...two, id: 'B', href: 'https://portal.example/b' },
      { ...three, id: 'C', href: ' JaVaScRiPt:alert(1)' },
    ];
    const own = { ...brazil!, href: 'data:text/html,hello', stations };
    const links = await open('station-href="javascript:alert({id})"', providerOf([own]));
    expect(links.map(link => [textOf(link), link.getAttribute('href')])).to.deep.equal([
      ['B', 'https://portal.example/b'],
    ]);
    for (const id of ['A', 'C']) expect(textOf(popup)).to.include(id);
  });

  it('R18: show markup in names and IDs as the text that it is', async () => {
    const markup = '<img src=x onerror="window.wasRun = true">';
    const [brazil] = LOCATIONS.filter(({ id }) => id.startsWith('BR'));
    const stations = [{ ...brazil!.stations[0]!, id: markup, evses: [{ id: markup, status: markup }] }];
    await open(LINKS, providerOf([{ ...brazil!, id: markup, name: markup, operator: markup, stations }]));
    expect(textOf(popup)).to.include(`${markup} 1 station · ${markup}`);
    expect(everything(map).filter(({ localName }) => localName === 'img')).to.deep.equal([]);
    expect('wasRun' in window).to.equal(false);
  });
});
