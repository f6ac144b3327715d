import { ExplainedError } from '../../model/explained-error.js';
import { say } from '../../model/load-reasons.js';
import { arrival } from '../arrival.js';
import { pageUrl } from '../page-url.js';
import { partOf } from '../reason-of.js';
import type { EventStreamOptions } from './event-stream.js';
import type { FetchedSource } from './feed-source.js';
import { shownUrl } from './shown-url.js';
import { watchAll } from './watch-all.js';
import type { Watch } from './watch-all.js';

/** How a live stream is asked for: headers, by a function called each time it is opened, and `credentials`. Not of a WebSocket. */
export type LiveOptions = EventStreamOptions;

const PROTOCOLS = ['http:', 'https:', 'ws:', 'wss:'];

/** Whether a URL, relative to the page, is a WebSocket's. */
export function isWebSocket(url: string | URL): boolean {
  return URL.canParse(url, pageUrl()) && new URL(url, pageUrl()).protocol.startsWith('ws');
}

function streamAt(given: string | URL, { headers, credentials }: LiveOptions): URL {
  const base = pageUrl();
  const name = JSON.stringify(shownUrl(given));
  if (!URL.canParse(given, base))
    throw new TypeError(`live is ${name}, which is no URL; expected one, or a path in the page's site.`);
  const url = new URL(given, base);
  if (!PROTOCOLS.includes(url.protocol))
    throw new TypeError(`live is ${name}; expected a URL of ${PROTOCOLS.join(', ')}.`);
  if (url.username !== '' || url.password !== '')
    throw new TypeError(
      `live holds a user's name or password before ${url.host}, which browsers do not send; expected headers instead.`,
    );
  if (isWebSocket(url) && (headers !== undefined || credentials !== undefined))
    throw new TypeError(
      `live is ${name}, a WebSocket, with which a browser sends no headers and takes no credentials option; expected neither, or a stream of server-sent events.`,
    );
  url.hash = '';
  return url;
}

/**
 * A source whose changes come as a live stream: server-sent events, or the messages of a WebSocket (`ws:`, `wss:`), each one NetworkChange as
 * JSON, `{}` where nothing changed. The stream is opened before the network is loaded, opened again when it breaks, and when nothing came of it
 * for 45 seconds: a server sends a comment (`:`), or by WebSocket `{}`, every 15 or so. It rests while the page is hidden for over a minute.
 *
 * What changes while a stream is away is in the next load, which follows when it is open again; not where its events have an `id`: then the server
 * is sent the last one as `Last-Event-ID`, and is relied on to send what came since. One that cannot sends an event named `reload`. A message that
 * cannot be read has the network loaded anew too.
 * @param source what loads the network
 * @param url of the stream, relative to the page
 * @throws TypeError where the stream cannot be asked for like that
 */
export function withLive(source: FetchedSource, url: string | URL, options: LiveOptions = {}): FetchedSource {
  const stream = streamAt(url, options);
  return {
    ...(source.feed && { feed: source.feed }),
    ...(source.hasTimeout && { hasTimeout: true }),
    ...(source.lastMessageIs && { lastMessageIs: source.lastMessageIs }),
    load: loading => source.load(loading),
    async watch(push, watching) {
      let isLate = false;
      const late = (error: unknown) => {
        isLate = true;
        const said = say('streamCodeMissing', shownUrl(stream), partOf(error));
        watching.interrupted?.(new ExplainedError(said));
      };
      const follow: Watch = async (...given) => {
        // Only a page with a live stream downloads what follows one.
        const code = await arrival(() => import('./follow-stream.js'), watching.signal, late);
        await code?.followChanges(stream, options, ...given);
        if (isLate) watching.resumed?.();
      };
      await watchAll([...(source.watch ? [source.watch.bind(source)] : []), follow], push, watching);
    },
  };
}
