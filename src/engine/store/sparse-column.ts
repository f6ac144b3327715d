/** A column in which few rows have a value: only those cost anything. */
export class SparseColumn<T> {
  private readonly values = new Map<number, T>();

  get(row: number): T | undefined {
    return this.values.get(row);
  }

  set(row: number, value: T | undefined): void {
    if (value !== undefined) this.values.set(row, value);
    else if (this.values.size > 0) this.values.delete(row);
  }
}
