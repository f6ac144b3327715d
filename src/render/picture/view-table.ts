import type { Localize } from '../../messages/localize.js';
import { isGroup } from '../../model/questions.js';
import type { MapDimension, MapItem } from '../../model/questions.js';
import { isMoment } from '../../model/time.js';
import { visibleMarkers } from '../map/marker.js';
import type { Marker } from '../map/marker.js';
import { nameOf } from '../map/marker-look.js';
import { visibleTotal } from '../pie/pie.js';
import type { StatusShares } from '../pie/pie.js';
import { countedTitle, shareRows } from '../pie/shares-table.js';
import { changeOf } from '../shared/change.js';
import { labelOf } from '../shared/status-label.js';

/** What a view shows of a dimension; of a map, what stands on it. */
export interface TabledShares {
  shares: StatusShares;
  items?: readonly MapItem[];
}

/** The unit that names of columns have for what is counted. */
const COUNTED = { stations: 'stations', evses: 'EVSEs' };

const shareOf = (count: number, total: number) =>
  total > 0 ? String(Math.round((1e4 * count) / total) / 1e4) : '';

function statusCells(shares: StatusShares, hasTrend: boolean): string[][] {
  const { dimension, section, counts, hidden } = shares;
  const total = visibleTotal(shares);
  return Object.entries(counts).map(([status, count]) => {
    const history = shares.historyOf(status);
    const change = history ? changeOf(history, count) : {};
    const changes = [change.hour, change.day].map(each => (each === undefined ? '' : String(each)));
    return [
      ...[dimension, status, COUNTED[section.counted], String(count)],
      hidden.has(status) ? '' : shareOf(count, total),
      ...(hasTrend ? changes : []),
    ];
  });
}

/** The groups and locations that a map shows, those with most trouble first. */
function markersOf({ shares, items = [] }: TabledShares): Marker[] {
  const { localize, dimension, hidden } = shares;
  return visibleMarkers(localize, items, dimension as MapDimension, hidden).sort(
    (one, other) => other.trouble - one.trouble || other.count - one.count,
  );
}

function placeCells({ item, count, counts }: Marker): string[] {
  const place = isGroup(item) ? [String(item.locations), '', ''] : ['1', item.id, item.name ?? ''];
  const position = [item.latitude, item.longitude].map(String);
  return [...place, ...position, ...[count, ...Object.values(counts)].map(String)];
}

/** Whether there is more than maps: then the table is of statuses, else of what stands on the maps. */
const isOfStatuses = (tabled: readonly TabledShares[]) => tabled.some(({ items }) => !items);

/**
 * What views show, a row a status, or a row a group or location where all of them are maps. Names of columns and statuses are for programs
 * too: they are in English in every language.
 * @param asOf epoch milliseconds
 */
export function tableRows(tabled: readonly TabledShares[], asOf: number | undefined): string[][] {
  const when = isMoment(asOf) ? new Date(asOf).toISOString() : '';
  const withMoment = (rows: string[][]) => rows.map(row => [when, ...row]);
  if (!isOfStatuses(tabled)) {
    const [{ shares }] = tabled as [TabledShares];
    const head = ['as of', 'locations', 'location', 'location name', 'latitude', 'longitude'];
    const counted = [COUNTED[shares.section.counted], ...Object.keys(shares.counts)];
    return [[...head, ...counted], ...withMoment(tabled.flatMap(markersOf).map(placeCells))];
  }
  const listed = tabled.filter(({ items }) => !items).map(({ shares }) => shares);
  const hasTrend = listed.some(({ counts, historyOf }) =>
    Object.keys(counts).some(status => historyOf(status)),
  );
  const head = ['as of', 'section', 'status', 'counts', 'number', 'share'];
  const changes = hasTrend ? ['change in an hour', 'change in a day'] : [];
  return [[...head, ...changes], ...withMoment(listed.flatMap(shares => statusCells(shares, hasTrend)))];
}

/** As `tableRows`, in the reader's words and numbers. */
function readableRows(localize: Localize, tabled: readonly TabledShares[]): string[][] {
  if (isOfStatuses(tabled)) {
    return tabled.filter(({ items }) => !items).flatMap(({ shares }) => shareRows(shares));
  }
  const [{ shares }] = tabled as [TabledShares];
  const { dimension, section, counts } = shares;
  const labels = Object.keys(counts).map(status => labelOf(localize, dimension, status));
  return [
    [localize.term('location'), localize.term(countedTitle(section)), ...labels],
    ...tabled
      .flatMap(markersOf)
      .map(({ item, count, counts: each }) => [
        nameOf(localize, item),
        ...[count, ...Object.values(each)].map(number => localize.number(number)),
      ]),
  ];
}

/** A table for documents: a paste into one keeps it. */
export function readableTable(
  localize: Localize,
  caption: string,
  tabled: readonly TabledShares[],
): HTMLTableElement {
  const table = document.createElement('table');
  table.dir = localize.dir;
  table.createCaption().textContent = caption;
  for (const [index, cells] of readableRows(localize, tabled).entries()) {
    const row = table.insertRow();
    for (const [column, text] of cells.entries()) {
      const cell = document.createElement(index === 0 || column === 0 ? 'th' : 'td');
      cell.textContent = text;
      row.append(cell);
    }
  }
  return table;
}
