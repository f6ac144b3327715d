import type { ReactiveControllerHost } from 'lit';

import type { StationRow } from '../../model/questions.js';
import { toCsv } from '../../model/csv.js';
import { isMoment } from '../../model/time.js';
import { formatCounted } from '../../render/shared/format.js';
import { SECTIONS } from '../../render/shared/sections.js';
import type { StationPages } from './station-pages.js';

const HEAD = ['station', 'location', 'location name', 'connection', 'status', 'EVSEs'];
/** Stand after the last message: in trouble since when (R27), how that is known, and what the station says of its fault. */
const TROUBLE = ['in trouble since', 'since is', 'error code', 'info'];

function momentCell(moment: number | undefined): string {
  return isMoment(moment) ? new Date(moment).toISOString() : '';
}

function cells({
  id,
  locationId,
  locationName,
  connection,
  status,
  evses,
  lastMessageAt,
  troubleSince,
  troubleSinceIs,
  errorCode = '',
  info = '',
}: StationRow): string[] {
  const parts = evses.map(evse => `${evse.id}: ${evse.status}`).join('; ');
  const moments = [momentCell(lastMessageAt), momentCell(troubleSince)];
  const place = [locationId, locationName ?? ''];
  return [id, ...place, connection, status, parts, ...moments, troubleSinceIs ?? '', errorCode, info];
}

/** @param heard what the moments of when stations were heard of are called */
async function csvOf(pages: StationPages, heard: string): Promise<{ text: string; count: string }> {
  const rows = await pages.all();
  return {
    text: toCsv([[...HEAD, heard, ...TROUBLE], ...rows.map(cells)]),
    count: formatCounted(rows.length, SECTIONS.connection.counted),
  };
}

async function copyRows(pages: StationPages, heard: string): Promise<string> {
  const { text, count } = await csvOf(pages, heard);
  if (!isSecureContext) throw new Error('the browser lets only pages that come over HTTPS copy.');
  await navigator.clipboard.writeText(text);
  return `Copied ${count}.`;
}

async function downloadRows(pages: StationPages, heard: string): Promise<string> {
  const { text, count } = await csvOf(pages, heard);
  // Without the byte order mark spreadsheets read the file in the system's legacy encoding.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'stations.csv';
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
  return `Exported ${count}.`;
}

/** Copies and saves all that a list holds as CSV, and tells how that went. */
export class StationExport {
  /** What to tell the reader; empty where there is nothing. */
  told = '';

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly pages: () => StationPages | undefined,
    private readonly lastMessageTitle: () => string,
  ) {}

  /** Copies the rows to the clipboard. */
  readonly copy = (): Promise<void> => this.run(copyRows, 'Copying…', 'copied');

  /** Saves the rows as a file. */
  readonly save = (): Promise<void> => this.run(downloadRows, 'Exporting…', 'exported');

  private async run(
    task: (pages: StationPages, heard: string) => Promise<string>,
    progress: string,
    done: string,
  ): Promise<void> {
    const pages = this.pages();
    if (!pages) return;
    this.tell(progress);
    try {
      this.tell(await task(pages, this.lastMessageTitle().toLowerCase()));
    } catch (error) {
      this.tell(`Could not be ${done}: ${(error as Error).message}`);
    }
  }

  private tell(text: string): void {
    this.told = text;
    this.host.requestUpdate();
  }
}
