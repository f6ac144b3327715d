import { DIMENSIONS } from '../../src/model/statuses.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import type { Dimension, Evse, Location, NetworkSnapshot, Station } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { location, NOON, station } from './networks.js';
import { seeded } from './random.js';
import type { Random } from './random.js';

const CITIES: readonly [name: string, latitude: number, longitude: number, country: string, sites: number][] =
  [
    ['Amsterdam', 52.37, 4.9, 'NL', 40],
    ['Utrecht', 52.09, 5.12, 'NL', 18],
    ['Berlin', 52.52, 13.4, 'DE', 34],
    ['Hamburg', 53.55, 9.99, 'DE', 16],
    ['London', 51.51, -0.13, 'GB', 38],
    ['Paris', 48.86, 2.35, 'FR', 30],
    ['Madrid', 40.42, -3.7, 'ES', 14],
    ['Oslo', 59.91, 10.75, 'NO', 22],
    ['New York', 40.71, -74.01, 'US', 26],
    ['San Francisco', 37.77, -122.42, 'US', 24],
    ['São Paulo', -23.55, -46.63, 'BR', 9],
    ['Tokyo', 35.68, 139.69, 'JP', 12],
    ['Sydney', -33.87, 151.21, 'AU', 11],
    ['Cape Town', -33.92, 18.42, 'ZA', 6],
  ];
const AGES = [1, 2, 4, 9, 12, 25, 50, 300, 900, 4000, 20_000].map(minutes => minutes * MINUTE);
/** Seconds: who is silent for a quarter of an hour is offline (R4). */
const HEARTBEAT = 300;

function someEvses(random: Random): Evse[] {
  return Array.from({ length: 1 + random.below(3) }, (_, index) => {
    const draw = random();
    const status =
      draw < 0.58 ? 'Available' : draw < 0.88 ? 'Charging' : draw < 0.94 ? 'Faulted' : 'Unavailable';
    return { id: String(index + 1), status };
  });
}

/** Mostly well: nine of ten were heard lately; one in thirty has not said how often it sends heartbeats. */
function someStation(random: Random, id: string): Station {
  const isLate = random.chance(0.1);
  const age = isLate ? random.pick(AGES.slice(5)) : random.pick(AGES.slice(0, 5));
  return station(id, {
    heartbeatInterval: random.chance(0.033) ? undefined : HEARTBEAT,
    lastMessageAt: NOON - age,
    status: random.chance(0.04) ? 'Faulted' : random.chance(0.06) ? 'Unavailable' : 'Available',
    evses: someEvses(random),
  });
}

function network(locations: Location[]): NetworkSnapshot {
  return { asOf: NOON, locations };
}

/** Some 300 locations in 14 cities of the world, mostly well. */
export function worldNetwork(): NetworkSnapshot {
  const random = seeded(7);
  return network(
    CITIES.flatMap(([city, latitude, longitude, country, sites]) =>
      Array.from({ length: sites }, (_, index) => {
        const id = `${country}-${city.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(3, '0')}`;
        const stations = Array.from({ length: 1 + random.below(3) }, (__, position) =>
          someStation(random, `${id}-${position + 1}`),
        );
        return location(id, stations, {
          name: `${city} ${index + 1}`,
          latitude: latitude + (random() - 0.5) / 8,
          longitude: longitude + (random() - 0.5) / 5,
          country,
          operator: random.pick(['North Grid', 'Volt Street']),
        });
      }),
    ),
  );
}

/** A network with a history of the hours before: what it is made of now, and up to a fifth less or more of each. */
export function withHistory({ locations }: NetworkSnapshot, hours = 24): NetworkSnapshot {
  const oracle = new BruteForce(locations, NOON);
  const now = DIMENSIONS.map(dimension => [dimension, oracle.counts(dimension).byStatus] as const);
  const steps = hours * 12;
  const history = Array.from({ length: steps }, (_, index) => {
    const before = (steps - index) / 12;
    const countAt = (count: number, place: number) =>
      Math.max(0, Math.round(count * (1 + Math.sin(before / 4 + place) / 5 - Math.sin(place) / 5)));
    return {
      at: NOON - before * 60 * MINUTE,
      counts: Object.fromEntries(
        now.map(([dimension, counts]) => [
          dimension,
          Object.fromEntries(
            Object.entries(counts).map(([status, count], place) => [status, countAt(count, place)]),
          ),
        ]),
      ),
    };
  });
  return { asOf: NOON, locations, history };
}

