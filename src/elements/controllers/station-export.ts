import type { LitElement } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { localizeOf } from '../../messages/nearest-language.js';
import type { StationRow } from '../../model/questions.js';
import { toCsv } from '../../model/csv.js';
import { isMoment } from '../../model/time.js';
import { csvFile, saveFile } from './save-file.js';
import type { StationPages } from './station-pages.js';

/** Names of columns are for programs too: they are in English in every language. */
const HEAD = ['station', 'location', 'location name', 'connection', 'status', 'EVSEs'];
/** What the moments of when stations were heard of are called. */
const HEARD = { lastMessage: 'last message', lastUpdate: 'last update' };
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
async function rowsOf(pages: StationPages, heard: string): Promise<string[][]> {
  return [[...HEAD, heard, ...TROUBLE], ...(await pages.all()).map(cells)];
}

async function copyRows(pages: StationPages, heard: string, localize: Localize): Promise<number> {
  const rows = await rowsOf(pages, heard);
  if (!isSecureContext) throw new Error(localize.term('onlyOverHttps'));
  await navigator.clipboard.writeText(toCsv(rows));
  return rows.length - 1;
}

async function downloadRows(pages: StationPages, heard: string): Promise<number> {
  const rows = await rowsOf(pages, heard);
  saveFile(csvFile(rows), 'stations.csv');
  return rows.length - 1;
}

/** What is done with the rows, and the messages that tell how that goes. */
interface Task {
  run(pages: StationPages, heard: string, localize: Localize): Promise<number>;
  progress: 'copying' | 'exporting';
  done: 'copied' | 'exported';
  failed: 'notCopied' | 'notExported';
}

const COPY: Task = { run: copyRows, progress: 'copying', done: 'copied', failed: 'notCopied' };
const DOWNLOAD: Task = { run: downloadRows, progress: 'exporting', done: 'exported', failed: 'notExported' };

/** Copies and saves all that a list holds as CSV, and tells how that went. */
export class StationExport {
  /** What to tell the reader; empty where there is nothing. */
  told = '';

  constructor(
    private readonly host: LitElement,
    private readonly pages: () => StationPages | undefined,
    private readonly heard: () => keyof typeof HEARD,
  ) {}

  /** Copies the rows to the clipboard. */
  readonly copy = (): Promise<void> => this.run(COPY);

  /** Saves the rows as a file. */
  readonly save = (): Promise<void> => this.run(DOWNLOAD);

  private async run({ run, progress, done, failed }: Task): Promise<void> {
    const pages = this.pages();
    if (!pages) return;
    const localize = localizeOf(this.host);
    this.tell(localize.term(progress));
    try {
      const count = await run(pages, HEARD[this.heard()], localize);
      this.tell(localize.term(done, localize.counted('stations', count)));
    } catch (error) {
      this.tell(localize.term(failed, await localize.explained(error as Error)));
    }
  }

  private tell(text: string): void {
    this.told = text;
    this.host.requestUpdate();
  }
}
