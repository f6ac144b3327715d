import fc from 'fast-check';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { LocationDetail } from '../../src/model/questions.js';
import type { NetworkChange } from '../../src/model/records.js';
import { DIMENSIONS } from '../../src/model/statuses.js';
import { ChangeBacklog } from '../../src/provider/change-backlog.js';
import { Engine } from '../../src/provider/worker/engine.js';
import { differenceOf } from '../../src/testing/difference.js';
import { MangledRecords } from '../support/mangled-records.js';
import { NOON } from '../support/networks.js';
import { seeded } from '../support/random.js';
import type { Random } from '../support/random.js';

/** `EV_WIDGETS_SEED` makes the changes of a run again. */
const SEED = Number(process.env.EV_WIDGETS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = 1000;

/**
 * So early that no moment of a mangled change moves the clock, in any zone: what states no moment is as of when it is taken, so what
 * waits of one station could see a clock that waiting changes of another have moved.
 */
const MANGLED_NOW = NOON - 4 * 3_600_000;

function engineOf(locations: readonly unknown[]): Engine {
  const engine = new Engine({ missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS }, () => {
    throw new Error('No feed is fetched here.');
  });
  engine.begin(NOON, [], NOON);
  engine.add(locations, 0);
  engine.commit(NOON);
  return engine;
}

/** One field of one of few stations, so that a later one often leaves nothing of an earlier one. */
function small(random: Random): NetworkChange {
  const evse = () => ({
    id: random.pick(['1', '1', '2', '__proto__']),
    status: random.pick(['Available', 'Faulted']),
  });
  const field = random.pick([
    { status: random.pick(['Available', 'Faulted', null]) },
    { status: 'Faulted', faultedSince: NOON - 60_000 },
    { connection: 'offline' as const, offlineSince: NOON - 60_000 },
    { connection: random.pick(['online', 'offline', null, 'up'] as never[]) },
    { lastMessageAt: random.pick([NOON - 60_000, NOON - 7_200_000, NOON + 10_000, null, 'soon']) },
    {},
    { evses: random.pick([[evse()], [evse(), evse()], null, [evse(), null as never]]) },
  ]);
  const asOf = random.pick([{}, {}, { asOf: NOON - random.below(1000) }, { asOf: NOON }]);
  return { ...asOf, stations: [{ id: random.pick(['s0', 's1', '__proto__']), ...field }] };
}

/** Without what is said of a fault: it stays where that comes and goes while it waits. */
function settled(place: LocationDetail | undefined): unknown {
  const forgotten = { errorCode: '', info: '' };
  return place && { ...place, stations: place.stations.map(station => ({ ...station, ...forgotten })) };
}

describe('changes as no documentation has them, which wait', () => {
  it(`lead to what all of them one by one lead to (EV_WIDGETS_SEED=${SEED})`, () => {
    const numbers = fc.nat({ max: 2 ** 31 - 1 });
    const steps = fc.array(numbers, { minLength: 1, maxLength: 12, size: 'max' });
    fc.assert(
      fc.property(numbers, steps, (first, later) => {
        const locations = new MangledRecords(seeded(first), NOON, 0.05).snapshot();
        const [atOnce, waiting] = [engineOf(locations), engineOf(locations)];
        const backlog = new ChangeBacklog();
        for (const number of later) {
          const random = seeded(number);
          const mangled = new MangledRecords(random, MANGLED_NOW, random.pick([0, 0.02, 0.15]));
          const change = random.chance(0.7) ? small(random) : (mangled.change() as NetworkChange);
          atOnce.change([change], NOON);
          backlog.push(change);
          if (random.chance(0.1)) waiting.change(backlog.take(1 + random.below(5)), NOON);
        }
        waiting.change(backlog.take(Infinity), NOON);
        for (const dimension of DIMENSIONS) {
          const difference = differenceOf(
            waiting.counts(NOON, dimension),
            atOnce.counts(NOON, dimension),
            dimension,
          );
          if (difference) throw new Error(difference);
        }
        for (const id of atOnce
          .stations(NOON, { filter: {}, limit: Infinity })
          .stations.map(row => row.locationId)) {
          const expected = settled(atOnce.location(NOON, id));
          const difference = differenceOf(settled(waiting.location(NOON, id)), expected, `location ${id}`);
          if (difference) throw new Error(difference);
        }
      }),
      { numRuns: RUNS, seed: SEED, includeErrorInReport: true },
    );
  });
});
