import { readFeedBytes, isUrl } from './feed-bytes.mjs';
import { isGzipped, readFeedDocument } from './feed-document.mjs';
import { findInNetwork, findInOcpi } from './records.mjs';

/** @typedef {import('./feed-bytes.mjs').FeedBytes} FeedBytes */

/**
 * A network as the server serves it.
 * @typedef {object} ServedNetwork
 * @property {string} title
 * @property {'network' | 'ocpi'} format what `ev-data-provider` reads it as
 * @property {() => Promise<{bytes: Buffer, gzipped: boolean, version: string, date?: string}>} read its latest snapshot
 * @property {() => Promise<import('./records.mjs').FindDetails>} details
 * @property {import('./live-stream.mjs').LiveStream} [live] its changes, where it has any
 */

/**
 * A network from a file or URL, read again when it changed.
 * @param {string} feed
 * @returns {Promise<ServedNetwork>}
 * @throws {import('./feed-document.mjs').FeedError} where it cannot be used; so do its `read` and `details` later on
 */
export async function openFeed(feed) {
  /** @type {FeedBytes | undefined} */
  let known;
  let document;

  async function refresh() {
    const latest = await readFeedBytes(feed, known);
    if (latest !== known) {
      document = await readFeedDocument(feed, latest.bytes);
      known = latest;
    }
    return known;
  }

  await refresh();
  return {
    title: titleOf(feed),
    get format() {
      return document.format;
    },
    async read() {
      const { bytes, version, date } = await refresh();
      return { bytes, gzipped: isGzipped(bytes), version, date };
    },
    async details() {
      await refresh();
      return document.format === 'ocpi' ? findInOcpi(document.records) : findInNetwork(document.records);
    },
  };
}

/** The last part of its path: a URL's query may hold what is not for everybody's eyes. */
function titleOf(feed) {
  const path = isUrl(feed) ? new URL(feed).pathname : feed;
  return path.split(/[/\\]/).findLast(part => part !== '') ?? new URL(feed).hostname;
}
