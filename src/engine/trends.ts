import type { Dictionary } from '../model/dictionary.js';
import { POINT_HOLDS } from '../model/history.js';
import type { HistoryPoint } from '../model/history.js';
import type { Dimension, Scope } from '../model/records.js';
import { listOf } from '../model/scope.js';
import { DAY } from '../model/time.js';
import { TREND_STEP } from '../model/trend.js';
import { CountRing, STEPS } from './counts/count-ring.js';
import type { DimensionParts } from './counts/row-parts.js';
import type { Scopes } from './counts/scopes.js';

/** Countries that have a trend of their own, the first ones: a country is whatever text a host writes, and each takes a ring. */
const MOST_COUNTRIES = 300;

/**
 * What the counts of the whole network, and of each country, were at steps of 5 minutes of the network's clock (R28). No timer writes
 * them: time that goes on, before a change or a question, passes the steps that lie between, and has what is counted until then written.
 */
export class Trends {
  /** The step that is written once it is past: epoch milliseconds; Infinity until `begin`. */
  next = Infinity;
  private whole: CountRing;
  private countries = new Map<string, CountRing>();
  /** What the source told, oldest first. */
  history: readonly HistoryPoint[] = [];
  /** The number of the first step that was observed; what is known of those before it is the source's history. */
  private observedFrom = Infinity;

  constructor(
    private readonly scopes: Scopes,
    private readonly dictionary: Dictionary,
    private readonly parts: DimensionParts,
  ) {
    this.whole = new CountRing(scopes.width);
  }

  /**
   * Observes from now on. What nobody observed is as the source's history tells it.
   * @param previous of the network that this one's replaces: what was observed there goes on
   */
  begin(now: number, previous?: Trends): void {
    if (previous && previous.next < Infinity) {
      this.whole = previous.whole;
      this.countries = previous.countries;
      this.observedFrom = previous.observedFrom;
      this.next = previous.next;
      // A country that is there no more has no station.
      for (const country of this.countries.keys())
        this.scopes.countries.include(this.dictionary.codeOf(country));
    } else {
      this.next = Math.ceil(now / TREND_STEP) * TREND_STEP;
      this.observedFrom = this.next / TREND_STEP;
    }
    const oldest = Math.ceil((now - DAY) / TREND_STEP);
    for (const point of this.history) this.recall(point, oldest);
    this.history = [];
  }

  /** Leaves out the steps that would be older than a day when time has come to `now`. */
  skipTo(now: number): void {
    this.next = Math.max(this.next, Math.ceil((now - DAY) / TREND_STEP) * TREND_STEP);
  }

  /** Writes what is counted into the next step. */
  write(): void {
    const step = this.next / TREND_STEP;
    this.whole.set(step, this.scopes.tally().totals);
    this.scopes.countries.forEach((country, row) => {
      this.ringOf(this.dictionary.textOf(country)!, step)?.set(step, row);
    });
    this.next += TREND_STEP;
  }

  /** The clock is set back: what was written of steps to come is not so. */
  rewind(now: number): void {
    if (!(now < this.next)) return;
    const end = this.next / TREND_STEP;
    this.next = Math.ceil(now / TREND_STEP) * TREND_STEP;
    const first = this.next / TREND_STEP;
    this.observedFrom = Math.min(this.observedFrom, first);
    for (let step = Math.max(first, end - STEPS); step < end; step++)
      for (const ring of [this.whole, ...this.countries.values()]) ring.forget(step);
  }

  /** What a scope's trend adds up from: nothing where none is kept of it. */
  ringsOf(scope: Scope | undefined): CountRing[] {
    if (scope?.operator !== undefined) return [];
    const countries = listOf(scope?.country);
    if (!countries) return [this.whole];
    const rings = [...new Set(countries)].map(country => this.countries.get(country));
    const kept = rings.filter(ring => ring !== undefined);
    // While all countries have one, a country without has no station.
    return kept.length < rings.length && this.countries.size === MOST_COUNTRIES ? [] : kept;
  }

  /** A country's ring. In one that was not there before, there was no station at the steps that were observed. */
  private ringOf(country: string, step: number): CountRing | undefined {
    const kept = this.countries.get(country);
    if (kept || this.countries.size === MOST_COUNTRIES) return kept;
    const ring = new CountRing(this.scopes.width);
    const none = new Int32Array(this.scopes.width);
    for (let before = Math.max(this.observedFrom, step - STEPS + 1); before < step; before++)
      ring.set(before, none);
    this.countries.set(country, ring);
    return ring;
  }

  /** Takes over a point of the history for the steps that it holds for and that nobody observed. */
  private recall({ at, counts }: HistoryPoint, oldest: number): void {
    const end = Math.min(Math.floor((at + POINT_HOLDS) / TREND_STEP), this.observedFrom - 1);
    for (let step = Math.max(Math.ceil(at / TREND_STEP), oldest); step <= end; step++) {
      for (const [dimension, byStatus] of Object.entries(counts)) {
        const { at: place, statuses } = this.parts[dimension as Dimension];
        statuses.forEach((status, index) => {
          if (byStatus[status] !== undefined) this.whole.setCount(step, place + index, byStatus[status]);
        });
      }
    }
  }
}
