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
    const bytes = this.inBlob(row);
    if (!bytes) return this.texts[row];
    const text = bytes.length > 0 ? decoder.decode(bytes) : undefined;
    this.set(row, text);
    return text;
  }

  /** Whether a row's text is this one: that of a blob need not be decoded for it. */
  is(row: number, text: string): boolean {
    const bytes = this.inBlob(row);
    if (!bytes) return this.texts[row] === text;
    const wanted = encoder.encode(text);
    return wanted.length === bytes.length && wanted.every((byte, index) => byte === bytes[index]);
  }

  /** Whether two rows, the second of this column or another, have the same text: those of blobs need not be decoded for it. */
  areSame(one: number, other: number, column: Texts = this): boolean {
    const [bytes, others] = [this.inBlob(one), column.inBlob(other)];
    if (!bytes || !others) return this.get(one) === column.get(other);
    return bytes.length === others.length && bytes.every((byte, index) => byte === others[index]);
  }

  set(row: number, text: string | undefined): void {
    this.texts[row] = text;
    if (this.isOwn && row < this.isOwn.length) this.isOwn[row] = 1;
  }

  /** The bytes of a row's text, where they are in the blob still. */
  private inBlob(row: number): Uint8Array | undefined {
    const { blob } = this;
    if (!blob || row >= blob.ends.length || this.isOwn![row]) return undefined;
    return blob.bytes.subarray(row === 0 ? blob.start : blob.ends[row - 1]!, blob.ends[row]);
  }
}
