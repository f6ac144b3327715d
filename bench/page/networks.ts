import type { Location } from '../../src/model/records.js';
import { seeded } from '../../test/support/random.js';

/** How locations lie: crowded into cities, or anywhere. */
export type NetworkKind = 'city' | 'uniform';

/** One location of one station of one EVSE, in columns: what each subject makes its own input of. */
export interface Points {
  longitude: Float64Array;
  latitude: Float64Array;
  /** Index into STATUSES. */
  status: Uint8Array;
}

/** EVSE statuses in their fixed order, and the OCPP word that reports each. */
export const STATUSES = ['available', 'charging', 'faulted', 'undefined'] as const;
export const WORDS = ['Available', 'Charging', 'Faulted', 'Unavailable'] as const;

const CITIES = 2000;
const SEED = 4;
const SOUTH = -55;
const NORTH = 70;

/** The same network for every run of a kind and size. City-like: the n-th city holds about 1/n of what the first does. */
export function network(kind: NetworkKind, locations: number): Points {
  const random = seeded(SEED);
  const anywhere = (): [number, number] => [360 * random() - 180, SOUTH + (NORTH - SOUTH) * random()];
  const cities = Array.from({ length: CITIES }, anywhere);
  const inCity = (): [number, number] => {
    const [x, y] = cities[Math.floor(CITIES ** random()) - 1]!;
    // Denser towards the middle, a few tenths of a degree across.
    const distance = 0.4 * random() ** 2;
    const angle = 2 * Math.PI * random();
    return [Math.max(-180, Math.min(180, x + distance * Math.cos(angle))), y + distance * Math.sin(angle)];
  };
  const points: Points = {
    longitude: new Float64Array(locations),
    latitude: new Float64Array(locations),
    status: new Uint8Array(locations),
  };
  for (let index = 0; index < locations; index++) {
    const [longitude, latitude] = kind === 'city' ? inCity() : anywhere();
    points.longitude[index] = longitude;
    points.latitude[index] = latitude;
    points.status[index] = [0, 0, 0, 0, 0, 1, 1, 1, 2, 3][random.below(10)]!;
  }
  return points;
}

/** The records of some of a network's locations, as a host has them. */
export function records({ longitude, latitude, status }: Points, from = 0, to = status.length): Location[] {
  return Array.from({ length: to - from }, (_, offset) => {
    const index = from + offset;
    return {
      id: `L${index}`,
      name: `Location ${index}`,
      longitude: longitude[index]!,
      latitude: latitude[index]!,
      stations: [
        { id: `S${index}`, connection: 'online', evses: [{ id: '1', status: WORDS[status[index]!]! }] },
      ],
    };
  });
}

/** Stations that change, and what to. */
export interface Changes {
  indices: Int32Array;
  statuses: Uint8Array;
}

/** Makes changes that each differ from what their station was in, and writes them down in the network. */
export function changer(points: Points): (count: number) => Changes {
  const random = seeded(SEED + 1);
  return count => {
    const indices = new Int32Array(count);
    const statuses = new Uint8Array(count);
    for (let change = 0; change < count; change++) {
      const index = random.below(points.status.length);
      indices[change] = index;
      statuses[change] = points.status[index] = (points.status[index]! + 1 + random.below(3)) % 4;
    }
    return { indices, statuses };
  };
}
