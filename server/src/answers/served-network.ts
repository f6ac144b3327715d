import type { Rules } from '../../../src/engine/derivation.js';
import type { MapTile } from '../../../src/model/map-tiles.js';
import type {
  BoundingBox,
  Counts,
  Facet,
  FacetValue,
  LocationDetail,
  MapDimension,
  MapItem,
  StationPage,
  StationQuery,
} from '../../../src/model/questions.js';
import type { Dimension, Problem, Scope, TrendPoint } from '../../../src/model/records.js';
import type { ServedState } from '../../../src/model/served-state.js';
import type { Database } from '../database/database.js';
import { readNetworkRow } from '../ingest/network-row.js';
import type { NetworkRow } from '../ingest/network-row.js';
import { answerCounts, answerFacets, answerTrend, totalsOf } from './counts.js';
import { answerBounds, answerMapItems } from './map-items.js';
import { answerLocation, answerStations } from './station-lists.js';

/** How many locations that are left off the map are told. */
const MOST_LEFT_OUT = 100;

/** Answers the questions of docs/protocol.md from a database. */
export class ServedNetwork {
  /** What the database's clock, set to the data's, is ahead of this process's monotonic one. */
  private offset?: number;

  constructor(
    private readonly database: Database,
    private readonly rules: Omit<Rules, 'lastMessageIs'>,
  ) {}

  /** What it has come to; of a scope, less what is known of the whole alone. */
  async state(scope?: Scope): Promise<ServedState> {
    const [row, totals, firstLeftOut] = await Promise.all([
      this.row(),
      totalsOf(this.database, scope),
      this.database.query<{ problem: Problem }>(
        `SELECT problem FROM location WHERE stations > 0 AND cell IS NULL AND problem IS NOT NULL ORDER BY key LIMIT ${MOST_LEFT_OUT}`,
      ),
    ]);
    const { version, now, as_of: asOf, late, problems, last_message_is: lastMessageIs } = row;
    const ofAll = {
      version: String(version),
      now,
      ...(asOf !== null && { asOf }),
      leftOut: totals.left_out,
      ...(lastMessageIs && { lastMessageIs }),
    };
    if (scope) return ofAll;
    return {
      ...ofAll,
      ...(firstLeftOut.length > 0 && { firstLeftOut: firstLeftOut.map(({ problem }) => problem) }),
      ...(problems && { problems: { ...problems, uncounted: totals.uncounted } }),
      ...(late > 0 && { late }),
    };
  }

  counts(dimension: Dimension, options: { scope?: Scope; includeOffline?: boolean }): Promise<Counts> {
    return answerCounts(this.database, dimension, options);
  }

  mapItems(dimension: MapDimension, zoom: number, tile: MapTile, scope?: Scope): Promise<MapItem[]> {
    return answerMapItems(this.database, dimension, zoom, tile, scope);
  }

  async location(id: string, scope?: Scope): Promise<LocationDetail | undefined> {
    return answerLocation(this.database, await this.rulesNow(), id, scope, await this.now());
  }

  async stations(query: StationQuery, scope?: Scope): Promise<StationPage> {
    return answerStations(this.database, await this.rulesNow(), query, scope, await this.now());
  }

  bounds(scope?: Scope): Promise<BoundingBox | undefined> {
    return answerBounds(this.database, scope);
  }

  async trend(dimension: Dimension, options: { scope?: Scope; from?: number }): Promise<TrendPoint[]> {
    return answerTrend(this.database, dimension, options, await this.now());
  }

  facets(facet: Facet, scope?: Scope): Promise<FacetValue[]> {
    return answerFacets(this.database, facet, scope);
  }

  /** Something changed: the clock may have been moved. */
  outdate(): void {
    this.offset = undefined;
  }

  private lastMessageIs?: NetworkRow['last_message_is'];

  private async row(): Promise<NetworkRow> {
    const row = await readNetworkRow(this.database);
    this.offset = row.now - performance.now();
    this.lastMessageIs = row.last_message_is;
    return row;
  }

  private async now(): Promise<number> {
    if (this.offset === undefined) await this.row();
    return performance.now() + this.offset!;
  }

  private async rulesNow(): Promise<Rules> {
    if (this.offset === undefined) await this.row();
    return { ...this.rules, lastMessageIs: this.lastMessageIs ?? undefined };
  }
}
