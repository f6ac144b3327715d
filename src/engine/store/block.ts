/** Hands out row numbers, and hands out again those that were given back. */
export class Rows {
  private readonly free: number[] = [];
  /** One past the highest row in use. */
  end = 0;

  take(): number {
    return this.free.pop() ?? this.end++;
  }

  giveBack(row: number): void {
    this.free.push(row);
  }
}

/**
 * The numbers of a table's rows, a row's side by side: a change reads most columns of a few rows far apart; with separate
 * arrays, every column read would be a cache miss.
 */
export class Block {
  view = new DataView(new ArrayBuffer(0));
  /** Bytes a row. */
  width = 0;

  /** A further column, of small whole numbers from 0; all are added before there are rows. */
  uint8(): Uint8Column {
    return new Uint8Column(this, this.widen(1));
  }

  /** A further column, of whole numbers. */
  int32(): Int32Column {
    return new Int32Column(this, this.widen(4));
  }

  /** A further column, of numbers. */
  float64(): Float64Column {
    return new Float64Column(this, this.widen(8));
  }

  /** Makes room for so many rows, and for growing: at least twice what there was. */
  reserve(rows: number): void {
    const before = new Uint8Array(this.view.buffer);
    if (rows * this.width <= before.length) return;
    const bytes = new Uint8Array(Math.max(rows * this.width, 2 * before.length));
    bytes.set(before);
    this.view = new DataView(bytes.buffer);
  }

  private widen(bytes: number): number {
    const at = this.width;
    this.width += bytes;
    return at;
  }
}

abstract class Column {
  /** @param at where in a row the column's number stands */
  constructor(
    protected readonly block: Block,
    protected readonly at: number,
  ) {}
}

export class Uint8Column extends Column {
  get(row: number): number {
    return this.block.view.getUint8(this.block.width * row + this.at);
  }

  set(row: number, value: number): void {
    this.block.view.setUint8(this.block.width * row + this.at, value);
  }
}

export class Int32Column extends Column {
  get(row: number): number {
    return this.block.view.getInt32(this.block.width * row + this.at, true);
  }

  set(row: number, value: number): void {
    this.block.view.setInt32(this.block.width * row + this.at, value, true);
  }

  add(row: number, value: number): void {
    this.set(row, this.get(row) + value);
  }
}

export class Float64Column extends Column {
  get(row: number): number {
    return this.block.view.getFloat64(this.block.width * row + this.at, true);
  }

  set(row: number, value: number): void {
    this.block.view.setFloat64(this.block.width * row + this.at, value, true);
  }
}
