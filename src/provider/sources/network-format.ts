import { isFields } from '../../model/fields.js';
import { looksLikeOcpi } from '../../model/ocpi/network-from-ocpi.js';
import type { NetworkSnapshot } from '../../model/records.js';
import { fetchJson } from './fetch-json.js';
import { loadRecords } from './load-records.js';

const EXPECTED = 'a NetworkSnapshot {locations: […]}';

/**
 * Fetches a NetworkSnapshot.
 * @throws Error where the server refuses, or answers what is not JSON or not a snapshot
 */
export async function fetchSnapshot(url: string, signal: AbortSignal): Promise<NetworkSnapshot> {
  const { body } = await fetchJson(url, EXPECTED, signal);
  if (isFields(body) && Array.isArray(body.locations)) return body as unknown as NetworkSnapshot;
  const advice = looksLikeOcpi(body) ? ', got what looks like OCPI: read it in the format ocpi' : '';
  throw new Error(`GET ${url} answered JSON of another shape; expected ${EXPECTED}${advice}.`);
}

export const loadFeed = loadRecords(fetchSnapshot);
