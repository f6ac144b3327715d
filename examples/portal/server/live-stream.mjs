/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('../../../src/model/records.js').NetworkChange} NetworkChange */

/**
 * What a stream needs of a network that changes.
 * @typedef {object} ChangingNetwork
 * @property {() => NetworkChange & {asOf: number}} advance computes what came since the last time, once for all listeners
 * @property {(since?: number) => NetworkChange & {asOf: number}} missedSince what a listener missed that last heard at `since`
 * (epoch milliseconds), or has just loaded the snapshot
 */

/**
 * @typedef {object} LiveStream
 * @property {(response: ServerResponse, lastEventId?: string) => void} connect answers one listener until it leaves
 * @property {() => number} listeners how many there are
 * @property {() => void} close ends all answers
 */

const RETRY = 2000;
const KEEP_ALIVE = 15_000;

/** Bytes; who cannot follow is cut off, and catches up by its Last-Event-ID when it comes back. */
const MOST_UNSENT = 32 * 1024 * 1024;

/**
 * Sends a network's changes to all listeners as server-sent events. An event's id is its `asOf`. While nobody listens,
 * no timer runs.
 * @param {ChangingNetwork} network
 * @param {{every?: number}} [options] milliseconds between two changes
 * @returns {LiveStream}
 */
export function createLiveStream(network, { every = 1000 } = {}) {
  /** @type {Set<ServerResponse>} */
  const listeners = new Set();
  let timers = [];

  function sendAll(text) {
    for (const response of listeners) {
      if (response.writableLength > MOST_UNSENT) response.destroy();
      else response.write(text);
    }
  }

  function start() {
    const step = setInterval(() => {
      const change = network.advance();
      if (change.stations.length > 0) sendAll(eventOf(change));
    }, every);
    timers = [step, setInterval(() => sendAll(': still here\n\n'), KEEP_ALIVE)];
  }

  function leave(response) {
    listeners.delete(response);
    if (listeners.size > 0) return;
    timers.forEach(clearInterval);
    timers = [];
  }

  return {
    connect(response, lastEventId) {
      const since = lastEventId ? Number(lastEventId) : NaN;
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(`retry: ${RETRY}\n\n`);
      response.write(eventOf(network.missedSince(Number.isFinite(since) ? since : undefined)));
      listeners.add(response);
      response.on('close', () => leave(response));
      if (listeners.size === 1) start();
    },
    listeners: () => listeners.size,
    close() {
      for (const response of listeners) response.end();
    },
  };
}

function eventOf(change) {
  return `id: ${change.asOf}\ndata: ${JSON.stringify(change)}\n\n`;
}
