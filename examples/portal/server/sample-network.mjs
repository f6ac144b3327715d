import { createDay } from '../sample/day.mjs';
import { createHistory } from '../sample/history.mjs';
import { createNetwork } from '../sample/network.mjs';
import { createLiveStream } from './live-stream.mjs';
import { findInNetwork } from './records.mjs';

const TITLE = 'Halyard Charge Network';
const SEED = 20_260;

/** Milliseconds; steps closer together than this are one. */
const SHORTEST_STEP = 250;

/** Milliseconds; the history is worked out anew once it has another step. */
const HISTORY_STEP = 5 * 60_000;

/** Milliseconds within which a page that loads the snapshot starts to listen. */
const TIME_TO_LISTEN = 2 * 60_000;

/**
 * The made-up network: its time goes on by itself, is worked out when somebody looks, and streamed while somebody listens.
 * @param {{seed?: number, clock?: () => number, every?: number}} [options] `clock` in epoch milliseconds, `every`: milliseconds
 * between two changes of the stream
 * @returns {import('./file-network.mjs').ServedNetwork & Required<Pick<import('./file-network.mjs').ServedNetwork, 'live'>>}
 */
export function openSample({ seed = SEED, clock = Date.now, every } = {}) {
  const start = clock();
  const network = createNetwork({ seed, now: start });
  const day = createDay(network, { seed: seed + 1, now: start });
  const stations = network.locations.flatMap(location => location.stations);
  /** When a station last changed. */
  const changedAt = new Map(stations.map(({ id }) => [id, start]));
  /** The `asOf` of the snapshots that were read lately, rising. */
  let snapshotTimes = [];
  let latest;
  let history;
  let historyAt = -Infinity;

  function advance() {
    const change = day.step(clock());
    for (const { id } of change.stations) changedAt.set(id, change.asOf);
    return change;
  }

  /** Only while nobody listens: else the stream steps, and a step beside it would be missed by all. */
  function catchUp() {
    if (live.listeners() === 0 && clock() - network.asOf >= SHORTEST_STEP) advance();
    snapshotTimes = snapshotTimes.filter(time => time > network.asOf - TIME_TO_LISTEN);
  }

  function read() {
    catchUp();
    if (snapshotTimes.at(-1) !== network.asOf) snapshotTimes.push(network.asOf);
    const version = String(network.asOf);
    if (latest?.version !== version) {
      if (network.asOf >= historyAt + HISTORY_STEP) {
        history = createHistory(network, start);
        historyAt = network.asOf;
      }
      const bytes = Buffer.from(JSON.stringify({ ...network, history }));
      const date = new Date(network.asOf).toUTCString();
      latest = { bytes, gzipped: false, version, date };
    }
    return Promise.resolve(latest);
  }

  /** A page that has just begun to listen may have the oldest of the recent snapshots. */
  function missedSince(heardAt) {
    catchUp();
    const since = heardAt ?? snapshotTimes[0] ?? network.asOf;
    return { asOf: network.asOf, stations: stations.filter(({ id }) => changedAt.get(id) > since) };
  }

  const live = createLiveStream({ advance, missedSince }, { every });

  return {
    title: TITLE,
    format: 'network',
    read,
    details: () => Promise.resolve(findInNetwork(network.locations)),
    live,
  };
}
