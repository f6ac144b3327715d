import { readFile, stat } from 'node:fs/promises';

import { FeedError } from './feed-document.mjs';

const EXPECTED = 'expected a readable file or an http(s) URL';
const PATIENCE = 60_000;

/**
 * A feed as it came.
 * @typedef {object} FeedBytes
 * @property {Buffer} bytes plain or gzipped
 * @property {string} version another one where the content is another
 * @property {string} [date] the HTTP Date of a URL's answer; a file has none
 */

/** @param {string} feed */
export function isUrl(feed) {
  return /^https?:\/\//i.test(feed);
}

/**
 * Reads a feed where it is newer than the one that is known. A URL is always asked.
 * @param {string} feed a file's path, or a URL
 * @param {FeedBytes} [known]
 * @returns {Promise<FeedBytes>} `known` itself where nothing changed
 * @throws {FeedError}
 */
export async function readFeedBytes(feed, known) {
  return isUrl(feed) ? fetchUrl(feed, known) : readPath(feed, known);
}

async function readPath(feed, known) {
  try {
    const { size, mtimeMs } = await stat(feed);
    const version = `${size}-${mtimeMs}`;
    return version === known?.version ? known : { bytes: await readFile(feed), version };
  } catch (error) {
    const found = {
      ENOENT: 'found no such file',
      EISDIR: 'found a directory',
      EACCES: 'found no permission to read it',
    };
    throw new FeedError(feed, found[error.code] ?? `cannot be read (${error.message})`, EXPECTED);
  }
}

async function fetchUrl(feed, known) {
  let answer;
  let bytes;
  try {
    answer = await fetch(feed, { signal: AbortSignal.timeout(PATIENCE) });
    bytes = Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    throw new FeedError(
      feed,
      `cannot be fetched (${error.cause?.message || error.cause?.code || error.message})`,
      EXPECTED,
    );
  }
  if (!answer.ok)
    throw new FeedError(feed, `found HTTP ${answer.status} ${answer.statusText}`, 'expected HTTP 200');
  const date = answer.headers.get('date') ?? undefined;
  // The same bytes need no second reading, but are true as of their new Date.
  if (known && bytes.equals(known.bytes)) return Object.assign(known, { date });
  return { bytes, version: `${bytes.length}-${Date.now()}`, date };
}
