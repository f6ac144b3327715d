import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { StationPage, StationQuery } from '../../src/model/questions.js';
import type { Location, NetworkChange } from '../../src/model/records.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { readCsv } from '../support/csv.js';
import { answerFrom, openList, stationRow, tableOf } from '../support/list-page.js';
import { location, station } from '../support/networks.js';
import { clearPage, clickOn, partOf, parts, settled, textOf, until } from '../support/page.js';

const told = (list: Element) => textOf(list.shadowRoot!.querySelector('.told')!);

describe('a list of stations that is open while its network changes', () => {
  const { writeText } = Clipboard.prototype;
  let copied: string[];
  let made: DisposableProvider | undefined;
  let push: (change: NetworkChange) => void;

  beforeEach(() => {
    copied = [];
    Clipboard.prototype.writeText = text => Promise.resolve(void copied.push(text));
  });

  afterEach(() => {
    Clipboard.prototype.writeText = writeText;
    made?.dispose();
    made = undefined;
    clearPage();
  });

  const stationsOf = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => station(`CS-${from + index}`, { lastMessageAt: AS_OF }));

  /** Locations of a hundred stations each. */
  function locationsOf(count: number): Location[] {
    return Array.from({ length: count / 100 }, (_, index) =>
      location(`L${index}`, stationsOf(100 * index, 100)),
    );
  }

  function provide(locations: () => Location[]): DisposableProvider {
    return (made = localProvider(
      {
        load: () => Promise.resolve({ asOf: AS_OF, locations: locations() }),
        watch: given => (push = given),
      },
      { now: () => AS_OF, worker: 'never' },
    ));
  }

  /** Whether all that is in view has been drawn and loaded. */
  function isDrawn(list: EvStationList): boolean {
    const table = tableOf(list);
    const boxes = parts(list, 'row').map(row => row.getBoundingClientRect());
    const from = table.querySelector('.heads')!.getBoundingClientRect().bottom;
    return (
      Math.min(...boxes.map(({ top }) => top)) <= from + 1 &&
      Math.max(...boxes.map(({ bottom }) => bottom)) >= table.getBoundingClientRect().bottom - 1 &&
      !table.querySelector('.pending')
    );
  }

  async function exported(list: EvStationList): Promise<string[]> {
    await clickOn(partOf(list, 'copy'));
    await until(() => copied.length === 1);
    return readCsv(copied[0]!)
      .slice(1)
      .map(([id]) => id!);
  }

  it('R19: is exported with each station exactly once, through changes, other lists and reloads', async () => {
    const locations = locationsOf(16_000);
    const provider = provide(() => locations);
    let pages = 0;
    const disturbed: DataProvider = Object.create(provider, {
      stations: {
        value: async (query: StationQuery, options?: object) => {
          if (query.cursor) {
            pages++;
            const reversed = locations.map(place => ({ ...place, stations: [...place.stations].reverse() }));
            push({
              locations: reversed.slice(0, 100),
              stations: [{ id: 'CS-15000', connection: 'offline' }],
            });
            push({ locations: [location('new', [station('NEW')])], removed: { stations: ['CS-15999'] } });
            for (let count = 0; count < 10; count++)
              await provider.stations({ filter: {}, limit: 1, search: `CS-${count}` });
            await provider.refresh();
          }
          return provider.stations(query, options);
        },
      },
    }) as DataProvider;
    const list = await openList(disturbed);
    await until(() => parts(list, 'row').length > 0);
    const ids = await exported(list);
    expect(pages).to.be.above(2);
    // The last load has them all again; a station that was away for a while may be there or not.
    const lasting = locations.flatMap(({ stations }) => stations.map(({ id }) => id)).slice(0, -1);
    expect(ids.filter(id => id !== 'CS-15999')).to.deep.equal(lasting);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('R19: is scrolled through without a station lost or doubled, though it changes and is loaded anew', async () => {
    const locations = locationsOf(1400);
    const provider = provide(() => locations);
    const list = await openList(provider, 'style="width: 1000px"');
    await until(() => parts(list, 'row').length > 0);
    const table = tableOf(list);
    const seen = new Map<string, string>();
    for (let top = 0; top <= table.scrollHeight; top += 900) {
      table.scrollTop = top;
      await settled(list);
      await until(() => isDrawn(list));
      for (const { ariaRowIndex, dataset } of parts(list, 'row')) seen.set(ariaRowIndex!, dataset.stationId!);
      if (seen.size < 1000) continue;
      push({
        locations: locations
          .slice(0, 8)
          .map(place => ({ ...place, stations: [...place.stations].reverse() })),
      });
      await provider.refresh();
    }
    const ids = [...seen].sort(([a], [b]) => Number(a) - Number(b)).map(([, id]) => id);
    expect(ids).to.deep.equal(locations.flatMap(({ stations }) => stations.map(({ id }) => id)));
  });

  /** Answers pages of rows; says of cursors that it does not know them, as often as it is told. */
  function forgetful(count: number, times: number) {
    const provider = new ControllableProvider();
    const rows = Array.from({ length: count }, (_, index) => stationRow(`CS-${index}`));
    const answer = answerFrom(() => rows);
    let left = times;
    provider.answers.stations = (query): StationPage => {
      if (query.cursor && left-- > 0) throw new RangeError('cursor is "2", of a list that is not kept');
      return answer(query);
    };
    return { provider, rows };
  }

  it('R19: begins again where its provider does not know its list any more', async () => {
    const { provider, rows } = forgetful(1200, 2);
    const list = await openList(provider, 'style="width: 1000px"');
    await until(() => parts(list, 'row').length > 0);
    const table = tableOf(list);
    table.scrollTop = table.scrollHeight;
    await until(() => parts(list, 'row').some(row => row.dataset.stationId === 'CS-1199'));
    expect(parts(list, 'error')).to.deep.equal([]);
    expect(table.ariaRowCount).to.equal(String(rows.length + 1));
    const ids = parts(list, 'row').map(row => row.dataset.stationId);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('R19: says so where it cannot be read on, however often it begins again', async () => {
    const { provider } = forgetful(1200, Infinity);
    const list = await openList(provider, 'style="width: 1000px"');
    await until(() => parts(list, 'row').length > 0);
    tableOf(list).scrollTop = 1e6;
    await until(() => parts(list, 'error').length > 0);
    expect(textOf(partOf(list, 'error'))).to.include('of a list that is not kept');
  });

  it('R19: is exported whole where its provider forgets it on the way, or says why not', async () => {
    const { provider, rows } = forgetful(12_000, 3);
    const list = await openList(provider);
    await until(() => parts(list, 'row').length > 0);
    expect(await exported(list)).to.deep.equal(rows.map(({ id }) => id));
    const never = forgetful(12_000, Infinity);
    list.provider = never.provider;
    await settled(list);
    await clickOn(partOf(list, 'copy'));
    await until(() => told(list).startsWith('Could not be copied'));
    expect(told(list)).to.include('of a list that is not kept');
    expect(copied.length).to.equal(1);
  });
});
