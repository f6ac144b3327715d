import type { Evse, NetworkChange, Station, StationChange } from '../src/model/records.js';
import type { DataProvider } from '../src/provider/data-provider.js';
import { NOON } from '../test/support/networks.js';
import { seeded } from '../test/support/random.js';
import type { Random } from '../test/support/random.js';
import { withHistory, worldNetwork } from '../test/support/story-networks.js';
import { provide } from './providers.js';

/** Milliseconds between two changes. */
const STEP = 1500;
/** Of some 600: each is heard every 75 s, well before it counts as offline (R4). */
const HEARD = 12;

function changedEvse({ id, status }: Evse, random: Random): Evse {
  if (status === 'Faulted') return { id, status: random.chance(0.5) ? 'Available' : 'Faulted' };
  if (random.chance(0.03)) return { id, status: 'Faulted' };
  return { id, status: status === 'Charging' ? 'Available' : 'Charging' };
}

/** What is heard of a station: it loses its connection and comes back, its EVSEs charge, fail and are mended. */
function heard({ id, connection, evses = [] }: Station, random: Random, now: number): StationChange {
  if (connection === 'offline')
    return random.chance(0.3) ? { id, connection: 'online', lastMessageAt: now } : { id };
  if (random.chance(0.04)) return { id, connection: 'offline', offlineSince: now };
  const changed = evses.slice(0, 1).map(evse => changedEvse(evse, random));
  return { id, lastMessageAt: now, ...(random.chance(0.3) && { evses: changed }) };
}

/** The changes of a network, step by step, the same in every run. */
export function* changesOf(stations: Station[]): Generator<NetworkChange, never> {
  const random = seeded(5);
  for (let turn = 0; ; turn++) {
    const now = NOON + (turn + 1) * STEP;
    const turned = Array.from(
      { length: HEARD },
      (_, index) => stations[(turn * HEARD + index) % stations.length]!,
    );
    const changes = turned.map(station => {
      const change = heard(station, random, now);
      const evses = station.evses?.map(evse => change.evses?.find(({ id }) => id === evse.id) ?? evse);
      Object.assign(station, change, { evses });
      return change;
    });
    yield { asOf: now, stations: changes };
  }
}

/** Has a network of the world that changes while one looks. */
export function living(): DataProvider {
  return provide({
    load: () => Promise.resolve(withHistory(worldNetwork())),
    watch(push, { signal }) {
      const changes = changesOf(worldNetwork().locations.flatMap(({ stations }) => stations));
      const timer = setInterval(() => push(changes.next().value), STEP);
      signal.addEventListener('abort', () => clearInterval(timer));
    },
  });
}
