import type { StationRow } from '../../model/questions.js';
import { toCsv } from '../../model/csv.js';
import { formatCounted } from '../../render/shared/format.js';
import { SECTIONS } from '../../render/shared/sections.js';
import type { StationPages } from './station-pages.js';

const HEAD = ['station', 'location', 'location name', 'connection', 'status', 'EVSEs', 'last message'];

function cells({
  id,
  locationId,
  locationName,
  connection,
  status,
  evses,
  lastMessageAt,
}: StationRow): string[] {
  const parts = evses.map(evse => `${evse.id}: ${evse.status}`).join('; ');
  const heard = lastMessageAt === undefined ? '' : new Date(lastMessageAt).toISOString();
  return [id, locationId, locationName ?? '', connection, status, parts, heard];
}

async function csvOf(pages: StationPages): Promise<{ text: string; count: string }> {
  const rows = await pages.all();
  return {
    text: toCsv([HEAD, ...rows.map(cells)]),
    count: formatCounted(rows.length, SECTIONS.connection.counted),
  };
}

/** Copies all that is listed as CSV. Returns what to tell. */
export async function copyRows(pages: StationPages): Promise<string> {
  try {
    const { text, count } = await csvOf(pages);
    if (!isSecureContext) throw new Error('the browser lets only pages that come over HTTPS copy.');
    await navigator.clipboard.writeText(text);
    return `Copied ${count}.`;
  } catch (error) {
    return `Could not be copied: ${(error as Error).message}`;
  }
}

/** Saves all that is listed as a CSV file. Returns what to tell. */
export async function downloadRows(pages: StationPages): Promise<string> {
  try {
    const { text, count } = await csvOf(pages);
    // Spreadsheets take a file without the mark for one in the system's old encoding.
    const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'stations.csv';
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(url);
    });
    return `Exported ${count}.`;
  } catch (error) {
    return `Could not be exported: ${(error as Error).message}`;
  }
}
