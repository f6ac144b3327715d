import { IdHash } from './id-hash.js';
import { repeatedRows } from './repeated-rows.js';
import type { Texts } from './texts.js';

/** Stand in the place of a row: in a slot that was never used, and in one whose id was removed. */
const EMPTY = -1;
const TOMBSTONE = -2;

/**
 * Finds the row of an id: a hash table with open addressing and linear probing, which hashes the ids of a network that came
 * as columns by their bytes. `Map`, or a library over texts, would have to decode every id first: of a million in a fifth of
 * the time and a quarter of the memory.
 */
export class IdHashTable {
  /** Two numbers a slot: a hash and a row. */
  private slots = new Int32Array(128).fill(EMPTY);
  /** Slots that are not empty, tombstones among them. */
  private used = 0;
  /** Whether the ids of the column's blob have been hashed. */
  private hasBlob = false;
  private readonly hash = new IdHash();

  constructor(private readonly ids: Texts) {}

  /** Makes room for this many ids more. */
  reserve(count: number): void {
    let length = this.slots.length;
    while (4 * (this.used + count) > length) length *= 2;
    if (length > this.slots.length) this.rehash(length);
  }

  add(id: string, row: number): void {
    this.readBlob();
    this.put(this.hash.ofText(id), row);
  }

  remove(row: number): void {
    this.readBlob();
    const { slots } = this;
    const hash = this.hash.ofText(this.ids.get(row) ?? '');
    for (let at = this.slotOf(hash); slots[at + 1] !== EMPTY; at = this.after(at))
      if (slots[at + 1] === row) {
        slots[at + 1] = TOMBSTONE;
        return;
      }
  }

  has(id: string): boolean {
    return this.rowOf(id) !== undefined;
  }

  /** The row that has this id; undefined where none has. Of a blob's rows with the same id only the first is found. */
  rowOf(id: unknown): number | undefined {
    if (typeof id !== 'string') return undefined;
    this.readBlob();
    const { slots, ids } = this;
    const hash = this.hash.ofText(id);
    for (let at = this.slotOf(hash); slots[at + 1] !== EMPTY; at = this.after(at)) {
      const row = slots[at + 1]!;
      if (slots[at] === hash && row !== TOMBSTONE && ids.is(row, id)) return row;
    }
    return undefined;
  }

  /** The rows of the column's blob whose id one before them has. */
  repeatedRows(): number[] {
    return repeatedRows(this.ids, this.hash);
  }

  private slotOf(hash: number): number {
    return (2 * hash) & (this.slots.length - 1);
  }

  private after(at: number): number {
    return (at + 2) & (this.slots.length - 1);
  }

  private put(hash: number, row: number): void {
    // The load factor stays at a half or below.
    if (4 * this.used >= this.slots.length) this.dropTombstones();
    const { slots } = this;
    let at = this.slotOf(hash);
    while (slots[at + 1] !== EMPTY) at = this.after(at);
    slots[at] = hash;
    slots[at + 1] = row;
    this.used++;
  }

  /** Grows only where too few slots are tombstones. */
  private dropTombstones(): void {
    const { slots } = this;
    let inUse = 0;
    for (let at = 1; at < slots.length; at += 2) if (slots[at]! >= 0) inUse++;
    this.rehash(8 * inUse > slots.length ? 2 * slots.length : slots.length);
  }

  private rehash(length: number): void {
    const before = this.slots;
    this.slots = new Int32Array(length).fill(EMPTY);
    this.used = 0;
    for (let at = 0; at < before.length; at += 2)
      if (before[at + 1]! >= 0) this.put(before[at]!, before[at + 1]!);
  }

  /** Whether there is a row with the same id as this one of the blob. Of many of the same, each would have to pass by all before it. */
  private hasSame(hash: number, row: number): boolean {
    const { slots, ids } = this;
    for (let at = this.slotOf(hash); slots[at + 1] !== EMPTY; at = this.after(at))
      if (slots[at] === hash && ids.areSame(slots[at + 1]!, row)) return true;
    return false;
  }

  private readBlob(): void {
    const { blob } = this.ids;
    if (!blob || this.hasBlob) return;
    this.hasBlob = true;
    this.reserve(blob.ends.length);
    let start = blob.start;
    blob.ends.forEach((end, row) => {
      const hash = this.hash.ofBytes(blob.bytes, start, end);
      if (!this.hasSame(hash, row)) this.put(hash, row);
      start = end;
    });
  }
}
