import { shown } from '../../model/fields.js';
import { say } from '../../model/stream-reasons.js';
import { StreamEnd } from './stream-connection.js';
import type { ConnectStream } from './stream-connection.js';

/** Connects to a WebSocket. A page is not told why it could not be opened, nor of the server's pings. */
export function webSocketStream(url: URL): ConnectStream {
  return (listener, _lastEventId, signal) =>
    new Promise((_resolve, reject) => {
      let hasOpened = false;
      const socket = new WebSocket(url);
      socket.onopen = () => {
        hasOpened = true;
        listener.opened(false);
      };
      socket.onmessage = ({ data }) => {
        listener.heard();
        listener.received({ data });
      };
      socket.onclose = ({ code, reason }) => {
        const why = reason === '' ? String(code) : `${code}, ${shown(reason)}`;
        reject(new StreamEnd(hasOpened ? say('streamClosed', why) : say('streamNotOpened')));
      };
      const abort = () => {
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', abort, { once: true });
    });
}
