import { expect } from 'chai';
import fc from 'fast-check';

import { Network } from '../../src/engine/network.js';
import { answerTrend } from '../../src/engine/trend-answers.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { Dimension, NetworkChange, Scope, StatusCounts } from '../../src/model/records.js';
import { DIMENSIONS } from '../../src/model/statuses.js';
import { DAY, HOUR, MINUTE } from '../../src/model/time.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { location, NOON, randomChange, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const STEP = 5 * MINUTE;

const SCOPES: (Scope | undefined)[] = [
  undefined,
  { country: 'NL' },
  { country: ['NL', 'DE', 'NL', 'nowhere'] },
];

function loaded(locations: readonly unknown[], now = NOON, previous?: Network): Network {
  const network = new Network(RULES, now, previous && now);
  network.load(locations);
  network.begin(now, previous);
  return network;
}

/** What a dimension's trend holds, as [minutes after noon, counts]. */
function minutes(network: Network, dimension: Dimension, scope?: Scope): [number, StatusCounts][] {
  return answerTrend(network, dimension, { scope }).map(({ at, counts }) => [
    (Number(at) - NOON) / MINUTE,
    counts[dimension] as StatusCounts,
  ]);
}

/** How many a trend has in a status, by minutes after noon. */
function numbers(network: Network, dimension: Dimension, status: string, scope?: Scope): [number, number][] {
  return minutes(network, dimension, scope).map(([at, counts]) => [at, counts[status]!]);
}

/** The trend by recounts of plain records: each step is counted when time comes to it. */
class Recounts {
  private readonly steps = new Map<number, Record<string, StatusCounts>[]>();

  constructor(private readonly oracle: BruteForce) {}

  /** Time goes on. */
  advance(now: number): void {
    const { oracle } = this;
    for (let at = Math.ceil(oracle.now / STEP) * STEP; at < now; at += STEP) {
      oracle.now = at;
      // What is older than a day when all is done is not looked at.
      if (at >= now - DAY)
        this.steps.set(
          at,
          SCOPES.map(scope => this.countsOf(scope)),
        );
    }
    oracle.now = Math.max(oracle.now, now);
  }

  of(scope: number, dimension: Dimension): unknown[] {
    return [...this.steps]
      .filter(([at]) => at >= this.oracle.now - DAY)
      .map(([at, counts]) => {
        return { at, counts: { [dimension]: counts[scope]![dimension] } };
      });
  }

  private countsOf(scope: Scope | undefined): Record<string, StatusCounts> {
    return Object.fromEntries(
      DIMENSIONS.map(dimension => [dimension, this.oracle.counts(dimension, { scope }).byStatus]),
    );
  }
}

type Action = { kind: 'change' | 'tick' | 'sleep' | 'reload'; by: number };

const actions = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('change' as const), by: fc.nat(4 * MINUTE) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('tick' as const), by: fc.nat(40 * MINUTE) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('sleep' as const), by: fc.nat(30 * HOUR) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('reload' as const), by: fc.nat(12 * MINUTE) }) },
  ),
  { minLength: 1, maxLength: 80 },
);

/** When a change has the clock be: its own moment, where that is ahead and may be so. */
function clockOf({ asOf }: NetworkChange, now: number): number {
  const moment = Number(asOf);
  return moment > now && moment <= now + DAY ? moment : now;
}

