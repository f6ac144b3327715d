import { filterBehind } from '../../model/drill-down.js';
import { isSame } from '../../model/fields.js';
import { LIST_TABS, tabFilter } from '../../model/list-tabs.js';
import type { ListTab } from '../../model/list-tabs.js';
import type { Scope, StationFilter } from '../../model/records.js';
import type { DataProvider } from '../../provider/data-provider.js';

/** What the tabs of a list hold (R20). */
export interface TabCounts {
  stations: Record<ListTab, number>;
  /** How many EVSEs are in the status that the list is behind, where its provider counts just these. */
  evses: Partial<Record<ListTab, number>>;
}

/** The slice of the EVSE pie that a list is behind, with nothing else asked for than what it shows. */
function evseSlice(filter: StationFilter, search: string, scope: Scope | undefined): string | undefined {
  const [status] = filter.evse ?? [];
  if (!status || search || !isSame(filter, filterBehind('evse', status, scope))) return undefined;
  return status;
}

async function evseCounts(provider: DataProvider, status: string, signal: AbortSignal) {
  const [online, normal] = await Promise.all(
    [false, true].map(async includeOffline => {
      const { byStatus } = await provider.counts('evse', { signal, includeOffline });
      return byStatus[status];
    }),
  );
  return { online, normal };
}

export async function tabCounts(
  provider: DataProvider,
  { filter, search }: { filter: StationFilter; search: string },
  scope: Scope | undefined,
  signal: AbortSignal,
): Promise<TabCounts> {
  const counts = LIST_TABS.map(async tab => {
    const query = { filter: tabFilter(filter, tab), search, limit: 0 };
    return [tab, (await provider.stations(query, { signal })).total] as const;
  });
  const status = evseSlice(filter, search, scope);
  const evses = status === undefined ? {} : evseCounts(provider, status, signal);
  return {
    stations: Object.fromEntries(await Promise.all(counts)) as Record<ListTab, number>,
    evses: await evses,
  };
}
