import type { Texts } from './texts.js';

/** Stand in the place of a row: in a slot that was never taken, and in one whose id was removed. */
const FREE = -1;
const REMOVED = -2;

/**
 * Finds the row of an id: a hash table of rows, which looks at a text only where its hash is the one looked for. The ids
 * of a blob come in when an id is first looked for, by their bytes.
 */
export class IdIndex {
  /** Two numbers a slot, a hash and a row. An id is in the first slot from its hash on that was free. */
  private slots = new Int32Array(128).fill(FREE);
  /** Slots that are not free. */
  private taken = 0;
  /** Whether the ids of the blob have come in. */
  private hasBlob = false;

  constructor(private readonly ids: Texts) {}

  add(id: string, row: number): void {
    this.readBlob();
    this.put(hashOf(id), row);
  }

  remove(row: number): void {
    this.readBlob();
    const { slots } = this;
    for (let at = this.slotOf(hashOf(this.ids.get(row) ?? '')); slots[at + 1] !== FREE; at = this.after(at))
      if (slots[at + 1] === row) slots[at + 1] = REMOVED;
  }

  has(id: string): boolean {
    return this.rowOf(id) !== undefined;
  }

  /** The row that has this id; undefined where none has. Of a blob's rows with the same id, the first. */
  rowOf(id: unknown): number | undefined {
    if (typeof id !== 'string') return undefined;
    this.readBlob();
    const { slots, ids } = this;
    const hash = hashOf(id);
    for (let at = this.slotOf(hash); slots[at + 1] !== FREE; at = this.after(at)) {
      const row = slots[at + 1]!;
      if (slots[at] === hash && row !== REMOVED && ids.is(row, id)) return row;
    }
    return undefined;
  }

  private slotOf(hash: number): number {
    return (2 * hash) & (this.slots.length - 1);
  }

  private after(at: number): number {
    return (at + 2) & (this.slots.length - 1);
  }

  private put(hash: number, row: number): void {
    // At least half of the slots stay free.
    if (4 * this.taken >= this.slots.length) this.makeRoom();
    const { slots } = this;
    let at = this.slotOf(hash);
    while (slots[at + 1] !== FREE) at = this.after(at);
    slots[at] = hash;
    slots[at + 1] = row;
    this.taken++;
  }

  /** Frees the slots of removed ids; only where few were removed are there to be more of them. */
  private makeRoom(): void {
    const before = this.slots;
    let inUse = 0;
    for (let at = 0; at < before.length; at += 2) if (before[at + 1]! >= 0) inUse++;
    this.slots = new Int32Array(8 * inUse > before.length ? 2 * before.length : before.length).fill(FREE);
    this.taken = 0;
    for (let at = 0; at < before.length; at += 2)
      if (before[at + 1]! >= 0) this.put(before[at]!, before[at + 1]!);
  }

  private readBlob(): void {
    const { blob } = this.ids;
    if (!blob || this.hasBlob) return;
    this.hasBlob = true;
    let start = blob.start;
    blob.ends.forEach((end, row) => {
      this.put(hashOfBytes(blob.bytes, start, end), row);
      start = end;
    });
  }
}

const encoder = new TextEncoder();

/** FNV-1a, 32 bits, of UTF-8. */
function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  return hash;
}

/** That of a text's UTF-8, which need not be written out for ASCII. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 127) {
      const bytes = encoder.encode(text);
      return hashOfBytes(bytes, 0, bytes.length);
    }
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash;
}
