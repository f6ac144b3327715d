import type { BoundingBox } from '../../src/model/questions.js';
import type { Location, NetworkChange } from '../../src/model/records.js';

/** Stations of a location, and EVSEs of a station. */
export const STATIONS_EACH = 3;
const EVSES_EACH = 2;

/** Towns around which locations stand, the larger the fewer. */
const TOWNS = 2000;

const WORDS = ['Available', 'Available', 'Charging', 'Faulted', 'Unavailable'];
const COUNTRIES = ['NL', 'DE', 'FR', 'ES', 'GB'];
const OPERATORS = 20;

let seed = 1;
/** Numbers from 0 to 1, the same in each run. */
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
}

const towns = Array.from({ length: TOWNS }, () => ({
  longitude: -10 + random() * 40,
  latitude: 36 + random() * 24,
  spread: 0.05 + random() * 0.3,
}));
const someTown = () => towns[Math.floor(random() ** 2 * TOWNS)]!;
const someWord = () => WORDS[Math.floor(random() * WORDS.length)];

/** A location of a network that is the same in each run. */
export function locationOf(index: number): Location {
  const town = someTown();
  const away = () => (random() + random() + random() - 1.5) * town.spread;
  return {
    id: `L${index}`,
    name: `Location ${index}`,
    longitude: town.longitude + away(),
    latitude: town.latitude + away(),
    country: COUNTRIES[index % COUNTRIES.length],
    operator: `Operator ${index % OPERATORS}`,
    stations: Array.from({ length: STATIONS_EACH }, (_, station) => ({
      id: `L${index}-${station}`,
      heartbeatInterval: 86_400,
      lastMessageAt: Date.now() - random() * 86_400_000,
      evses: Array.from({ length: EVSES_EACH }, (__, evse) => ({ id: String(evse + 1), status: someWord() })),
    })),
  };
}

/** Changes of one EVSE each, somewhere among so many locations, that are true as of a moment. */
export function changesOf(count: number, locations: number, asOf: number): NetworkChange[] {
  return Array.from({ length: count }, () => {
    const id = `L${Math.floor(random() * locations)}-${Math.floor(random() * STATIONS_EACH)}`;
    return { asOf, stations: [{ id, evses: [{ id: '1', status: someWord() }] }] };
  });
}

/** A screen of 1920 by 1080 pixels, with a map's margin, somewhere at a town. */
export function viewAt(zoom: number): BoundingBox {
  const { longitude, latitude } = someTown();
  const degrees = 360 / (512 * 2 ** zoom);
  const [wide, high] = [1920 * degrees, 1080 * degrees * Math.cos((latitude * Math.PI) / 180)];
  return [
    Math.max(-180, longitude - wide),
    Math.max(-85, latitude - high),
    Math.min(180, longitude + wide),
    Math.min(85, latitude + high),
  ];
}
