import type { NetworkChange } from '../../model/records.js';
import type { WatchOptions } from '../data-provider.js';
import { eventStream } from './event-stream.js';
import type { EventStreamOptions } from './event-stream.js';
import { LiveStream } from './live-stream.js';
import { shownUrl } from './shown-url.js';
import { webSocketStream } from './web-socket-stream.js';

/** Follows the stream at a URL, by the protocol that it names; resolves when it is open for the first time. */
export function followStream(
  url: URL,
  options: EventStreamOptions,
  push: (change: NetworkChange) => void,
  watching: WatchOptions,
): Promise<void> {
  const connect = url.protocol.startsWith('ws') ? webSocketStream(url) : eventStream(url, options);
  return new Promise(resolve => {
    void new LiveStream(shownUrl(url), connect, push, watching, resolve).follow();
  });
}
