import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import type { StationSource } from '../../src/provider/data-provider.js';
import { withLive } from '../../src/provider/sources/live.js';
import { ocpiSource } from '../../src/provider/sources/ocpi-source.js';
import { jsonSource } from '../../src/provider/sources/json-source.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, stationRow } from '../support/list-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import { dialogOf, drillOf, pieOf, untilOpen } from '../support/overview-page.js';
import { clearPage, clickOn, mount, settled, textOf } from '../support/page.js';

const NAMES = ['Last OCPP message received', 'Last message'];

describe('a source that knows of no messages, such as OCPI,', () => {
  let provider: DisposableProvider | undefined;

  afterEach(() => {
    clearPage();
    provider?.dispose();
  });

  it('R7: has its provider say so from the start, with its live changes too', () => {
    const sources: [StationSource, expected: string | undefined][] = [
      [ocpiSource('/locations'), 'update'],
      [ocpiSource('/locations', { connectionOf: () => 'online' }), 'update'],
      [ocpiSource('/locations', { headers: () => ({}) }), 'update'],
      [withLive(ocpiSource('/locations'), '/live'), 'update'],
      [jsonSource('/network.json'), undefined],
      [{ load: async () => ({ locations: [] }) }, undefined],
    ];
    for (const [source, expected] of sources) {
      provider = localProvider(source, { worker: 'never' });
      expect(provider.state.lastMessageIs).to.equal(expected);
      provider.dispose();
    }
  });

  it('R7: still says so once it is loaded', async () => {
    provider = localProvider({ lastMessageIs: 'update', load: async () => ({ locations: [] }) });
    await provider.refresh();
    expect(provider.state).to.include({ status: 'ready', lastMessageIs: 'update' });
  });

  it('R7 R13 R19: has the pie, its explanation, its list and that list’s title speak of the last update', async () => {
    const controlled = new ControllableProvider();
    controlled.state = { ...controlled.state, lastMessageIs: 'update' };
    controlled.answers.stations = answerFrom(() => [stationRow('CS-1')]);
    const overview = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`, controlled);
    await settled(overview);
    const pie = pieOf(overview, 'last-message');
    expect(textOf(pie)).to.include('Last update received');
    expect(pie.shadowRoot!.querySelector('ev-panel')!.getAttribute('help')).to.include('OCPI');
    expect(overview.shadowRoot!.querySelector('[aria-label="Last update received"]')).to.not.equal(null);
    await clickOn(drillOf(pie, 'older'));
    await untilOpen(overview);
    const dialog = dialogOf(overview);
    const list = dialog.querySelector<EvStationList>('ev-station-list')!;
    await settled(list);
    expect(textOf(dialog)).to.include('Last update received, ');
    const heads = [...list.shadowRoot!.querySelectorAll('[role="columnheader"]')].map(textOf);
    expect(heads.at(-1)).to.include('Last update');
    for (const name of NAMES) expect(textOf(overview)).to.not.include(name);
  });
});