describe('the trend of a network', () => {
  it('R28: holds at every step what a recount of plain records gives, whatever changes, however late time is followed, and over reloads', () => {
    fc.assert(
      fc.property(fc.integer(), actions, (seed, acts: Action[]) => {
        const random = seeded(seed);
        const locations = randomLocations(random, 15, NOON);
        // Countries that have a station at the first step have a trend from there on.
        for (const country of ['NL', 'DE'])
          locations.push(location(country, [station(country)], { country }));
        const oracle = new BruteForce(locations, NOON);
        const recounts = new Recounts(oracle);
        let network = loaded(locations);
        let now = NOON;
        for (const { kind, by } of acts) {
          now = Math.max(now, oracle.now) + by;
          recounts.advance(now);
          if (kind === 'change') {
            const change = randomChange(random, oracle.ids, now);
            recounts.advance(clockOf(change, now));
            network.change(change, now);
            oracle.change(change);
          } else if (kind === 'reload') {
            const snapshot = structuredClone(oracle.snapshot());
            network = loaded(snapshot.locations, now, network);
            oracle.load(snapshot);
          } else network.tick(now);
        }
        network.tick(oracle.now);
        SCOPES.forEach((scope, index) => {
          for (const dimension of DIMENSIONS) {
            const trend = answerTrend(network, dimension, { scope });
            expect(trend, `${dimension} of ${JSON.stringify(scope)}`).to.deep.equal(
              recounts.of(index, dimension),
            );
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('R28: has each step hold what was counted until then, and not the present', () => {
    const network = loaded([location('l', [station('a')])]);
    expect(minutes(network, 'evse')).to.deep.equal([]);
    network.change(
      { stations: [{ id: 'a', status: 'Faulted', lastMessageAt: NOON + 7 * MINUTE }] },
      NOON + 7 * MINUTE,
    );
    network.tick(NOON + 10 * MINUTE);
    expect(numbers(network, 'evse', 'faulted')).to.deep.equal([
      [0, 0],
      [5, 0],
    ]);
    network.tick(NOON + 10 * MINUTE + 1);
    expect(numbers(network, 'evse', 'faulted')).to.deep.equal([
      [0, 0],
      [5, 0],
      [10, 1],
    ]);
  });

  it('R28: puts a station that falls silent while the machine sleeps into the step after it', () => {
    const network = loaded([location('l', [station('a', { lastMessageAt: NOON })])]);
    network.tick(NOON + 31 * MINUTE);
    expect(numbers(network, 'connection', 'offline')).to.deep.equal([
      [0, 0],
      [5, 0],
      [10, 0],
      [15, 1],
      [20, 1],
      [25, 1],
      [30, 1],
    ]);
  });

  it('R28: reaches back a day and no further', () => {
    const network = loaded([location('l', [station('a')])]);
    network.tick(NOON + 10 * DAY + MINUTE);
    const steps = minutes(network, 'last-message');
    expect(steps).to.have.length(288);
    expect(steps[0]![0]).to.equal(9 * 24 * 60 + 5);
    expect(steps.at(-1)![0]).to.equal(10 * 24 * 60);
    network.tick(NOON + 10 * DAY + 5 * MINUTE);
    expect(minutes(network, 'last-message').map(([at]) => at)).to.deep.equal(steps.map(([at]) => at));
  });

  it('R28: is asked from a moment on', () => {
    const network = loaded([location('l', [station('a')])]);
    network.tick(NOON + HOUR);
    const from = (moment: number) => answerTrend(network, 'station', { from: moment }).map(({ at }) => at);
    expect(from(NOON + 51 * MINUTE)).to.deep.equal([NOON + 55 * MINUTE]);
    expect(from(NOON + 55 * MINUTE)).to.deep.equal([NOON + 55 * MINUTE]);
    expect(from(NOON + DAY)).to.deep.equal([]);
    expect(() => from(NaN)).to.throw(RangeError, 'from is NaN; expected epoch milliseconds.');
  });

  it('refuses a dimension that there is not', () => {
    const network = loaded([]);
    expect(() => answerTrend(network, 'evses' as Dimension)).to.throw(
      RangeError,
      'dimension is "evses"; expected',
    );
  });

  it('R28: follows a location from one country to another', () => {
    const network = loaded([
      location('l', [station('a')], { country: 'NL' }),
      location('m', [station('b')], { country: 'NL' }),
    ]);
    network.change({ locations: [location('l', [station('a')], { country: 'FR' })] }, NOON + 6 * MINUTE);
    network.change({ locations: [location('l', [station('a')])] }, NOON + 11 * MINUTE);
    network.tick(NOON + 16 * MINUTE);
    const online = (country: string | string[]) => numbers(network, 'connection', 'online', { country });
    expect(online('NL')).to.deep.equal([
      [0, 2],
      [5, 2],
      [10, 1],
      [15, 0],
    ]);
    expect(online('FR')).to.deep.equal([
      [0, 0],
      [5, 0],
      [10, 1],
      [15, 0],
    ]);
    expect(online(['NL', 'FR'])).to.deep.equal([
      [0, 2],
      [5, 2],
      [10, 2],
      [15, 0],
    ]);
  });

  it('R28: knows nothing of an operator, of a country that is not there, and of no country at all', () => {
    const network = loaded([location('l', [station('a')], { country: 'NL', operator: 'North' })]);
    network.tick(NOON + HOUR);
    const scopes = [
      { operator: 'North' },
      { country: 'NL', operator: [] },
      { country: 'FR' },
      { country: [] },
    ];
    for (const scope of scopes) expect(minutes(network, 'connection', scope)).to.deep.equal([]);
  });

  it('R28: keeps the trend of a country whose last station is gone, over a reload too', () => {
    const before = loaded([location('l', [station('a')], { country: 'NL' })]);
    before.tick(NOON + 6 * MINUTE);
    const network = loaded([], NOON + 7 * MINUTE, before);
    network.tick(NOON + 11 * MINUTE);
    expect(numbers(network, 'connection', 'online', { country: 'NL' })).to.deep.equal([
      [0, 1],
      [5, 1],
      [10, 0],
    ]);
  });

  it('R28: keeps a trend for the first 300 countries, and never adds up what it has in part', () => {
    const countries = Array.from({ length: 320 }, (_, index) => `C${index}`);
    const network = loaded(countries.map(country => location(country, [station(country)], { country })));
    network.tick(NOON + MINUTE);
    expect(numbers(network, 'connection', 'online', { country: 'C299' })).to.deep.equal([[0, 1]]);
    expect(numbers(network, 'connection', 'online', { country: ['C0', 'C299'] })).to.deep.equal([[0, 2]]);
    expect(minutes(network, 'connection', { country: 'C300' })).to.deep.equal([]);
    expect(minutes(network, 'connection', { country: ['C0', 'C300'] })).to.deep.equal([]);
    expect(numbers(network, 'connection', 'online')).to.deep.equal([[0, 320]]);
  });

  it('R28: drops the steps that were to come where the clock is set back', () => {
    const network = loaded([location('l', [station('a', { lastMessageAt: NOON })], { country: 'NL' })]);
    network.tick(NOON + 2 * HOUR);
    network.rewind(NOON + 11 * MINUTE);
    const offline = () => numbers(network, 'connection', 'offline');
    expect(offline()).to.deep.equal([
      [0, 0],
      [5, 0],
      [10, 0],
    ]);
    network.tick(NOON + 16 * MINUTE);
    expect(offline()).to.deep.equal([
      [0, 0],
      [5, 0],
      [10, 0],
      [15, 1],
    ]);
    expect(numbers(network, 'connection', 'offline', { country: 'NL' })).to.deep.equal(offline());
    network.rewind(NOON - DAY);
    expect(offline()).to.deep.equal([]);
  });
});