/** Stations in trouble of each kind, stated by the source or derived, beside one that is well. */
export function troubleNetwork(): NetworkSnapshot {
  const HOUR = 60 * MINUTE;
  const well = { heartbeatInterval: HEARTBEAT, lastMessageAt: NOON - MINUTE, status: 'Available' };
  const evses = [
    { id: 'NL*NGR*E1*1', status: 'Charging', connectors: [{ id: '1', status: 'SuspendedEV' }] },
    {
      id: 'NL*NGR*E1*2',
      connectors: [
        { id: '1', status: 'Available' },
        { id: '2', status: 'Faulted' },
      ],
    },
  ];
  return network([
    location(
      'NL-1',
      [
        station('NGR-E1', {
          ...well,
          evses,
          faultedSince: NOON - 3 * HOUR,
          errorCode: 'ConnectorLockFailure',
        }),
        station('NGR-E2', {
          ...well,
          status: 'Faulted',
          evses,
          faultedSince: NOON - 20 * MINUTE,
          errorCode: 'GroundFailure',
          info: 'Earth leakage on connector 2; locked until it is reset on site',
        }),
        station('NGR-E3', { ...well, evses, lastMessageAt: NOON - 16 * 24 * HOUR }),
      ],
      { name: 'Amsterdam harbour', country: 'NL', operator: 'North Grid' },
    ),
    location(
      'DE-1',
      [
        station('VLT-1', { ...well, evses, connection: 'offline', offlineSince: NOON - 2 * 24 * HOUR }),
        station('VLT-2', { ...well, evses, connection: 'offline' }),
        station('VLT-3', well),
      ],
      { name: 'Berlin centre', country: 'DE', operator: 'Volt Street' },
    ),
  ]);
}

/** The first location of those in trouble, by itself. */
export function troubleLocationNetwork(): NetworkSnapshot {
  return network(troubleNetwork().locations.slice(0, 1));
}

/** No location at all. */
export function emptyNetwork(): NetworkSnapshot {
  return network([]);
}

/** One location with one station of two EVSEs. */
export function oneStationNetwork(): NetworkSnapshot {
  const evses = [
    { id: '1', status: 'Charging' },
    { id: '2', status: 'Available' },
  ];
  return network([
    location('NL-AMS-001', [station('NL-AMS-001-1', { status: 'Available', evses })], {
      name: 'Station Square',
    }),
  ]);
}

function everyStation(fields: Partial<Station>): NetworkSnapshot {
  const { locations } = worldNetwork();
  return network(
    locations.map(place => ({ ...place, stations: place.stations.map(({ id }) => station(id, fields)) })),
  );
}

/** Every station online and enabled, heard a minute ago, with one EVSE that is available. */
export function oneStatusNetwork(): NetworkSnapshot {
  return everyStation({ status: 'Available' });
}

/** Nothing is known of what the dimension tells: every station or EVSE is unknown, or has long been silent. */
export function unknownNetwork(dimension: Dimension): NetworkSnapshot {
  if (dimension === 'evse') return everyStation({ evses: [{ id: '1' }] });
  if (dimension === 'last-message') return everyStation({ lastMessageAt: NOON - 90 * 24 * 60 * MINUTE });
  return everyStation({ heartbeatInterval: undefined, lastMessageAt: undefined });
}

/** Stations without EVSEs. */
export function noEvsesNetwork(): NetworkSnapshot {
  return everyStation({ evses: [] });
}

/** Ten thousand stations in one city, 30 km across. */
export function oneCityNetwork(): NetworkSnapshot {
  const random = seeded(11);
  return network(
    Array.from({ length: 10_000 }, (_, index) =>
      location(`C${index}`, [someStation(random, `C${index}-1`)], {
        name: `Kerb ${index + 1}`,
        latitude: 52.52 + (random() - 0.5) * 0.27,
        longitude: 13.4 + (random() - 0.5) * 0.44,
      }),
    ),
  );
}

/** A dozen locations at one point, which zooming never separates (R16). */
export function stackNetwork(): NetworkSnapshot {
  const random = seeded(3);
  return network(
    Array.from({ length: 12 }, (_, index) =>
      location(`S${index + 1}`, [someStation(random, `S${index + 1}-1`)], { name: `Deck ${index + 1}` }),
    ),
  );
}

/** Names as feeds bring them: long, right to left, and with markup that is only text. */
export function awkwardNamesNetwork(): NetworkSnapshot {
  const names = [
    'Parkeergarage Stationsplein Noord, niveau -2, ingang Stationsstraat, achter de fietsenstalling, bij de lift',
    'תחנת רכבת מרכזית',
    '東京駅八重洲口 駐車場',
    '<img src=x onerror=alert(1)> & "quotes"',
    'Donaudampfschifffahrtsgesellschaftskapitänsparkplatzladestation',
  ];
  return network(
    names.map((name, index) =>
      location(`NAME-${index}`, [station(`NAME-${index}-${'0123456789'.repeat(3)}`)], {
        name,
        latitude: 52.37 + index * 3,
        longitude: 4.9 + index * 9,
      }),
    ),
  );
}

/** As a feed that was wired in a hurry: ids that are numbers, words in no table, locations without a position. */
export function flawedNetwork(): NetworkSnapshot {
  const { asOf, locations } = worldNetwork();
  return {
    asOf,
    locations: locations.map((place, index) => {
      if (index % 20 === 0) return { ...place, latitude: 0, longitude: 0 };
      const stations = place.stations.map((record, at) => {
        if (index % 3 > 0) return { ...record, id: (1000 * index + at) as never };
        return index % 5 === 0 ? { ...record, evses: [{ id: '1', status: 'Napping' }] } : record;
      });
      return { ...place, stations };
    }),
  };
}
