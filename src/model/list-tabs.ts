import type { StationFilter } from './records.js';

/** The tabs of the list behind a figure (R20): the normal one holds all. */
export type ListTab = 'online' | 'normal' | 'offline';

export const LIST_TABS: readonly ListTab[] = ['online', 'normal', 'offline'];

/** The one connection that a filter asks for, where it is a tab's. */
function tabOf({ connection }: StationFilter): ListTab | undefined {
  const [only, ...others] = connection ?? [];
  return others.length === 0 && (only === 'online' || only === 'offline') ? only : undefined;
}

/** The tab that a list opens with: the one that its filter asks for, else all. */
export function firstTab(filter: StationFilter): ListTab {
  return tabOf(filter) ?? 'normal';
}

/**
 * What a tab shows: the filter, with the tab's connection in place of one that is a tab's itself. A connection that is none
 * (`unknown`) stays required on every tab.
 */
export function tabFilter(filter: StationFilter, tab: ListTab): StationFilter {
  const { connection, ...rest } = filter;
  const kept = tabOf(filter) ? undefined : connection;
  if (tab === 'normal') return kept ? { ...rest, connection: kept } : rest;
  return { ...rest, connection: kept ? kept.filter(status => status === tab) : [tab] };
}
