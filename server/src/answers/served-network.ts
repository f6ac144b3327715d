import type { Rules } from '../../../src/engine/derivation.js';
import type {
  BoundingBox,
  Counts,
  Facet,
  FacetValue,
  LocationDetail,
  MapItem,
  StationPage,
  StationQuery,
} from '../../../src/model/questions.js';
import type { Dimension, Scope, TrendPoint } from '../../../src/model/records.js';
import type { ServedState } from '../../../src/model/served-state.js';
import type { Database } from '../database/database.js';
import { readNetworkRow } from '../ingest/network-row.js';
import type { NetworkRow } from '../ingest/network-row.js';
import { rulesOf } from '../rules.js';
import { answerCounts, answerFacets, answerTrend } from './counts.js';
import { answerBounds } from './map-items.js';
import { MapQuestions } from './map-questions.js';
import type { MapQuestion } from './map-questions.js';
import { readState, servedState } from './state.js';
import { answerLocation, answerStations } from './station-lists.js';

/** Answers the questions of docs/protocol.md from a database. */
export class ServedNetwork {
  /** What the database's clock, set to the data's, is ahead of this process's monotonic one. */
  private offset?: number;
  private lastMessageIs: NetworkRow['last_message_is'] = null;
  private readonly map: MapQuestions;
  /** The version that is asked for in this turn of the event loop. */
  private versionAsked?: Promise<number | undefined>;

  constructor(private readonly database: Database) {
    this.map = new MapQuestions(database);
  }

  /** What it has come to; of a scope, less what is known of the whole alone. */
  async state(scope?: Scope): Promise<ServedState> {
    const row = await readState(this.database, scope);
    this.learn(row);
    return servedState(row, scope);
  }

  /** Which of its changes it has come to; undefined where it is divided: a part that does not answer makes answers others, too. */
  version(): Promise<number | undefined> {
    // Once for all that ask in a turn; never what was asked for before one of them came.
    this.versionAsked ??= new Promise<void>(resolve => setImmediate(resolve)).then(() => {
      this.versionAsked = undefined;
      return this.readVersion();
    });
    return this.versionAsked;
  }

  private async readVersion(): Promise<number | undefined> {
    const [row] = await this.database.query<{ version: number; is_divided: boolean }>(
      'SELECT version, EXISTS (SELECT FROM part) AS is_divided FROM network',
    );
    return row!.is_divided ? undefined : row!.version;
  }

  counts(dimension: Dimension, options: { scope?: Scope; includeOffline?: boolean }): Promise<Counts> {
    return answerCounts(this.database, dimension, options);
  }

  mapItems(question: MapQuestion): Promise<MapItem[]> {
    return this.map.answer(question);
  }

  async location(id: string, scope?: Scope): Promise<LocationDetail | undefined> {
    const [rules, now] = [await this.rulesNow(), await this.now()];
    return this.database.snapshot(queries => answerLocation(queries, rules, id, scope, now));
  }

  async stations(query: StationQuery, scope?: Scope): Promise<StationPage> {
    return answerStations(this.database, await this.rulesNow(), query, scope, await this.now());
  }

  bounds(scope?: Scope): Promise<BoundingBox | undefined> {
    return answerBounds(this.database, scope);
  }

  async trend(dimension: Dimension, options: { scope?: Scope; from?: number }): Promise<TrendPoint[]> {
    const now = await this.now();
    return this.database.snapshot(queries => answerTrend(queries, dimension, options, now));
  }

  facets(facet: Facet, scope?: Scope): Promise<FacetValue[]> {
    return answerFacets(this.database, facet, scope);
  }

  /** Something changed: the clock may have been moved. */
  outdate(): void {
    this.offset = undefined;
  }

  private async now(): Promise<number> {
    if (this.offset === undefined) this.learn(await readNetworkRow(this.database));
    return performance.now() + this.offset!;
  }

  private async rulesNow(): Promise<Rules> {
    await this.now();
    return rulesOf(this.lastMessageIs);
  }

  private learn({ now, last_message_is: lastMessageIs }: NetworkRow): void {
    this.offset = now - performance.now();
    this.lastMessageIs = lastMessageIs;
  }
}
