import { loadColumns } from '../../engine/load-columns.js';
import { readColumns } from '../../model/columns/layout.js';
import type { NetworkColumns } from '../../model/columns/layout.js';
import { snapshotFromColumns } from '../../model/columns/snapshot-from-columns.js';
import { orNothing } from '../../model/time.js';
import type { NetworkSnapshot } from '../../model/records.js';
import { say } from '../../model/request-reasons.js';
import { partOf } from '../reason-of.js';
import type { FeedAnswer } from './feed-answer.js';
import type { LoadFeed } from './load-feed.js';
import { loadVersion } from './load-version.js';
import { readSnapshot } from './read-snapshot.js';
import { RequestError } from './request-error.js';
import { requestFeed } from './request-feed.js';
import type { RequestOptions } from './request-options.js';

async function readAnswer(answer: FeedAnswer): Promise<NetworkColumns> {
  const { buffer } = await answer.bytes();
  try {
    return readColumns(buffer);
  } catch (error) {
    const said = say('unreadableAnswer', answer.name, partOf(error));
    throw new RequestError({ ...said, isPassing: false });
  }
}

/**
 * Fetches a network's columns as records; without an `asOf` of their own they have that of their answer.
 * @throws RequestError where the server refuses, or the answer is not columns
 */
export async function fetchSnapshot(
  url: string,
  signal: AbortSignal,
  options?: RequestOptions,
): Promise<NetworkSnapshot> {
  const answer = await requestFeed(url, signal, options);
  const snapshot = snapshotFromColumns(await readAnswer(answer));
  return { ...snapshot, asOf: snapshot.asOf ?? answer.date };
}

/** Loads the columns as they are: no records are made of them. */
export const loadFeed: LoadFeed = (feed, start) =>
  loadVersion(feed, async answer => {
    const columns = await readAnswer(answer);
    feed.signal.throwIfAborted();
    // Checked as that of a snapshot is; the locations are read from the columns.
    const { asOf, problems } = readSnapshot({ asOf: orNothing(columns.asOf), locations: [] });
    loadColumns(start(asOf ?? answer.date, problems), columns);
    return asOf;
  });
