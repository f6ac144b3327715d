import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import { noneSkipped } from '../../src/model/problems.js';
import type { NetworkSnapshot } from '../../src/model/records.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { LOCATIONS, openMap, providerOf } from '../support/map-page.js';
import { location, station } from '../support/networks.js';
import { NO_GROUND } from '../support/no-ground.js';
import { openOverview } from '../support/overview-page.js';
import {
  clearPage,
  clickOn,
  focused,
  mount,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

/** A thousand stations, nine of ten with an id that is a number. */
function numericIds(): NetworkSnapshot {
  const stations = Array.from({ length: 1000 }, (_, index) =>
    station((index % 10 === 0 ? `CS-${index}` : index) as string, { lastMessageAt: AS_OF }),
  );
  return { asOf: AS_OF, locations: [location('L', stations)] };
}

/** The dialog that is open. */
const dialogOf = (root: ParentNode) => partOf(root, 'problems-dialog', ':modal') as HTMLDialogElement;
const isShown = (root: ParentNode) => parts(root, 'problems-dialog', ':modal').length > 0;
/** What an element says as it is written, without the breaks of its markup. */
const wordsOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const problemsOf = (root: ParentNode) => parts(root, 'problems').filter(part => part.checkVisibility());

describe('what of the data is missing', () => {
  let made: DisposableProvider | undefined;

  afterEach(() => {
    made?.dispose();
    made = undefined;
    clearPage();
  });

  function provide(load: () => NetworkSnapshot) {
    return (made = localProvider(
      { load: () => Promise.resolve(load()) },
      { now: () => AS_OF, worker: 'never' },
    ));
  }

  it('R14: stands once, above the overview, and is shown when asked for', async () => {
    const overview = await openOverview(provide(numericIds));
    await until(() => problemsOf(overview).length > 0);
    await settled(overview);
    const [notice, ...others] = problemsOf(overview);
    expect(textOf(notice!)).to.equal('900 stations skipped');
    expect(others).to.deep.equal([]);
    expect(notice!.closest('[role="status"]'), 'it is announced').to.not.equal(null);
    const { bottom } = notice!.getBoundingClientRect();
    expect(bottom).to.be.below(overview.shadowRoot!.querySelector('.sections')!.getBoundingClientRect().top);

    await clickOn(notice!);
    await until(() => isShown(overview));
    await settled(overview);
    const text = wordsOf(dialogOf(overview));
    expect(text).to.include('Skipped: 900 stations and 900 EVSEs');
    expect(text).to.include('They are in none of the figures.');
    expect(text).to.include('locations[0].stations[1].id is 1; expected text that is not empty.');
    await clickOn(dialogOf(overview).querySelector('[aria-label="Close"]')!);
    await until(() => !isShown(overview));
  });

  it('R14: stands in a view of the overview that fills the screen', async () => {
    const overview = await openOverview(provide(numericIds));
    const pie = overview.shadowRoot!.querySelector<StatusPie>('ev-connection-pie')!;
    await until(() => problemsOf(overview).length > 0);
    expect(problemsOf(pie)).to.deep.equal([]);
    await clickOn(partOf(pie, 'fullscreen', 'button'));
    await until(() => problemsOf(pie).length === 1);
    expect(textOf(problemsOf(pie)[0]!)).to.equal('900 stations skipped');
    await document.exitFullscreen();
    await until(() => problemsOf(pie).length === 0);
  });

  it('R14: is reached, read and left with the keyboard', async () => {
    const overview = await openOverview(provide(numericIds));
    await until(() => problemsOf(overview).length > 0);
    await sendKeys({ press: 'Tab' });
    const [notice] = problemsOf(overview);
    expect(focused()).to.equal(notice);
    await sendKeys({ press: 'Enter' });
    await until(() => isShown(overview));
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(dialogOf(overview).querySelector('.problem-sections'));
    await sendKeys({ press: 'Escape' });
    await until(() => !isShown(overview));
    expect(focused()).to.equal(notice);
  });

  it('R31: says in the language why, with what is from the data isolated, and what a host tells as it tells it', async () => {
    const provider = provide(() => ({
      asOf: AS_OF,
      locations: [location('L', [station('A', { heartbeatInterval: -5 }), 'lost' as never])],
    }));
    const pie = mount<StatusPie>('<ev-station-pie lang="de"></ev-station-pie>', provider);
    await until(() => parts(pie, 'problems').length > 0);
    await clickOn(partOf(pie, 'problems'));
    await until(() => isShown(pie));
    const itemsOf = () => [...dialogOf(pie).querySelectorAll('li')];
    await until(() => wordsOf(dialogOf(pie)).includes('erwartet'));
    expect(itemsOf().map(wordsOf)).to.deep.equal([
      'locations[0].stations[1]: ⁨"lost"⁩; erwartet: Objekt.',
      'locations[0].stations[0].heartbeatInterval: ⁨-5⁩; erwartet: Sekunden ab 0.',
    ]);
    pie.lang = 'ar';
    await until(() => wordsOf(dialogOf(pie)).includes('المتوقع'));
    const [first] = itemsOf();
    expect(wordsOf(first!)).to.equal('locations[0].stations[1]: ⁨"lost"⁩؛ المتوقع: كائن.');
    expect(getComputedStyle(first!).direction).to.equal('rtl');
    expect(getComputedStyle(first!.querySelector('code')!).direction, 'of a path').to.equal('ltr');

    const told = new ControllableProvider();
    const other = mount<StatusPie>('<ev-station-pie lang="ar"></ev-station-pie>', told);
    const problem = { path: 'data[3]', message: 'Row 3 has no id.' };
    told.become('ready', { problems: { total: 1, first: [problem] } });
    await until(() => parts(other, 'problems').length > 0);
    await clickOn(partOf(other, 'problems'));
    await until(() => isShown(other));
    const item = dialogOf(other).querySelector('li')!;
    expect(wordsOf(item)).to.equal('data[3]: Row 3 has no id.');
    expect(getComputedStyle(item).direction).to.equal('ltr');
  });

  it('R14: is gone when the next load is whole', async () => {
    let snapshot = numericIds();
    const provider = provide(() => snapshot);
    const overview = await openOverview(provider);
    await until(() => problemsOf(overview).length > 0);
    snapshot = { asOf: AS_OF, locations: [location('L', [station('CS-1')])] };
    await provider.refresh();
    await until(() => problemsOf(overview).length === 0);
  });

  it('R14: says what was read in part, how often, and which stations are on no map, and where', async () => {
    const evses = Array.from({ length: 30 }, (_, index) => ({ id: String(index), status: 'Napping' }));
    const overview = await openOverview(
      provide(() => ({
        asOf: AS_OF,
        locations: [
          location('L', [station('A', { evses })], { latitude: '52.1' as never }),
          'lost' as never,
          location('M', [
            station('B', { deploymentState: 'live' }),
            station('C', { deploymentState: 'Live' }),
          ]),
        ],
      })),
    );
    await until(() => problemsOf(overview).length > 0);
    const [notice] = problemsOf(overview);
    expect(textOf(notice!)).to.equal(
      '1 location skipped, 2 stations not counted, 30 values not read, 1 station not on the map',
    );
    await clickOn(notice!);
    await until(() => isShown(overview));
    await settled(overview);
    const sections = [...dialogOf(overview).querySelectorAll('section')].map(wordsOf);
    expect(sections.map(text => text.split(' The first')[0])).to.deep.equal([
      'Skipped: 1 location They are in none of the figures.',
      'Not counted: 2 stations They are in none of the figures, since their deployment state is in no table.',
      'Not read: 30 values Their records are counted without them.',
      'Not on the map: 1 station They are counted, but their locations have no usable position.',
    ]);
    expect(sections[0]).to.include('locations[1] is "lost"; expected an object.');
    expect(sections[1]).to.include(
      'locations[2].stations[0].deploymentState is "live"; expected production,',
    );
    expect(sections[2]).to.include('locations[0].stations[0].evses[0].status');
    expect(sections[2]).to.include('30 times');
    expect(sections[3]).to.include('locations[0].latitude is "52.1"; expected degrees, -90 to 90.');
  });

  it("R14: stands in a view that is by itself, with what a host's own provider tells", async () => {
    const provider = new ControllableProvider();
    const pie = mount<StatusPie>('<ev-station-pie></ev-station-pie>', provider);
    await settled(pie);
    expect(parts(pie, 'problems'), 'none are told').to.deep.equal([]);
    const message = 'data[3] is <b>null</b>; expected an object.';
    provider.become('ready', { problems: { total: 1234, first: [{ path: 'data[3]', message }] } });
    await until(() => parts(pie, 'problems').length > 0);
    expect(textOf(partOf(pie, 'problems'))).to.equal('1,234 records not read, or in part');
    await clickOn(partOf(pie, 'problems'));
    await until(() => isShown(pie));
    await settled(pie);
    expect(wordsOf(dialogOf(pie)), 'text from data is text').to.include(message);
    expect(wordsOf(dialogOf(pie))).to.include('Not read, or in part: 1,234 records');
  });

  it('R14: of the changes of a stream is told as it comes', async () => {
    const provider = new ControllableProvider();
    const pie = mount<StatusPie>('<ev-station-pie></ev-station-pie>', provider);
    const become = (change: number) =>
      provider.become('ready', {
        problems: { total: change, first: [], skipped: { ...noneSkipped(), change }, readInPart: 0 },
      });
    become(1);
    await until(() => parts(pie, 'problems').length > 0);
    expect(textOf(partOf(pie, 'problems'))).to.equal('1 change skipped');
    become(2000);
    await settled(pie);
    expect(textOf(partOf(pie, 'problems'))).to.equal('2,000 changes skipped');
  });

  it('R14: a map shows where the stations stood that it leaves off, in a panel of its own or of the host', async () => {
    const nowhere = { id: 'X', latitude: 0, longitude: 0, stations: [{ id: 'CS-X' }] };
    const expected =
      'locations[5].latitude is 0; expected a position that is not 0, 0, which stands for none.';
    made = providerOf([...LOCATIONS, nowhere]);
    const map: StatusMap = await openMap('', made);
    await until(() => parts(map, 'left-out').length > 0);
    await clickOn(partOf(map, 'left-out'));
    await until(() => isShown(map));
    await settled(map);
    expect(wordsOf(dialogOf(map))).to.include(expected);

    const panel = mount<HTMLElement>(`<ev-panel><ev-evse-map ${NO_GROUND}></ev-evse-map></ev-panel>`, made);
    Object.assign(panel.firstElementChild!, { provider: made });
    await until(() => parts(panel, 'left-out').length > 0);
    partOf(panel, 'left-out').click();
    await until(() => isShown(panel));
    await settled(panel);
    expect(wordsOf(dialogOf(panel))).to.include(expected);
  });
});
