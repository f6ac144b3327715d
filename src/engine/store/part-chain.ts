import { NONE } from './tables.js';
import type { PartTable } from './tables.js';

/** How many parts are looked through; of more, a map is made. */
const FEW = 16;

/** The EVSEs of a station or the connectors of an EVSE while a record of them is merged: found by id, in the order in which they first came. */
export class PartChain {
  private last = NONE;
  private size = 0;
  private rows?: Map<string, number>;

  constructor(
    private readonly table: PartTable,
    public first: number,
  ) {
    for (let row = first; row !== NONE; row = table.next.get(row)) {
      this.last = row;
      this.size++;
    }
  }

  /** The row of an id; NONE where there is none. */
  find(id: string): number {
    const { table, first, size } = this;
    if (size > FEW) {
      this.rows ??= this.mapped();
      return this.rows.get(id) ?? NONE;
    }
    let row = first;
    while (row !== NONE && table.ids.get(row) !== id) row = table.next.get(row);
    return row;
  }

  append(row: number, id: string): void {
    if (this.first === NONE) this.first = row;
    else this.table.next.set(this.last, row);
    this.last = row;
    this.size++;
    this.rows?.set(id, row);
  }

  private mapped(): Map<string, number> {
    const { table } = this;
    const rows = new Map<string, number>();
    for (let row = this.first; row !== NONE; row = table.next.get(row)) {
      const id = table.ids.get(row)!;
      // Columns may hold an id twice: the first is found.
      if (!rows.has(id)) rows.set(id, row);
    }
    return rows;
  }
}
