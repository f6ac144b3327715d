/** The typed arrays that columns are made of. */
export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** A longer copy of a column, with room to grow: at least `size` and twice what it was. */
export function grown<T extends Column>(column: T, size: number): T {
  const Type = column.constructor as new (length: number) => T;
  const copy = new Type(Math.max(size, column.length * 2, 64));
  copy.set(column);
  return copy;
}

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
