import { isFields, shown } from '../../model/fields.js';
import { SECOND } from '../../model/time.js';
import type { NetworkChange } from '../../model/records.js';
import type { FetchedSource } from './feed-source.js';
import type { WatchOptions } from '../data-provider.js';

/** What a live stream notifies its owner of. */
export interface LiveOptions {
  /**
   * The stream is open again after an interruption. Changes of the meantime are lost: `ev-data-provider` refreshes here.
   */
  onReopen?: () => void;
}

const FIRST_WAIT = SECOND;
const LONGEST_WAIT = 30 * SECOND;

function readChange(data: unknown, url: string): NetworkChange | Error {
  const lost = (reason: string) =>
    new Error(
      `${url} sent ${shown(data)}; expected a NetworkChange as JSON (${reason}). That change is lost.`,
    );
  try {
    const change: unknown = JSON.parse(String(data));
    return isFields(change) ? change : lost('an object');
  } catch (error) {
    return lost((error as Error).message);
  }
}

/** Opens the stream, and again whenever it breaks, until the signal aborts. */
function stream(
  url: string,
  push: (change: NetworkChange) => void,
  { signal, interrupted }: WatchOptions,
  onReopen?: () => void,
): void {
  let events: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  let broken = false;

  const onOpen = () => {
    wait = FIRST_WAIT;
    if (!broken) return;
    broken = false;
    push({});
    onReopen?.();
  };
  const onMessage = ({ data }: MessageEvent) => {
    const change = readChange(data, url);
    if (change instanceof Error) interrupted?.(change);
    else push(change);
  };
  const onError = () => {
    if (!broken) interrupted?.(new Error(`The live stream ${url} is disconnected; trying again.`));
    broken = true;
    // While it is CONNECTING the browser itself tries again; after an HTTP error it has given up.
    if (events?.readyState !== EventSource.CLOSED) return;
    timer = setTimeout(open, wait);
    wait = Math.min(2 * wait, LONGEST_WAIT);
  };
  const open = () => {
    events = new EventSource(url);
    events.onopen = onOpen;
    events.onmessage = onMessage;
    events.onerror = onError;
  };

  if (signal.aborted) return;
  open();
  const close = () => {
    clearTimeout(timer);
    events?.close();
  };
  signal.addEventListener('abort', close, { once: true });
}

/**
 * A source whose changes come as server-sent events: each message is one NetworkChange as JSON. A message that cannot be
 * read is one lost change, reported through `interrupted`; so is a broken connection, until it is open again.
 * @param source what loads the network
 * @param url of the event stream, relative to the page
 */
export function withLive(source: FetchedSource, url: string | URL, options: LiveOptions = {}): FetchedSource {
  return {
    ...(source.feed && { feed: source.feed }),
    load: loading => source.load(loading),
    watch(push, watching) {
      source.watch?.(push, watching);
      stream(String(url), push, watching, options.onReopen);
    },
  };
}
