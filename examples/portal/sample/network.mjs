import { COUNTRIES, languageOf } from './countries.mjs';
import { shareInUse } from './hours.mjs';
import { nameLocation } from './names.mjs';
import { OPERATORS } from './operators.mjs';
import { createRandom } from './random.mjs';
import { createStation } from './stations.mjs';
import { placeIn, townsOf } from './towns.mjs';

/** @typedef {import('../../../src/model/records.js').NetworkSnapshot} NetworkSnapshot */
/** @typedef {import('../../../src/model/records.js').Location} Location */

/** How many locations share the exact point of the one before them: decks of one car park. */
const SAME_POINT_SHARE = 0.012;

const OPERATOR_WEIGHTS = OPERATORS.map(({ name, weight }) => [name, weight]);

/** The fewest and the most stations a location, and how common that is. */
const SIZES = [
  [[1, 1], 0.55],
  [[2, 4], 0.33],
  [[5, 12], 0.115],
  [[15, 45], 0.005],
];

/**
 * A made-up network of 25,000 stations in real towns. The same seed and the same `now` make the same network.
 * @param {{seed: number, now: number}} options `now` in epoch milliseconds: what the network's times are relative to
 * @returns {NetworkSnapshot & {asOf: number}}
 */
export function createNetwork({ seed, now }) {
  const random = createRandom(seed);
  const locations = COUNTRIES.flatMap(row => [...locationsOf(row, random, now)]);
  return { asOf: now, locations };
}

/**
 * A country's locations, one by one.
 * @param {[country: string, stations: number, language: string]} row of countries.mjs
 * @param {import('./random.mjs').Random} random
 * @param {number} now epoch milliseconds
 * @returns {Iterable<Location>}
 */
export function* locationsOf([country, stations, language], random, now) {
  const drawTown = townsOf(country);
  let count = 0;
  /** @type {Location | undefined} */
  let before;
  let town;
  let left = stations;
  while (left > 0) {
    const size = Math.min(left, random.integer(...random.weighted(SIZES)));
    const shared = before && random.next() < SAME_POINT_SHARE;
    if (!shared) town = drawTown(random);
    const place = shared ? { latitude: before.latitude, longitude: before.longitude } : placeIn(random, town);
    const number = String(++count).padStart(5, '0');
    before = {
      id: `HAL-${country}-${number}`,
      name: nameLocation(random, { language: languageOf(town, language), town: town.name, stations: size }),
      ...place,
      country,
      ...fill(random, { prefix: `${country}${number}`, size, inUse: shareInUse(now, place.longitude), now }),
    };
    yield before;
    left -= size;
  }
}

function fill(random, { prefix, size, inUse, now }) {
  const operator = random.weighted(OPERATOR_WEIGHTS);
  const stations = Array.from({ length: size }, (_, index) =>
    createStation(random, { id: `${prefix}-${String(index + 1).padStart(2, '0')}`, operator, inUse, now }),
  );
  return { operator, stations };
}
