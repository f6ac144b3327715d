/** Texts of rows 0, 1, … as UTF-8, one after the other. */
export interface TextBlob {
  bytes: Uint8Array;
  /** Where the first text begins. */
  start: number;
  /** Where each row's text ends, and the next one's begins. */
  ends: Uint32Array;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** A column of texts. Those of a blob are decoded when they are first asked for; an empty one stands for none. */
export class Texts {
  private readonly texts: (string | undefined)[] = [];
  /** Rows whose text is in `texts` instead of the blob. */
  private isOwn?: Uint8Array;
  blob?: TextBlob;

  /** Takes over the texts of a blob; the column has none yet. */
  load(blob: TextBlob): void {
    this.blob = blob;
    this.isOwn = new Uint8Array(blob.ends.length);
    this.texts.length = blob.ends.length;
  }

  get(row: number): string | undefined {
    const { blob } = this;
    if (!blob || row >= blob.ends.length || this.isOwn![row]) return this.texts[row];
    const start = row === 0 ? blob.start : blob.ends[row - 1]!;
    const end = blob.ends[row]!;
    const text = end > start ? decoder.decode(blob.bytes.subarray(start, end)) : undefined;
    this.set(row, text);
    return text;
  }

  set(row: number, text: string | undefined): void {
    this.texts[row] = text;
    if (this.isOwn && row < this.isOwn.length) this.isOwn[row] = 1;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  return hash >>> 0;
}

const EMPTY = -1;

/** Finds the row of an id: among those of a blob by their bytes, so that none of them need be decoded. */
export class IdIndex {
  private readonly added = new Map<string, number>();
  /** Rows of the blob that have been removed. */
  private readonly removed = new Set<number>();
  /** A hash table of the blob's rows, made when an id is first looked for. */
  private slots?: Int32Array;

  constructor(private readonly ids: Texts) {}

  add(id: string, row: number): void {
    this.added.set(id, row);
  }

  remove(id: string, row: number): void {
    if (!this.added.delete(id)) this.removed.add(row);
  }

  has(id: string): boolean {
    return this.rowOf(id) !== undefined;
  }

  /** The row that has this id; undefined where none has. Of a blob's rows with the same id, the first. */
  rowOf(id: unknown): number | undefined {
    if (typeof id !== 'string') return undefined;
    const row = this.added.get(id);
    return row ?? (this.ids.blob ? this.rowInBlob(id, this.ids.blob) : undefined);
  }

  private rowInBlob(id: string, blob: TextBlob): number | undefined {
    const slots = (this.slots ??= fill(blob));
    const bytes = encoder.encode(id);
    let slot = hashOf(bytes, 0, bytes.length) & (slots.length - 1);
    for (; slots[slot] !== EMPTY; slot = (slot + 1) & (slots.length - 1)) {
      const row = slots[slot]!;
      if (!this.removed.has(row) && isText(blob, row, bytes)) return row;
    }
    return undefined;
  }
}

function isText({ bytes, start, ends }: TextBlob, row: number, text: Uint8Array): boolean {
  const from = row === 0 ? start : ends[row - 1]!;
  if (ends[row]! - from !== text.length) return false;
  for (let index = 0; index < text.length; index++) if (bytes[from + index] !== text[index]) return false;
  return true;
}

/** Each row in the first free slot from its hash on; at most half of the slots are taken. */
function fill({ bytes, start, ends }: TextBlob): Int32Array {
  const size = 2 ** Math.ceil(Math.log2(2 * ends.length + 2));
  const slots = new Int32Array(size).fill(EMPTY);
  let from = start;
  for (let row = 0; row < ends.length; row++) {
    let slot = hashOf(bytes, from, ends[row]!) & (size - 1);
    while (slots[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
    slots[slot] = row;
    from = ends[row]!;
  }
  return slots;
}
