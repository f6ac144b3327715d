import { grown, Rows } from './columns.js';
import { IdIndex, Texts } from './texts.js';

/** Stands in a link column for "no row". */
export const NONE = -1;

/**
 * Columns of locations, stations, EVSEs or connectors: one row each, found by its number. Rows that belong together are
 * chained by `next`.
 */
abstract class Table {
  readonly rows = new Rows();
  readonly ids = new Texts();
  protected capacity = 0;

  /** A fresh row with this id. */
  add(id: string): number {
    const row = this.rows.take();
    if (row >= this.capacity) this.grow(row + 1);
    this.ids.set(row, id);
    return row;
  }

  /** Rows from 0 on in a table that has none yet; their ids are set by whoever asks for them. */
  addRows(count: number): void {
    this.rows.end = count;
    if (count > this.capacity) this.grow(count);
  }

  protected abstract grow(size: number): void;
}

export class LocationTable extends Table {
  readonly index = new IdIndex(this.ids);
  readonly names = new Texts();
  readonly hrefs = new Texts();
  /** Degrees; NaN without a usable position. */
  longitude = new Float64Array(0);
  latitude = new Float64Array(0);
  /** Codes of the network's dictionary. */
  country = new Uint32Array(0);
  operator = new Uint32Array(0);
  firstStation = new Int32Array(0);
  /** Production stations: what makes a location stand on the maps (R2). */
  counted = new Int32Array(0);

  protected grow(size: number): void {
    this.longitude = grown(this.longitude, size);
    this.latitude = grown(this.latitude, size);
    this.country = grown(this.country, size);
    this.operator = grown(this.operator, size);
    this.firstStation = grown(this.firstStation, size);
    this.counted = grown(this.counted, size);
    this.capacity = this.counted.length;
  }
}

export class StationTable extends Table {
  readonly index = new IdIndex(this.ids);
  readonly hrefs = new Texts();
  location = new Int32Array(0);
  next = new Int32Array(0);
  firstEvse = new Int32Array(0);
  /** Code of the deployment state. */
  deployment = new Uint32Array(0);
  /** Seconds; 0 where not communicated. */
  heartbeatInterval = new Float64Array(0);
  /** Epoch milliseconds; NaN where never heard of. */
  lastMessageAt = new Float64Array(0);
  /** One past the index of the stated connection; 0 where none is stated. */
  statedConnection = new Uint8Array(0);
  /** Code of the station's own status word. */
  word = new Uint32Array(0);

  /** What follows from the above: indices of the statuses. */
  connection = new Uint8Array(0);
  bucket = new Uint8Array(0);
  status = new Uint8Array(0);
  /** How many of its EVSEs are in each status: four a station. */
  evses = new Uint16Array(0);
  /** Bit by EVSE status: the station itself, an EVSE or a connector is in it (R20). */
  evseMatches = new Uint8Array(0);
  /** Bit by operability: an EVSE or a connector reports it (R8). */
  operability = new Uint8Array(0);
  /** When a fault was seen to begin: epoch milliseconds; NaN where there is none or it was there from the start. */
  faultedSince = new Float64Array(0);

  protected grow(size: number): void {
    this.location = grown(this.location, size);
    this.next = grown(this.next, size);
    this.firstEvse = grown(this.firstEvse, size);
    this.deployment = grown(this.deployment, size);
    this.heartbeatInterval = grown(this.heartbeatInterval, size);
    this.lastMessageAt = grown(this.lastMessageAt, size);
    this.statedConnection = grown(this.statedConnection, size);
    this.word = grown(this.word, size);
    this.connection = grown(this.connection, size);
    this.bucket = grown(this.bucket, size);
    this.status = grown(this.status, size);
    this.capacity = this.status.length;
    this.evses = grown(this.evses, 4 * this.capacity);
    this.evseMatches = grown(this.evseMatches, size);
    this.operability = grown(this.operability, size);
    this.faultedSince = grown(this.faultedSince, size);
  }
}

/** EVSEs, and connectors likewise: an id, a status word and what stands under it. */
export class PartTable extends Table {
  next = new Int32Array(0);
  /** Code of the status word; 0 where none was reported. */
  word = new Uint32Array(0);
  /** An EVSE's first connector. */
  firstPart = new Int32Array(0);

  protected grow(size: number): void {
    this.next = grown(this.next, size);
    this.word = grown(this.word, size);
    this.firstPart = grown(this.firstPart, size);
    this.capacity = this.word.length;
  }

  /** The row of this id in a chain. */
  find(first: number, id: string): number {
    let row = first;
    while (row !== NONE && this.ids.get(row) !== id) row = this.next[row]!;
    return row;
  }

  /** Hangs a row onto the end of a chain; returns the chain's first. */
  append(first: number, row: number): number {
    if (first === NONE) return row;
    let last = first;
    while (this.next[last] !== NONE) last = this.next[last]!;
    this.next[last] = row;
    return first;
  }
}
