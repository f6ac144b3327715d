import fc from 'fast-check';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import { isGroup } from '../../src/model/questions.js';
import type { MapItem, StationRow } from '../../src/model/questions.js';
import type { NetworkChange, StationFilter } from '../../src/model/records.js';
import {
  CONNECTION_STATUSES,
  DIMENSIONS,
  EVSE_STATUSES,
  MAP_DIMENSIONS,
  STATION_STATUSES,
} from '../../src/model/statuses.js';
import { lastMessageStatuses } from '../../src/model/last-message.js';
import { Engine } from '../../src/provider/worker/engine.js';
import type { EngineReport } from '../../src/provider/worker/engine.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { differenceOf } from '../../src/testing/difference.js';
import { ReadableRecords } from '../../src/testing/readable-records.js';
import { summed, WORLD } from '../support/agreement.js';
import { MangledRecords } from '../support/mangled-records.js';
import { NOON } from '../support/networks.js';
import { seeded } from '../support/random.js';

/** `EV_WIDGETS_SEED` runs what failed again, `EV_WIDGETS_RECORDS` so many records; both are printed. */
const SEED = Number(process.env.EV_WIDGETS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const RECORDS = Number(process.env.EV_WIDGETS_RECORDS ?? 100_000);

/** Steps of one run. */
const STEPS = 40;
/** About how many records a run has. */
const RECORDS_A_RUN = 220;

const FILTERS: StationFilter[] = [
  {},
  ...CONNECTION_STATUSES.map(status => ({ connection: [status] })),
  ...EVSE_STATUSES.map(status => ({ connection: ['online'], evse: [status] })),
  ...lastMessageStatuses().map(status => ({ lastMessage: [status] })),
  ...STATION_STATUSES.map(status => ({ station: [status] })),
  { country: ['NL', '__proto__'], operator: ['North'] },
  { locationIds: ['l1', '__proto__', 'toString'] },
  { deploymentState: ['stock', 'lab', 'production '] },
  { troubleFor: 0 },
  { troubleFor: 3600 },
];

/** An engine and a recount of plain records, which are given the same. */
class Run {
  records = 0;
  private now = NOON;
  private readonly engine = new Engine(
    { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS },
    () => {
      throw new Error('No feed is fetched here.');
    },
  );
  private readonly oracle = new BruteForce([], NOON);
  private readable = new ReadableRecords(NOON);
  private lastChange: unknown = {};

  /** Takes a step that a number stands for, and compares all answers. */
  step(number: number): void {
    const random = seeded(number);
    const kind = random();
    this.now += random.pick([0, 0, 1, 900, 20_000, 600_000]);
    if (kind < 0.03) this.now += random() * 8 * 86_400_000;
    const records = new MangledRecords(random, this.now, random.pick([0, 0.02, 0.15]));
    if (kind < 0.06) this.load(records.snapshot());
    else if (kind < 0.12) this.compare(this.engine.tick(this.now));
    // What comes twice says nothing new, but is not to break anything.
    else this.change(kind < 0.2 ? this.lastChange : records.change());
    this.records += records.count;
  }

  load(locations: readonly unknown[]): void {
    this.readable = new ReadableRecords(this.now);
    this.oracle.now = this.now;
    this.oracle.load({ asOf: this.now, locations: this.readable.snapshot(locations) });
    this.engine.begin(this.now, [], this.now);
    const half = Math.floor(locations.length / 2);
    this.engine.add(locations.slice(0, half), 0);
    this.engine.add(locations.slice(half), half);
    this.compare(this.engine.commit(this.now));
  }

  private change(change: unknown): void {
    this.lastChange = change;
    const read = this.readable.change(change, this.now);
    const report = this.engine.change([change as NetworkChange], this.now);
    this.now = Math.max(this.now, (read.asOf as number | undefined) ?? 0);
    this.oracle.now = this.now;
    this.oracle.change(read);
    this.compare(report);
  }

  private compare({ late, leftOut, problems }: EngineReport): void {
    const { engine, oracle, now, readable } = this;
    oracle.now = now;
    this.expect(leftOut, oracle.leftOut(), 'leftOut');
    this.expect(problems.total, readable.problems, 'problems.total');
    this.expect(late, oracle.late, 'late');
    for (const dimension of DIMENSIONS)
      this.expect(engine.counts(now, dimension), oracle.counts(dimension), `counts of ${dimension}`);
    const includeOffline = true;
    this.expect(
      engine.counts(now, 'evse', { includeOffline }),
      oracle.counts('evse', { includeOffline }),
      'counts of evse with those offline',
    );
    for (const filter of FILTERS) {
      const { stations, total } = engine.stations(now, { filter, limit: Infinity });
      const ids = stations.map(({ id }: StationRow) => id).sort();
      this.expect(
        [total, ...ids].join(),
        [ids.length, ...oracle.stations(filter)].join(),
        `list of ${JSON.stringify(filter)}`,
      );
    }
    for (const id of [...oracle.ids.locations, 'no such id', '__proto__'])
      this.expect(engine.location(now, id), oracle.location(id), `location ${id}`);
    for (const dimension of MAP_DIMENSIONS) {
      const pins = oracle.pins(dimension);
      for (const zoom of [0, 9, 20]) {
        const items = engine.mapItems(now, { dimension, bbox: WORLD, zoom });
        this.expect(summed(items), summed(pins), `map of ${dimension} at zoom ${zoom}`);
        if (zoom === 20)
          this.expect(locationsOf(items), locationsOf(pins), `locations on the map of ${dimension}`);
      }
    }
  }

  private expect(actual: unknown, expected: unknown, path: string): void {
    const difference = differenceOf(actual, expected, path);
    if (difference) throw new Error(difference);
  }
}

function locationsOf(items: readonly MapItem[]): string {
  return items
    .flatMap(item => (isGroup(item) ? (item.locationIds ?? []) : [item.id]))
    .sort()
    .join();
}

describe('records and changes as no documentation has them', () => {
  it(`R2 R3 R4 R5 R6 R7 R8 R9 R10 R14 R20: are answered as a recount of what of them can be read (EV_WIDGETS_SEED=${SEED}, EV_WIDGETS_RECORDS=${RECORDS})`, () => {
    const runs = Math.ceil(RECORDS / RECORDS_A_RUN);
    let records = 0;
    const numbers = fc.nat({ max: 2 ** 31 - 1 });
    const steps = fc.array(numbers, { minLength: 1, maxLength: STEPS, size: 'max' });
    fc.assert(
      fc.property(numbers, steps, (first, later) => {
        const run = new Run();
        const snapshot = new MangledRecords(seeded(first), NOON, 0.1);
        run.load(snapshot.snapshot());
        for (const number of later) run.step(number);
        records += snapshot.count + run.records;
      }),
      { numRuns: runs, seed: SEED, includeErrorInReport: true },
    );
    console.warn(`${records} records in ${runs} runs, EV_WIDGETS_SEED=${SEED}`);
  });
});
