import { expect } from 'chai';
import fc from 'fast-check';

import { firstTab, LIST_TABS, tabFilter } from '../../src/model/list-tabs.js';
import type { ListTab } from '../../src/model/list-tabs.js';
import type { StationFilter } from '../../src/model/records.js';

const cases: [filter: StationFilter, first: ListTab, shown: Record<ListTab, StationFilter>][] = [
  [
    { connection: ['online'], evse: ['faulted'] },
    'online',
    {
      online: { connection: ['online'], evse: ['faulted'] },
      normal: { evse: ['faulted'] },
      offline: { connection: ['offline'], evse: ['faulted'] },
    },
  ],
  [
    { connection: ['offline'] },
    'offline',
    { online: { connection: ['online'] }, normal: {}, offline: { connection: ['offline'] } },
  ],
  [
    { station: ['disabled'], country: ['NL'] },
    'normal',
    {
      online: { connection: ['online'], station: ['disabled'], country: ['NL'] },
      normal: { station: ['disabled'], country: ['NL'] },
      offline: { connection: ['offline'], station: ['disabled'], country: ['NL'] },
    },
  ],
  [
    { connection: ['unknown'] },
    'normal',
    { online: { connection: [] }, normal: { connection: ['unknown'] }, offline: { connection: [] } },
  ],
  [
    { connection: ['online', 'unknown'] },
    'normal',
    {
      online: { connection: ['online'] },
      normal: { connection: ['online', 'unknown'] },
      offline: { connection: [] },
    },
  ],
  [{}, 'normal', { online: { connection: ['online'] }, normal: {}, offline: { connection: ['offline'] } }],
];

describe("a list's tabs", () => {
  for (const [filter, first, shown] of cases) {
    it(`R20: behind ${JSON.stringify(filter)} open as ${first}, each with its own stations`, () => {
      expect(firstTab(filter)).to.equal(first);
      for (const tab of LIST_TABS) expect(tabFilter(filter, tab)).to.deep.equal(shown[tab]);
    });
  }

  it('R20: leave all but the connection as it was asked for, and the asked filter untouched', () => {
    const lists = fc.option(fc.uniqueArray(fc.constantFrom('online', 'offline', 'unknown')), {
      nil: undefined,
    });
    const filters = fc.record({
      connection: lists,
      evse: fc.constant<string[]>(['faulted']),
      operator: fc.constant<string[]>(['N']),
    });
    fc.assert(
      fc.property(filters, fc.constantFrom(...LIST_TABS), (filter, tab) => {
        const before = structuredClone(filter);
        const { connection, ...rest } = tabFilter(filter, tab);
        expect(rest).to.deep.equal({ evse: ['faulted'], operator: ['N'] });
        for (const status of connection ?? []) expect(tab === 'normal' || status === tab).to.equal(true);
        expect(filter).to.deep.equal(before);
      }),
    );
  });

  it('R20: the tab that a list opens with shows just what was asked for', () => {
    for (const [filter] of cases) expect(tabFilter(filter, firstTab(filter))).to.deep.equal(filter);
  });
});
