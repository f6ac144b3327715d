/** Rows that are kept on a shelf, of four bytes each: twelve lists of a million stations. */
const ROWS_KEPT = 12_000_000;
/** What a list takes beside its rows, in rows. */
const OVERHEAD = 250;

/** The stations of a list in their order, as they were when its first page was asked for. */
export interface StationList {
  /** The question that it answers. */
  readonly key: string;
  /** Rows of the network's stations; `GONE` for those that it has no more. */
  rows: Int32Array;
  /** What `StationTable.arrivals` was when these were the rows. */
  arrivals: number;
}

/** Lists by their names; where they become too many, those that were put there longest ago give way. */
class Shelf {
  readonly lists = new Map<string, StationList>();
  private rows = 0;

  put(name: string, list: StationList): void {
    this.lists.set(name, list);
    this.rows += OVERHEAD + list.rows.length;
    for (const oldest of this.lists.keys()) {
      if (this.rows <= ROWS_KEPT || oldest === name) break;
      this.take(oldest);
    }
  }

  take(name: string): StationList | undefined {
    const list = this.lists.get(name);
    if (!list) return undefined;
    this.lists.delete(name);
    this.rows -= OVERHEAD + list.rows.length;
    return list;
  }
}

/**
 * The lists that may still be read on, within bounds of memory. Those that somebody does read on are kept apart: however many lists are
 * begun and left meanwhile, they take no room from them.
 */
export class KeptLists {
  private readonly begun = new Shelf();
  private readonly readOn = new Shelf();
  private count = 0;

  /** @param prefix tells these lists from those of an engine that was replaced */
  constructor(private readonly prefix: string) {}

  /** Keeps a list of which the first page was read; returns its name. */
  add(list: StationList): string {
    const name = `${this.prefix}-${++this.count}`;
    this.begun.put(name, list);
    return name;
  }

  /** The list of this name, which is read on; undefined where it is kept no longer. */
  get(name: string): StationList | undefined {
    const list = this.begun.take(name) ?? this.readOn.take(name);
    if (list) this.readOn.put(name, list);
    return list;
  }

  all(): StationList[] {
    return [...this.begun.lists.values(), ...this.readOn.lists.values()];
  }
}
