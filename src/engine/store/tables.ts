import { EVSE_STATUSES } from '../../model/statuses.js';
import { Block, Rows } from './block.js';
import { IdHashTable } from './id-hash-table.js';
import { SparseColumn } from './sparse-column.js';
import { Texts } from './texts.js';

/** Stands in a link column for "no row". */
export const NONE = -1;

/**
 * Columns of locations, stations, EVSEs or connectors: one row each, found by its number. Rows that belong together are
 * chained by `next`.
 */
abstract class Table {
  readonly rows = new Rows();
  readonly ids = new Texts();
  protected readonly block = new Block();

  /** A row with this id: this one, or else one that is free. */
  add(id: string, row = this.rows.take()): number {
    this.block.reserve(row + 1);
    this.assign(row, id);
    return row;
  }

  protected assign(row: number, id: string): void {
    this.ids.set(row, id);
  }

  /** Makes room for this many rows more. */
  reserve(count: number): void {
    this.block.reserve(this.rows.end + count);
  }

  /** Adds rows to an empty table; the caller sets their ids. */
  addRows(count: number): void {
    this.rows.end = count;
    this.block.reserve(count);
  }
}

/** A table whose rows are found by their ids. */
abstract class IndexedTable extends Table {
  readonly index = new IdHashTable(this.ids);
  /** When the newest change of it was true: epoch milliseconds; 0 where there was none. */
  readonly changedAt = this.block.float64();

  /** Rows whose records were removed, by their ids, until `giveBackRemoved`. */
  private readonly removed = new Map<string, number>();

  /** Takes away a record. Where it is added again before `giveBackRemoved`, it gets its own row: what knows it by that goes on. */
  remove(row: number): void {
    const id = this.ids.get(row)!;
    this.index.remove(row);
    // Columns may have two rows of one id.
    if (this.removed.has(id)) this.rows.giveBack(row);
    else this.removed.set(id, row);
  }

  /** Lets others take the rows of those that were removed. */
  giveBackRemoved(): void {
    for (const row of this.removed.values()) this.rows.giveBack(row);
    this.removed.clear();
  }

  override add(id: string): number {
    const own = this.removed.get(id);
    this.removed.delete(id);
    return super.add(id, own);
  }

  override reserve(count: number): void {
    super.reserve(count);
    this.index.reserve(count);
  }
}

export class LocationTable extends IndexedTable {
  readonly names = new Texts();
  readonly hrefs = new Texts();
  /** Degrees; NaN without a usable position. */
  readonly longitude = this.block.float64();
  readonly latitude = this.block.float64();
  /** Codes of the network's dictionary. */
  readonly country = this.block.int32();
  readonly operator = this.block.int32();
  readonly firstStation = this.block.int32();
  /** Production stations: what makes a location stand on the maps (R2). */
  readonly counted = this.block.int32();
}

/** Where stations stand: in the chain of their location's. */
abstract class LocatedStations extends IndexedTable {
  readonly location = this.block.int32();
  readonly next = this.block.int32();
  readonly previous = this.block.int32();
}

/** What stations' records say. */
abstract class ReportedStations extends LocatedStations {
  /** The last number that `arrival` was given. */
  arrivals = 0;
  /** Grows from station to station in the order in which they took their rows; 0 for those loaded from columns. */
  readonly arrival = this.block.int32();
  readonly hrefs = new Texts();
  readonly firstEvse = this.block.int32();
  /** Code of the deployment state. */
  readonly deployment = this.block.int32();
  /** Seconds; 0 where not communicated. */
  readonly heartbeatInterval = this.block.float64();
  /** Epoch milliseconds; NaN where never heard of. */
  readonly lastMessageAt = this.block.float64();
  /** One past the index of the stated connection; 0 where none is stated. */
  readonly statedConnection = this.block.uint8();
  /** Code of the station's own status word. */
  readonly word = this.block.int32();

  /** A station that gets its own row again keeps its number. */
  protected override assign(row: number, id: string): void {
    if (!this.ids.is(row, id)) this.arrival.set(row, ++this.arrivals);
    super.assign(row, id);
  }
}

/** What stations' records say of troubles (R27). */
abstract class TroubledStations extends ReportedStations {
  /** Epoch milliseconds, of stations that are offline. */
  readonly offlineSince = new SparseColumn<number>();
  /** Epoch milliseconds, of stations that report a fault. */
  readonly faultedSince = new SparseColumn<number>();
  readonly errorCodes = new SparseColumn<string>();
  readonly infos = new SparseColumn<string>();
}

/** Stations: what their records say, what follows from it, and what is remembered. */
export class StationTable extends TroubledStations {
  /** Indices of the statuses. */
  readonly connection = this.block.uint8();
  readonly bucket = this.block.uint8();
  readonly status = this.block.uint8();
  /** How many of its EVSEs are in each status. */
  readonly evses = EVSE_STATUSES.map(() => this.block.int32());
  /** Bit by EVSE status: the station is in the list behind that slice while it is online (R20). */
  readonly evseMatches = this.block.uint8();
  /** Bit by operability: an EVSE or a connector reports it (R8). */
  readonly operability = this.block.uint8();
  /** Bits of `GIVEN`: the fields that changes gave which say when they were true. */
  readonly given = this.block.int32();
  /** A stated moment of hearing that was in the future and counted as now (R4): epoch milliseconds; 0 where there was none. */
  readonly aheadAt = this.block.float64();
  /** When it was seen to go offline, being stated so, and a fault to begin: epoch milliseconds; NaN where it is not so, or was from the start. */
  readonly offlineSeenAt = this.block.float64();
  readonly faultSeenAt = this.block.float64();
}

/** EVSEs, and connectors likewise: an id, a status word and what stands under it. */
export class PartTable extends Table {
  readonly next = this.block.int32();
  /** Code of the status word; 0 where none was reported. */
  readonly word = this.block.int32();
  /** An EVSE's first connector. */
  readonly firstPart = this.block.int32();
}
