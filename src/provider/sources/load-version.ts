import type { FeedAnswer } from './feed-answer.js';
import type { FeedLoad, LoadedFeed } from './load-feed.js';
import { requestFeed } from './request-feed.js';

/**
 * Asks for a feed of one answer, and has it loaded unless it is the version that is known. One that does not say when it was true was so
 * when it was sent; one that has not changed since is true still.
 * @param load loads the answer; returns when it was true, where the feed itself says so
 */
export async function loadVersion(
  { url, options, signal, known }: FeedLoad,
  load: (answer: FeedAnswer) => Promise<number | undefined>,
): Promise<LoadedFeed> {
  const answer = await requestFeed(url, signal, options);
  const { validator, date } = answer;
  if (known && validator === known.validator) {
    answer.dismiss();
    return { asOf: known.asOf ?? date, version: known };
  }
  const asOf = await load(answer);
  return { asOf: asOf ?? date, version: validator === undefined ? undefined : { validator, asOf } };
}
