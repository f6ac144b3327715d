import { isFields } from '../../model/fields.js';
import { looksLikeOcpi } from '../../model/ocpi/network-from-ocpi.js';
import type { NetworkSnapshot } from '../../model/records.js';
import { say } from '../../model/request-reasons.js';
import type { FeedAnswer } from './feed-answer.js';
import type { LoadFeed } from './load-feed.js';
import { loadRecords } from './load-records.js';
import { loadVersion } from './load-version.js';
import { RequestError } from './request-error.js';
import { requestFeed } from './request-feed.js';
import type { RequestOptions } from './request-options.js';

const EXPECTED = say('aSnapshot');

async function readNetwork(answer: FeedAnswer): Promise<NetworkSnapshot> {
  const body = await answer.json(EXPECTED);
  if (isFields(body) && Array.isArray(body.locations)) return body as unknown as NetworkSnapshot;
  const said = say(looksLikeOcpi(body) ? 'otherShapeOcpi' : 'otherShape', answer.name, EXPECTED);
  throw new RequestError({ ...said, isPassing: false });
}

/**
 * Fetches a NetworkSnapshot; without an `asOf` of its own it has that of its answer.
 * @throws RequestError where the server refuses, or answers what is not JSON or not a snapshot
 */
export async function fetchSnapshot(
  url: string,
  signal: AbortSignal,
  options?: RequestOptions,
): Promise<NetworkSnapshot> {
  const answer = await requestFeed(url, signal, options);
  const snapshot = await readNetwork(answer);
  return snapshot.asOf == null && answer.date !== undefined ? { ...snapshot, asOf: answer.date } : snapshot;
}

export const loadFeed: LoadFeed = (feed, start) =>
  loadVersion(feed, async answer => loadRecords(await readNetwork(answer), answer.date, feed.signal, start));
