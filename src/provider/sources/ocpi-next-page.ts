import { ExplainedError } from '../../model/explained-error.js';
import { shown } from '../../model/fields.js';
import { say } from '../../model/ocpi/ocpi-reasons.js';
import { linkTarget } from './link-header.js';
import { isSameServer } from './same-server.js';
import { shownUrl } from './shown-url.js';

/**
 * A page as it can be fetched from where another came from: of the same origin, or by TLS of the same host. Where a proxy ends TLS,
 * the server behind it may name `http` on an `https` feed, which browsers refuse.
 */
function reachable(next: URL, from: URL): URL | undefined {
  if (isSameServer(next, from)) return next;
  if (next.protocol !== 'http:') return undefined;
  const secure = new URL(next);
  secure.protocol = 'https:';
  return secure.origin === from.origin ? secure : undefined;
}

/**
 * The URL of the page that an answer's `Link` header names as next (OCPI 2.2.1 §4.1.1); undefined on the last one.
 * @param from the URL that answered, after redirects
 * @param feed the URL of the feed
 * @throws Error that says why the next page cannot be followed
 */
export function nextPage(link: string | null, from: string, feed: string): string | undefined {
  let target: string | undefined;
  try {
    target = linkTarget(link, 'next');
  } catch (error) {
    throw new ExplainedError(say('ocpiLink', shown(shownUrl(link ?? ''))), { cause: error });
  }
  if (target === undefined) return undefined;
  if (!URL.canParse(target, from)) throw new ExplainedError(say('ocpiNextNoUrl', shown(shownUrl(target))));
  const next = new URL(target, from);
  const found = reachable(next, new URL(from)) ?? reachable(next, new URL(feed));
  if (!found) throw new ExplainedError(say('ocpiNextElsewhere', shownUrl(next), new URL(feed).host));
  return found.href;
}
