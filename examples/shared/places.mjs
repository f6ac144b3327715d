import { createRandom } from '../portal/sample/random.mjs';
import { placeIn, townsOf } from '../portal/sample/towns.mjs';

const COUNTRIES = ['NL', 'NL', 'DE', 'DE', 'FR', 'GB', 'BE', 'PL'];
const MOST_STATIONS = 6;

/**
 * Where the made-up stations stand. Nothing has been heard from them yet.
 * @param {number} count how many stations
 * @param {number} seed
 * @returns {import('../../src/model/records.js').Location[]}
 */
export function createLocations(count, seed) {
  const random = createRandom(seed);
  const towns = new Map(COUNTRIES.map(country => [country, townsOf(country)]));
  const locations = [];
  for (let left = count; left > 0;) {
    const country = random.pick(COUNTRIES);
    const town = towns.get(country)(random);
    const stations = Array.from({ length: Math.min(left, random.integer(1, MOST_STATIONS)) }, (_, index) => ({
      id: `CP-${String(count - left + index + 1).padStart(4, '0')}`,
    }));
    left -= stations.length;
    const id = `L-${locations.length + 1}`;
    locations.push({ id, name: `${town.name} ${id}`, country, ...placeIn(random, town), stations });
  }
  return locations;
}
