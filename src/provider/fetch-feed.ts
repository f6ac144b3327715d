import { SECOND } from '../model/time.js';
import { abortable } from './abortable.js';
import type { Feed } from './sources/feed-source.js';
import { RequestError } from './sources/request-error.js';
import { headersError, headersOf, TIMEOUT } from './sources/request-options.js';
import type { EngineChannel } from './worker/engine-channel.js';
import type { FetchedFeed, PlainHeaders, PostedFeed } from './worker/feed-fetch.js';

/** A feed as it can be posted, which a framework's proxy of a record of headers cannot. */
function posted({ url, options = {} }: Feed): PostedFeed {
  const { headers, ...others } = options;
  const asksHeaders = typeof headers === 'function';
  return {
    url,
    asksHeaders,
    options: asksHeaders || !headers ? others : { ...others, headers: { ...headers } },
  };
}

async function nextHeaders({ url, options = {} }: Feed, signal: AbortSignal): Promise<PlainHeaders> {
  const timeout = AbortSignal.timeout((options.timeout ?? TIMEOUT) * SECOND);
  try {
    return Object.fromEntries(await abortable(headersOf(options), AbortSignal.any([signal, timeout])));
  } catch (error) {
    signal.throwIfAborted();
    throw headersError(url, error);
  }
}

/**
 * Has the engine fetch a feed into its next network; asks a function of the page for the headers of each request.
 * @param now of a feed that does not say when it was true
 * @throws RequestError where it could not be had; the signal's reason where it aborted
 */
export async function fetchFeed(
  engine: EngineChannel,
  feed: Feed,
  now: number,
  signal: AbortSignal,
): Promise<FetchedFeed> {
  let progress = await abortable(engine.call('fetch', posted(feed), now, signal), signal);
  while ('asksHeaders' in progress) {
    const headers = await nextHeaders(feed, signal);
    progress = await abortable(engine.call('proceed', headers, signal), signal);
  }
  if ('failure' in progress) throw new RequestError(progress.failure);
  return progress;
}
