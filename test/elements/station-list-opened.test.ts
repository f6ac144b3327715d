import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/ev-station-list.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { StationRow } from '../../src/model/questions.js';
import { HOUR } from '../../src/model/time.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, idsOf, openList, rowOf, searchFor, stationRow, tableOf } from '../support/list-page.js';
import { clearPage, clickOn, focused, partOf, parts, settled, textOf, until } from '../support/page.js';

const FAULTED: Partial<StationRow> = {
  status: 'faulted',
  errorCode: 'GroundFailure',
  info: 'Outlet 2 locked',
  faultedSince: AS_OF - 3 * HOUR,
  faultedSinceIs: 'stated',
  troubleSince: AS_OF - 3 * HOUR,
  troubleSinceIs: 'stated',
  evses: [
    {
      id: 'NL*1',
      status: 'charging',
      reported: 'SuspendedEV',
      connectors: [
        { id: '1', reported: 'SuspendedEV' },
        { id: '2', reported: '<i>Faulted</i>' },
        { id: '3' },
      ],
    },
    { id: 'NL*2', status: 'available', reported: 'Available' },
  ],
};

describe('a row of a list of stations that opens in place', () => {
  afterEach(clearPage);

  async function open(rows: StationRow[], width = 1440) {
    const provider = new ControllableProvider();
    const data = { rows };
    provider.answers.stations = answerFrom(() => data.rows);
    const list = await openList(provider, `style="width: ${width}px"`);
    await until(() => parts(list, 'row').length > 0);
    return { list, provider, data };
  }
  const buttonOf = (list: EvStationList, id: string) => partOf(rowOf(list, id), 'disclosure');
  const openedIn = (list: EvStationList) =>
    parts(list, 'row')
      .filter(row => row.querySelector('.opened-cell'))
      .map(row => row.dataset.stationId);

  it('R20: shows its EVSEs and connectors with the words that they reported, and what is wrong since when', async () => {
    const { list } = await open([stationRow('A', FAULTED), stationRow('B')]);
    await clickOn(buttonOf(list, 'A'));
    await settled(list);
    const opened = rowOf(list, 'A').querySelector('.opened-cell')!;
    expect(textOf(opened)).to.equal(
      'Faulted since: 3 hr. ago stated GroundFailure · Outlet 2 locked NL*1 Charging SuspendedEV ' +
        'Connector 1: SuspendedEV Connector 2: <i>Faulted</i> Connector 3: nothing reported NL*2 Available',
    );
    expect([opened.role, opened.getAttribute('aria-colspan')]).to.deep.equal(['cell', '7']);
    expect(buttonOf(list, 'A').getAttribute('aria-controls')).to.equal(opened.id);
    expect(openedIn(list)).to.deep.equal(['A']);
  });

  it('R6: says of each EVSE of a station that is offline that it is as last known', async () => {
    const { list } = await open([stationRow('A', { ...FAULTED, connection: 'offline', status: 'unknown' })]);
    await clickOn(buttonOf(list, 'A'));
    await settled(list);
    const opened = textOf(rowOf(list, 'A').querySelector('.opened-cell')!);
    expect(opened).to.include('NL*1 last known: Charging');
    expect(opened).to.include('NL*2 last known: Available');
    expect(opened).to.include('Offline since: not known');
  });

  it('R20: is opened and shut with the keyboard, says whether it is, and the rows below make room', async () => {
    const { list } = await open([stationRow('A', FAULTED), stationRow('B', { evses: [] })]);
    const button = buttonOf(list, 'A');
    expect([button.ariaExpanded, button.ariaLabel]).to.deep.equal(['false', 'EVSEs of A']);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => openedIn(list).join() === 'A');
    expect([button.ariaExpanded, focused()]).to.deep.equal(['true', button]);
    await until(() => {
      const { bottom } = rowOf(list, 'A').getBoundingClientRect();
      return Math.abs(rowOf(list, 'B').getBoundingClientRect().top - bottom) < 1;
    });
    await sendKeys({ press: 'Space' });
    await until(() => openedIn(list).length === 0);
    expect(button.ariaExpanded).to.equal('false');
    buttonOf(list, 'B').click();
    await settled(list);
    expect(textOf(rowOf(list, 'B').querySelector('.opened-cell')!)).to.equal('No EVSEs are known of it.');
  });

  it('R10: stays open through live updates that move it, a search, and being scrolled out of view', async () => {
    const many = Array.from({ length: 400 }, (_, index) => stationRow(`CS-${index}`, FAULTED));
    const { list, provider, data } = await open(many, 900);
    buttonOf(list, 'CS-1').click();
    await until(() => openedIn(list).join() === 'CS-1');
    data.rows = [stationRow('new'), ...many];
    provider.tell();
    await until(() => idsOf(list)[0] === 'new');
    expect(openedIn(list)).to.deep.equal(['CS-1']);
    const table = tableOf(list);
    table.scrollTop = table.scrollHeight;
    await until(() => idsOf(list).includes('CS-399'));
    expect(openedIn(list)).to.deep.equal([]);
    table.scrollTop = 0;
    await until(() => openedIn(list).join() === 'CS-1');
    searchFor(list, 'CS-1');
    await until(() => idsOf(list)[0] === 'CS-1');
    expect(openedIn(list)).to.deep.equal(['CS-1']);
  });
});
