import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unpack = promisify(gunzip);

const EXPECTED =
  'expected NetworkSnapshot JSON ({"locations": [...]}) or OCPI Locations (an array, or {"data": [...]}), plain or gzipped';

/** A feed that cannot be used, told in one line: which, what was found, what was expected. */
export class FeedError extends Error {
  /**
   * @param {string} feed the file or URL
   * @param {string} found
   * @param {string} [expected]
   */
  constructor(feed, found, expected = EXPECTED) {
    super(`feed "${feed}": ${found}; ${expected}`.replace(/\s+/g, ' '));
  }
}

/** Told by its first two bytes, whatever it is called. */
export function isGzipped(bytes) {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * What a feed holds, told by its content.
 * @param {string} feed for the error
 * @param {Buffer} bytes as they came
 * @returns {Promise<{format: 'network' | 'ocpi', records: object[]}>} records: the locations
 * @throws {FeedError}
 */
export async function readFeedDocument(feed, bytes) {
  if (bytes.length === 0) throw new FeedError(feed, 'found nothing, 0 bytes');
  const content = parse(feed, await textOf(feed, bytes));
  const format = formatOf(content);
  if (!format) throw new FeedError(feed, `found ${describe(content)}`);
  const records = format === 'network' ? content.locations : listOf(content);
  if (records.length === 0) throw new FeedError(feed, 'found no location in it', 'expected one at least');
  return { format, records };
}

async function textOf(feed, bytes) {
  if (!isGzipped(bytes)) return bytes.toString('utf8');
  try {
    return (await unpack(bytes)).toString('utf8');
  } catch (error) {
    throw new FeedError(feed, `found gzip that cannot be unpacked (${error.message})`);
  }
}

function parse(feed, text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new FeedError(feed, `found no JSON (${error.message})`);
  }
}

function formatOf(content) {
  if (Array.isArray(content?.locations)) return 'network';
  const list = listOf(content);
  const isOcpi = list && (list.length === 0 || list.some(record => record?.coordinates || record?.evses));
  return isOcpi ? 'ocpi' : undefined;
}

function listOf(content) {
  if (Array.isArray(content)) return content;
  return Array.isArray(content?.data) ? content.data : undefined;
}

function describe(content) {
  const list = listOf(content);
  if (list)
    return `${list.length} records, none with the coordinates or evses of an OCPI Location (first: ${brief(list[0])})`;
  if (content === null || typeof content !== 'object') return brief(content);
  const keys = Object.keys(content);
  return keys.length === 0
    ? 'an empty object'
    : `an object of ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', ...' : ''}`;
}

function brief(value) {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
