import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { StationPage, StationQuery, StationRow } from '../../src/model/questions.js';
import { MINUTE } from '../../src/model/time.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { AS_OF } from './controllable-provider.js';
import { everything, mount, partOf, parts, settled, textOf, until } from './page.js';

/** A row of a list; online, heard of a minute ago, unless it says otherwise. */
export function stationRow(id: string, fields: Partial<StationRow> = {}): StationRow {
  return {
    id,
    locationId: `L-${id}`,
    locationName: `Location of ${id}`,
    connection: 'online',
    status: 'enabled',
    evses: [{ id: '1', status: 'available' }],
    lastMessageAt: AS_OF - MINUTE,
    ...fields,
  };
}

/** Answers questions from rows, as a server might: only the connection and the search narrow them. */
export function answerFrom(rows: () => readonly StationRow[]) {
  return ({ filter, search = '', cursor = '0', limit = 100 }: StationQuery): StationPage => {
    const found = rows().filter(
      row =>
        (filter.connection?.includes(row.connection) ?? true) &&
        `${row.id} ${row.locationName}`.toLowerCase().includes(search.toLowerCase()),
    );
    const from = Number(cursor);
    const end = from + limit;
    const stations = found.slice(from, end);
    const hasMore = limit > 0 && end < found.length;
    return { stations, total: found.length, cursor: hasMore ? String(end) : undefined };
  };
}

/** The one list on the page, or in what is given. */
export const listIn = (root: ParentNode): EvStationList => {
  const found = everything(root).find(({ localName }) => localName === 'ev-station-list');
  if (!found) throw new Error('There is no list.');
  return found as EvStationList;
};

export async function openList(
  provider: DataProvider | undefined,
  attributes = '',
  filter?: EvStationList['filter'],
): Promise<EvStationList> {
  const list = mount<EvStationList>(`<ev-station-list ${attributes}></ev-station-list>`, provider);
  if (filter) list.filter = filter;
  await settled(list);
  return list;
}

/** IDs of the stations in view, in their order on the page. */
export const idsOf = (list: Element): string[] =>
  parts(list, 'row')
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map(row => row.dataset.stationId!);

/** Waits until the list shows just these, in this order. */
export async function untilIds(list: Element, expected: readonly string[]): Promise<void> {
  try {
    await until(() => idsOf(list).join() === expected.join());
  } catch {
    throw new Error(`The list shows ${idsOf(list).join()} instead of ${expected.join()}.`);
  }
}

export const tabOf = (list: Element, tab: string): HTMLElement => partOf(list, 'tab', `[data-tab="${tab}"]`);
export const tableOf = (list: Element): HTMLElement => list.shadowRoot!.querySelector<HTMLElement>('.table')!;
export const rowOf = (list: Element, id: string): HTMLElement =>
  partOf(list, 'row', `[data-station-id="${CSS.escape(id)}"]`);

/** What the list says that it counts. */
export const countedIn = (list: Element): string => textOf(list.shadowRoot!.querySelector('.counted')!);

/** What each tab says: its name with its number. */
export const tabTexts = (list: Element): string[] => parts(list, 'tab').map(textOf);

/** Types into a list's search in place of what is there. */
export function searchFor(list: Element, text: string): void {
  const field = partOf(list, 'search') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
