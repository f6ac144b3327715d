import type {
  Connector,
  Evse,
  Location,
  NetworkChange,
  Station,
  StationChange,
} from '../../src/model/records.js';
import type { Random } from './random.js';

/** The moment that the fixtures are true at: 2026-06-07 12:00 UTC. */
export const NOON = Date.UTC(2026, 5, 7, 12);

/** A station of one EVSE that sent its last message a minute before noon and heartbeats every five minutes. */
export function station(id: string, fields: Partial<Station> = {}): Station {
  return {
    id,
    heartbeatInterval: 300,
    lastMessageAt: NOON - 60_000,
    evses: [{ id: '1', status: 'Available' }],
    ...fields,
  };
}

/** A location with the given stations; in Amsterdam unless it says otherwise. */
export function location(id: string, stations: Station[], fields: Partial<Location> = {}): Location {
  return { id, name: `Location ${id}`, latitude: 52.37, longitude: 4.9, stations, ...fields };
}

const WORDS = [
  ...[
    'Available',
    'Preparing',
    'Charging',
    'SuspendedEV',
    'SuspendedEVSE',
    'Finishing',
    'Reserved',
    'Unavailable',
  ],
  ...['Faulted', 'Occupied', 'AVAILABLE', 'CHARGING', 'OUTOFORDER', 'BLOCKED', 'INOPERATIVE', 'RESERVED'],
  ...[
    'UNKNOWN',
    'PLANNED',
    'available',
    'fauLTed',
    'suspendedEv',
    '',
    'constructor',
    '__proto__',
    'Broken',
    'BROKEN',
  ],
];
const COUNTRIES = ['NL', 'DE', 'GB', undefined];
const OPERATORS = ['North', 'South', undefined];
const INTERVALS = [60, 300, 900, 0.5, 0, undefined];
const DEPLOYMENTS = ['production', 'Production', '', 'stock', 'STOCK', 'deprecated', 'lab', 'Lab'];
/** Where many locations stand on one point, or near each other. */
const TOWNS: readonly [number, number][] = [
  [52.71, 5.29],
  [52.71, 5.29],
  [48.13, 11.57],
  [-17.8, 179.9],
  [-17.8, -179.9],
  [89.9, 30],
  [-90, 0],
];
const UNUSABLE: readonly [number, number][] = [
  [0, 0],
  [NaN, 4],
  [91, 4],
];

function maybe<T>(random: Random, value: T): T | undefined {
  return random.chance(0.8) ? value : undefined;
}

function connector(random: Random, id: string): Connector {
  return { id, status: maybe(random, random.pick(WORDS)) };
}

/** In a change null clears; in a new record it stands for nothing. */
function evse(random: Random, id: string): Evse {
  if (random.chance(0.05)) return { id, status: null as never, connectors: null as never };
  const connectors = Array.from({ length: random.below(3) }, (_, index) => connector(random, `c${index}`));
  return random.chance(0.5) ? { id, connectors } : { id, status: random.pick(WORDS), connectors };
}

function moment(random: Random, now: number): number | string | undefined {
  if (random.chance(0.1)) return undefined;
  const at = Math.round(now - 30_000 + random() * 60_000 - random() ** 6 * 10 * 86_400_000);
  return random.chance(0.3) ? new Date(at).toISOString() : at;
}

function randomStation(random: Random, id: string, now: number): Station {
  return {
    id,
    deploymentState: random.chance(0.7) ? undefined : random.pick(DEPLOYMENTS),
    heartbeatInterval: random.pick(INTERVALS),
    lastMessageAt: moment(random, now),
    connection: random.chance(0.8) ? undefined : random.pick(['online', 'offline', 'unknown']),
    status: random.chance(0.6) ? undefined : random.pick(WORDS),
    evses: Array.from({ length: random.below(4) }, (_, index) => evse(random, `e${index}`)),
    offlineSince: random.chance(0.8) ? undefined : moment(random, now),
    faultedSince: random.chance(0.8) ? undefined : moment(random, now),
    errorCode: random.chance(0.8) ? undefined : random.pick(['GroundFailure', 'NoError', 'noerror', '']),
    info: random.chance(0.8) ? undefined : random.pick(['Phase L2', '']),
  };
}

