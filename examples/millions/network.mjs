import { COUNTRIES } from '../portal/sample/countries.mjs';
import { locationsOf } from '../portal/sample/network.mjs';
import { createRandom } from '../portal/sample/random.mjs';

/** @typedef {import('../../src/model/records.js').Location} Location */

const MINUTE = 60_000;
const LONGEST_AGO = 36 * 60 * MINUTE;

/**
 * A station as somebody tells of it who knows whether it is connected. Its last message may be of any time up to a day and a half ago, the shorter ago the more
 * likely: so few of many grow older than an hour, or a day, at any one moment.
 */
function told({ heartbeatInterval, lastMessageAt, ...station }, random, now) {
  if (heartbeatInterval === undefined) return station;
  const isOffline = now - lastMessageAt > 3000 * heartbeatInterval;
  const ago = isOffline ? now - lastMessageAt : MINUTE * (LONGEST_AGO / MINUTE) ** random.next();
  return { ...station, connection: isOffline ? 'offline' : 'online', lastMessageAt: Math.round(now - ago) };
}

/**
 * The locations of a made-up network of any size, one by one, in real towns all over the world. The same size, seed and `now` make the same network.
 * @param {number} stations
 * @param {{seed?: number, now: number}} options `now` in epoch milliseconds
 * @returns {Iterable<Location>}
 */
export function* manyLocations(stations, { seed = 10, now }) {
  const random = createRandom(seed);
  const all = COUNTRIES.reduce((sum, [, count]) => sum + count, 0);
  let left = stations;
  for (const [index, [country, count, language]] of COUNTRIES.entries()) {
    const share =
      index === COUNTRIES.length - 1 ? left : Math.min(left, Math.round((stations * count) / all));
    left -= share;
    for (const location of locationsOf([country, share, language], random, now))
      yield { ...location, stations: location.stations.map(station => told(station, random, now)) };
  }
}
