import { expect } from 'chai';

import '../../src/define/ev-station-list.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { StationRow } from '../../src/model/questions.js';
import { DAY, HOUR, MINUTE } from '../../src/model/time.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, openList, rowOf, stationRow, untilIds } from '../support/list-page.js';
import { clearPage, textOf, until } from '../support/page.js';

const WIDE = 'style="width: 1440px"';

const since = (at: number, is: StationRow['troubleSinceIs']): Partial<StationRow> => ({
  faultedSince: at,
  faultedSinceIs: is,
  troubleSince: at,
  troubleSinceIs: is,
});

const cellOf = (list: Element, id: string, column: string) =>
  rowOf(list, id).querySelector<HTMLElement>(`.${column}-cell`)!;

describe('trouble in a list of stations', () => {
  afterEach(clearPage);

  async function open(
    rows: StationRow[],
    attributes = WIDE,
  ): Promise<{ list: EvStationList; provider: ControllableProvider }> {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => rows);
    const list = await openList(provider, attributes);
    await untilIds(
      list,
      rows.map(({ id }) => id),
    );
    return { list, provider };
  }

  it('R27: says since when each station is in trouble, how that is known, and where it is not known', async () => {
    const { list } = await open([
      stationRow('A', { status: 'faulted', ...since(AS_OF - 3 * HOUR, 'stated') }),
      stationRow('B', { status: 'faulted', ...since(AS_OF - 5 * MINUTE, 'observed') }),
      stationRow('C', { connection: 'offline', ...since(AS_OF - 16 * DAY, 'derived') }),
      stationRow('D', { connection: 'offline' }),
      stationRow('E', { evses: [{ id: '1', status: 'faulted' }] }),
      stationRow('F'),
    ]);
    const says = ['A', 'B', 'C', 'D', 'E', 'F'].map(id => textOf(cellOf(list, id, 'since')));
    expect(says).to.deep.equal([
      '3 hr. ago stated',
      '5 min. ago seen',
      '16 days ago reckoned',
      'not known',
      'not known',
      '',
    ]);
    const titles = ['A', 'B', 'C'].map(id => cellOf(list, id, 'since').querySelector('time')!.title);
    expect(titles[0]).to.match(/2026.*, as the source states$/);
    expect(titles[1]).to.match(/2026.*, as seen since this page opened$/);
    expect(titles[2]).to.match(/2025.*, reckoned from its last message$/);
    expect(cellOf(list, 'A', 'since').querySelector('time')!.dateTime).to.equal(
      new Date(AS_OF - 3 * HOUR).toISOString(),
    );
  });

  it('R27: where the source knows of updates alone, it is reckoned from the last of them', async () => {
    const { list, provider } = await open([
      stationRow('A', { connection: 'offline', ...since(AS_OF - DAY, 'derived') }),
    ]);
    provider.become('ready', { lastMessageIs: 'update' });
    await until(() =>
      cellOf(list, 'A', 'since').querySelector('time')!.title.endsWith('from its last update'),
    );
  });

  it('R10: since when grows with time alone', async () => {
    const { list, provider } = await open([
      stationRow('A', {
        status: 'faulted',
        lastMessageAt: undefined,
        ...since(AS_OF - 59 * MINUTE, 'stated'),
      }),
    ]);
    expect(textOf(cellOf(list, 'A', 'since'))).to.include('59 min. ago');
    provider.now = () => AS_OF + 2 * MINUTE;
    await until(() => textOf(cellOf(list, 'A', 'since')).includes('1 hr. ago'));
  });

  it('R27: shows what a station says of its fault, as text', async () => {
    const { list } = await open([
      stationRow('A', { status: 'faulted', errorCode: 'GroundFailure', info: '<b>Outlet 2</b> locked' }),
      stationRow('B'),
    ]);
    expect(textOf(cellOf(list, 'A', 'evse'))).to.include('GroundFailure · <b>Outlet 2</b> locked');
    expect(cellOf(list, 'A', 'evse').querySelector('b')).to.equal(null);
    expect(cellOf(list, 'B', 'evse').querySelector('.fault')).to.equal(null);
  });

  it('R6: EVSEs of a station that is not online are dimmed, and said to be as last known', async () => {
    const evses = [{ id: '1', status: 'charging' as const }];
    const { list } = await open([
      stationRow('A', { evses, connection: 'offline' }),
      stationRow('B', { evses, connection: 'unknown' }),
      stationRow('C', { evses }),
    ]);
    const says = ['A', 'B', 'C'].map(id => textOf(cellOf(list, id, 'evse')));
    expect(says).to.deep.equal(['last known: 1 × Charging', 'last known: 1 × Charging', '1 × Charging']);
    const [offline, , online] = ['A', 'B', 'C'].map(id => cellOf(list, id, 'evse').querySelector('.badge')!);
    const look = (badge: Element) => [
      getComputedStyle(badge).color,
      getComputedStyle(badge.querySelector('.swatch')!).opacity,
    ];
    expect(look(offline!)[0]).not.to.equal(look(online!)[0]);
    expect(Number(look(offline!)[1])).to.be.below(0.6);
    expect(look(online!)[1]).to.equal('1');
  });
});