function position(random: Random): Pick<Location, 'latitude' | 'longitude'> {
  if (random.chance(0.05)) {
    const [latitude, longitude] = random.pick(UNUSABLE);
    return { latitude, longitude };
  }
  if (random.chance(0.2)) return { latitude: 170 * random() - 85, longitude: 800 * random() - 400 };
  const [latitude, longitude] = random.pick(TOWNS);
  if (random.chance(0.3)) return { latitude, longitude };
  const spread = random.pick([1e-6, 1e-4, 0.05]);
  return {
    latitude: Math.max(-90, Math.min(90, latitude + spread * (random() - 0.5))),
    longitude: longitude + spread * (random() - 0.5),
  };
}

/** A random location; what it and its stations are called is the caller's. */
export function randomLocation(
  random: Random,
  id: string,
  stationIds: readonly string[],
  now: number,
): Location {
  return {
    id,
    ...position(random),
    name: maybe(random, `Location ${id}`),
    country: random.pick(COUNTRIES),
    operator: random.pick(OPERATORS),
    stations: stationIds.map(stationId => randomStation(random, stationId, now)),
  };
}

/** A network of random locations `l0`, `l1`, … with none to three stations `s0`, `s1`, … each. */
export function randomLocations(random: Random, count: number, now: number): Location[] {
  let stations = 0;
  return Array.from({ length: count }, (_, index) => {
    const ids = Array.from({ length: random.below(4) }, () => `s${stations++}`);
    return randomLocation(random, `l${index}`, ids, now);
  });
}

/** Some fields of a station, some of them cleared. */
function stationChange(random: Random, id: string, now: number): StationChange {
  const fields = randomStation(random, id, now);
  const given = Object.entries(fields).filter(
    ([field, value]) => field !== 'id' && value !== undefined && random.chance(0.4),
  );
  const change = Object.fromEntries(
    given.map(([field, value]) => [field, random.chance(0.08) ? null : value]),
  );
  if (random.chance(0.5)) return { id, lastMessageAt: now, ...change };
  return { id, ...change };
}

/** When a random change says that it was true: mostly not, or lately, at times late or before its time, rarely what cannot be. */
function asOf(random: Random, now: number): number | undefined {
  if (random.chance(0.5)) return undefined;
  if (random.chance(0.02)) return random.pick([now + 3 * 86_400_000, 1e18, -1]);
  return now + random.pick([0, 0, 0, 0, 0, 1000, -1, -500, -20_000, -3_600_000]);
}

/** A random change of a network that has these ids; some of them of records that are not there. */
export function randomChange(
  random: Random,
  known: { locations: readonly string[]; stations: readonly string[] },
  now: number,
): NetworkChange {
  const stationId = () =>
    random.chance(0.9) && known.stations.length > 0 ? random.pick(known.stations) : newId('s');
  const locationId = () =>
    random.chance(0.6) && known.locations.length > 0 ? random.pick(known.locations) : newId('l');
  const newId = (kind: string) => `${kind}${random.below(1e6)}`;
  const change: NetworkChange = { asOf: asOf(random, now) };
  const kind = random();
  if (kind < 0.85) {
    change.stations = Array.from({ length: 1 + random.below(3) }, () =>
      stationChange(random, stationId(), now),
    );
  } else if (kind < 0.95) {
    // The stations may be the location's own, new ones, or another's that move here.
    const ids = new Set(Array.from({ length: random.below(4) }, stationId));
    change.locations = [randomLocation(random, locationId(), [...ids], now)];
  } else if (kind < 0.97) {
    change.removed = { locations: [locationId()] };
  } else {
    change.removed = { stations: [stationId()] };
  }
  return change;
}
