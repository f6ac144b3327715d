import type { NetworkChange } from '../../model/records.js';
import type { WatchOptions } from '../data-provider.js';
import { eventStream } from './event-stream.js';
import type { EventStreamOptions } from './event-stream.js';
import { LiveStream } from './live-stream.js';
import { readChange } from './read-change.js';
import { shownUrl } from './shown-url.js';
import { webSocketStream } from './web-socket-stream.js';

/**
 * Follows the stream at a URL, by the protocol that it names; resolves when it is open for the first time.
 * @param take takes the data of a message; throws an Error that goes on from "the live stream" where that cannot be read
 */
export function followStream(
  url: URL,
  options: EventStreamOptions,
  take: (data: unknown) => void,
  watching: WatchOptions,
): Promise<void> {
  const connect = url.protocol.startsWith('ws') ? webSocketStream(url) : eventStream(url, options);
  return new Promise(resolve => {
    void new LiveStream(shownUrl(url), connect, take, watching, resolve).follow();
  });
}

/** Follows a stream each of whose messages is a NetworkChange. */
export function followChanges(
  url: URL,
  options: EventStreamOptions,
  push: (change: NetworkChange) => void,
  watching: WatchOptions,
): Promise<void> {
  return followStream(url, options, data => push(readChange(data)), watching);
}
