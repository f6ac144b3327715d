import { createRandom } from '../../portal/sample/random.mjs';
import { createLocations } from '../../shared/places.mjs';

/** @typedef {import('../../../src/model/records.js').NetworkChange} NetworkChange */
/** @typedef {import('../../../src/model/records.js').NetworkSnapshot} NetworkSnapshot */

const STATIONS = 80;
const HEARTBEAT_INTERVAL = 900;
const WORDS = [
  ['Available', 60],
  ['Charging', 25],
  ['Faulted', 5],
  ['Unavailable', 10],
];

/** How many stations one step changes. */
const CHANGED = 3;

function createStations(locations, random, now) {
  const stations = locations.flatMap(location => location.stations);
  for (const station of stations) {
    station.heartbeatInterval = HEARTBEAT_INTERVAL;
    // Some have been silent for longer than three heartbeat intervals.
    station.lastMessageAt = now - Math.round(1000 * 3600 * random.next() ** 3);
    station.evses = Array.from({ length: random.integer(1, 4) }, (_, index) => ({
      id: String(index + 1),
      status: random.weighted(WORDS),
    }));
  }
  return stations;
}

/**
 * A small network that changes a little with each step.
 * @param {{seed?: number, clock?: () => number}} [options] `clock` in epoch milliseconds
 */
export function createNetwork({ seed = 8, clock = Date.now } = {}) {
  const random = createRandom(seed);
  const locations = createLocations(STATIONS, seed);
  const stations = createStations(locations, random, clock());
  /** @type {Set<(change: NetworkChange) => void>} */
  const listeners = new Set();

  function step() {
    const asOf = clock();
    const changed = Array.from({ length: CHANGED }, () => random.pick(stations));
    for (const station of changed) {
      station.lastMessageAt = asOf;
      random.pick(station.evses).status = random.weighted(WORDS);
    }
    for (const listener of listeners) listener({ asOf, stations: changed });
  }

  return {
    /** @returns {NetworkSnapshot} */
    snapshot: () => ({ asOf: clock(), locations }),
    step,
    /**
     * Tells a listener all that is known now, so that it has missed nothing since it loaded, and then each change. Returns what ends it.
     * A stream that may be silent for longer than 15 seconds would send something meanwhile: a comment, or by WebSocket `{}`.
     * @param {(change: NetworkChange) => void} listener
     */
    listen(listener) {
      listener({ asOf: clock(), stations });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
