import type { Localize } from '../../messages/localize.js';
import { toCsv } from '../../model/csv.js';
import { FACETS, listOf } from '../../model/scope.js';
import { isMoment } from '../../model/time.js';
import { isFailure, toldOf } from '../../render/shared/data-state.js';
import { facetName } from '../../render/shared/facet-options.js';
import { PictureLook } from '../../render/picture/picture-look.js';
import { viewPicture } from '../../render/picture/view-picture.js';
import type { PicturedShares } from '../../render/picture/view-picture.js';
import { readableTable, tableRows } from '../../render/picture/view-table.js';
import { csvFile } from './save-file.js';
import type { SavedView } from './saved-views.js';
import type { ShownView } from './shown-view.js';

/** A view as a file, and in the kinds in which it is copied. */
export interface ViewFile {
  name: string;
  file: Blob | Promise<Blob>;
  copied: Record<string, Blob | Promise<Blob>>;
}

/** Whom the figures are of. */
function whom(localize: Localize, { scope = {} }: ShownView['data']): string[] {
  return FACETS.flatMap(facet =>
    (listOf(scope[facet]) ?? []).map(value => facetName(localize, facet, value)),
  );
}

/** Whom the figures are of, and as of when. */
function notesOf(localize: Localize, data: ShownView['data']): string[] {
  const names = whom(localize, data);
  const { asOf } = data.state;
  return [
    ...(names.length > 0 ? [names.join(localize.term('comma'))] : []),
    ...(isMoment(asOf) ? [localize.term('asOf', localize.moment(asOf))] : []),
  ];
}

/** A moment in a name of a file, which sorts: `2026-11-30 03.12`. */
function fileMoment(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}`;
}

/** The longest name of a file, with room for an ending and a number. */
const LONGEST_NAME = 120;

/** Says what, of whom and when, without what systems allow in no name of a file. */
function nameOf(localize: Localize, heading: string, data: ShownView['data']): string {
  const { asOf } = data.state;
  const parts = [heading, ...whom(localize, data)].join(', ').replace(/[\p{Cf}\\/:*?"<>|\p{Cc}]+/gu, '-');
  const when = isMoment(asOf) ? `, ${fileMoment(asOf)}` : '';
  return parts.slice(0, LONGEST_NAME) + when;
}

/** Of each dimension a map, and the pie or legend that explains it. */
async function picturedIn(views: readonly SavedView[]): Promise<PicturedShares[]> {
  const pictured: PicturedShares[] = [];
  for (const { shown } of views) {
    const { shares, hasPie, map } = shown;
    const lonely = pictured.find(
      each => each.shares.dimension === shares.dimension && each.map && !each.hasPie,
    );
    // A pie and a legend know how their numbers changed.
    if (lonely && !map) Object.assign(lonely, { shares, hasPie });
    else pictured.push({ shares, hasPie, map: await map?.view.snapshot() });
  }
  return pictured;
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const png = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!png) throw new Error('the browser makes no picture of this size.');
  return png;
}

async function drawn(
  localize: Localize,
  heading: string,
  views: readonly [SavedView, ...SavedView[]],
): Promise<Blob> {
  const [{ view, shown }] = views;
  const { data } = shown;
  const pictured = await picturedIn(views);
  const look = new PictureLook(view.renderRoot as ShadowRoot);
  try {
    const notes = notesOf(localize, data);
    const warning = isFailure(data.state) ? toldOf(localize, data.state)?.sentence : undefined;
    return await pngOf(viewPicture(look, { heading, notes, warning }, pictured));
  } finally {
    look.release();
  }
}

/** What views show as a picture, in the look of the first of them. */
export function pictureFile(
  localize: Localize,
  heading: string,
  views: readonly [SavedView, ...SavedView[]],
): ViewFile {
  const file = drawn(localize, heading, views);
  return {
    name: `${nameOf(localize, heading, views[0].shown.data)}.png`,
    file,
    copied: { 'image/png': file },
  };
}

/** What views show as a table: for programs as CSV, and for documents in the reader's words. */
export function tableFile(
  localize: Localize,
  heading: string,
  views: readonly [SavedView, ...SavedView[]],
): ViewFile {
  const [{ shown }] = views;
  const { data } = shown;
  const tabled = views.map(each => ({
    shares: each.shown.shares,
    items: each.shown.map?.items,
  }));
  const rows = tableRows(tabled, data.state.asOf);
  const caption = [heading, ...notesOf(localize, data)].join(localize.term('comma'));
  const readable = readableTable(localize, caption, tabled);
  return {
    name: `${nameOf(localize, heading, data)}.csv`,
    file: csvFile(rows),
    copied: {
      'text/plain': new Blob([toCsv(rows)], { type: 'text/plain' }),
      'text/html': new Blob([readable.outerHTML], { type: 'text/html' }),
    },
  };
}
