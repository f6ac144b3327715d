import { createParser } from 'eventsource-parser';

import { shown, shownPart } from '../../model/fields.js';
import { say } from '../../model/stream-reasons.js';
import { abortable } from '../abortable.js';
import { partOf } from '../reason-of.js';
import { retryAfterOf } from '../retry-delay.js';
import { fetchWithHeaders } from './fetch-with-headers.js';
import { statusOf } from './http-response.js';
import { pause } from './pause.js';
import { headersOf } from './request-options.js';
import type { RequestOptions } from './request-options.js';
import { StreamEnd } from './stream-connection.js';
import type { ConnectStream, StreamListener } from './stream-connection.js';

const EVENT_STREAM = 'text/event-stream';

/** Characters of one event at most: a server that never ends one would fill the page's memory. */
const LARGEST_EVENT = 64 * 1024 * 1024;

/** How long reading holds the page's thread at a time, in milliseconds. */
const BUDGET = 8;

/** Characters that are read at a time: what comes at once may be a second's flood. */
const PIECE = 16 * 1024;

/** How an event stream is asked for. */
export type EventStreamOptions = Pick<RequestOptions, 'headers' | 'credentials'>;

function checkAnswer(response: Response): void {
  const { status, headers } = response;
  const answered = statusOf(response);
  // https://html.spec.whatwg.org/multipage/server-sent-events.html#server-sent-events-intro
  if (status === 204) throw new StreamEnd(say('streamEndedBy', answered), { isFinal: true });
  if (status !== 200)
    throw new StreamEnd(say('streamRefused', answered), { retryAfter: retryAfterOf(headers, Date.now()) });
  const type = headers.get('Content-Type');
  if (type?.split(';')[0]!.trim().toLowerCase() !== EVENT_STREAM)
    throw new StreamEnd(say('streamOfType', shownPart(type ?? undefined), EVENT_STREAM));
}

/** Part of the connection's time: headers that never come end with its silence. */
async function nextHeaders(options: EventStreamOptions, signal: AbortSignal): Promise<Headers> {
  try {
    return await abortable(headersOf(options), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new StreamEnd(say('streamHeadersMissing', partOf(error)));
  }
}

function ask(
  url: URL,
  lastEventId: string,
  own: Headers,
  { credentials }: EventStreamOptions,
  signal: AbortSignal,
): Promise<Response> {
  const headers = { Accept: EVENT_STREAM, ...(lastEventId !== '' && { 'Last-Event-ID': lastEventId }) };
  const init: RequestInit = { headers, cache: 'no-store', signal, ...(credentials && { credentials }) };
  return fetchWithHeaders(url.href, own, init);
}

/**
 * What makes all ends of lines a line feed: at a carriage return the parser would wait for what comes next, and with it hold back the event that it ends.
 * @returns gives a text that came, without the line feed that belongs to a carriage return before it
 */
function lineFeeds(): (text: string) => string {
  let isAfterReturn = false;
  return text => {
    if (text === '') return text;
    const rest = isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
    isAfterReturn = text.endsWith('\r');
    return rest.includes('\r') ? rest.replace(/\r\n?/g, '\n') : rest;
  };
}

/** Reads events until the server ends them; the page's thread is held for a few milliseconds at a time. */
async function read(body: ReadableStream<Uint8Array>, listener: StreamListener): Promise<never> {
  let end: StreamEnd | undefined;
  const parser = createParser({
    onEvent: message => listener.received(message),
    onRetry: wait => listener.retryIn(wait),
    onError: ({ type, field = '' }) => {
      if (type === 'max-buffer-size-exceeded') end = new StreamEnd(say('eventTooLarge', LARGEST_EVENT));
      if (type !== 'unknown-field') return;
      listener.strange({ path: `line ${shown(field)}`, ...say('strangeLine', shown(field)) });
    },
    maxBufferSize: LARGEST_EVENT,
  });
  const decoder = new TextDecoder();
  const withLineFeeds = lineFeeds();
  const reader = body.getReader();
  let pausedAt = performance.now();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new StreamEnd(say('endedByServer'));
    listener.heard();
    const text = withLineFeeds(decoder.decode(value, { stream: true }));
    for (let from = 0; from < text.length; from += PIECE) {
      parser.feed(text.slice(from, from + PIECE));
      if (end) throw end;
      if (performance.now() - pausedAt < BUDGET) continue;
      await pause();
      pausedAt = performance.now();
    }
  }
}

/**
 * Connects to a stream of server-sent events. By fetch, since EventSource takes no headers and tells neither comments nor what was answered.
 * @param options headers are asked for anew each time
 */
export function eventStream(url: URL, options: EventStreamOptions): ConnectStream {
  const isOfOtherOrigin = globalThis.location !== undefined && url.origin !== globalThis.location.origin;
  let isIdRefused = false;
  return async (listener, lastEventId, signal) => {
    const id = isIdRefused ? '' : lastEventId;
    const headers = await nextHeaders(options, signal);
    let response: Response;
    try {
      response = await ask(url, id, headers, options, signal);
    } catch (error) {
      signal.throwIfAborted();
      // A server of another origin that does not allow the header (CORS) cannot be told from one that is away: every other try goes without.
      isIdRefused = isOfOtherOrigin && id !== '';
      throw new StreamEnd(say('streamUnanswered', partOf(error)));
    }
    isIdRefused = false;
    checkAnswer(response);
    listener.opened(id !== '');
    try {
      return await read(response.body!, listener);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof StreamEnd) throw error;
      throw new StreamEnd(say('streamBroke', partOf(error)));
    }
  };
}
