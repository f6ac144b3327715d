import type { NetworkChange, NetworkSnapshot } from '../../../src/model/records.js';
import { recordsIn } from '../../../src/provider/records-in.js';
import type { Database, Queries } from '../database/database.js';
import { rulesOf } from '../rules.js';
import { dueIn, followTime } from './follow-time.js';
import { NetworkLoad } from './network-load.js';
import type { Loaded, LoadOptions } from './network-load.js';
import { holdFreeNetworkRow, holdNetworkRow, writeNetworkRow } from './network-row.js';
import type { NetworkRow } from './network-row.js';
import { storable } from './storable.js';
import { takeChanges } from './take-changes.js';
import { takeSnapshot } from './take-snapshot.js';

/** Records of changes that are taken in one transaction at most. */
const PART = 10_000;

/** No snapshot has come yet, so that there is nothing that a change could change. */
export class NothingToChangeError extends Error {}

/** Changes in their order, in parts that hold as many records as are taken at a time. */
function* partsOf(changes: readonly NetworkChange[]): Iterable<NetworkChange[]> {
  for (let from = 0; from < changes.length;) {
    let to = from;
    for (let records = 0; to < changes.length && records < PART; to++) records += recordsIn(changes[to]);
    yield changes.slice(from, to);
    from = to;
  }
}

/** Writes what comes into the database, one after another; what comes while something is written is taken together. */
export class Ingest {
  private waiting: {
    changes: readonly NetworkChange[];
    resolve: () => void;
    reject: (error: unknown) => void;
  }[] = [];
  private isTaking = false;
  /** Transactions of its own that are under way. */
  private writing = 0;
  /** Networks that are on their way. */
  private readonly loads = new Set<NetworkLoad>();

  constructor(private readonly database: Database) {}

  /** A whole network begins to be loaded: what is true of it now. */
  beginLoad(): NetworkLoad {
    const load = new NetworkLoad(
      loaded => this.takeLoaded(loaded),
      ended => this.loads.delete(ended),
    );
    this.loads.add(load);
    return load;
  }

  /** Takes a whole network that is at hand in the place of what is known; all of it or nothing. */
  snapshot(snapshot: NetworkSnapshot, options?: LoadOptions): Promise<void> {
    return this.beginLoad().take(snapshot, options);
  }

  /**
   * Takes changes in their order; resolves once they are kept.
   * @throws NothingToChangeError before the first snapshot
   */
  changes(changes: readonly NetworkChange[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ changes: storable(changes), resolve, reject });
      void this.takeWaiting();
    });
  }

  /** Has the network come to now (R10). Returns when time alone may change it next: milliseconds from now; Infinity for never. */
  async tick(): Promise<number> {
    const wait = await dueIn(this.database);
    // Whoever writes follows time first. A connection that waited for it would be missing to those who send data.
    if (wait > 0 || this.writing > 0) return wait;
    await this.write(
      async (queries, row) =>
        row.as_of === null ? false : followTime(queries, rulesOf(row.last_message_is), row),
      holdFreeNetworkRow,
    );
    return dueIn(this.database);
  }

  /**
   * @param work returns whether an answer may be another
   * @param hold what has the network's row; where it has not, nothing is done
   */
  private async write(
    work: (queries: Queries, row: NetworkRow) => Promise<boolean>,
    hold: (queries: Queries) => Promise<NetworkRow | undefined> = holdNetworkRow,
  ): Promise<void> {
    this.writing++;
    try {
      await this.database.transaction(async queries => {
        const row = await hold(queries);
        if (row && (await work(queries, row))) await writeNetworkRow(queries, row);
      });
    } finally {
      this.writing--;
    }
  }

  private takeLoaded({ snapshot, lastMessageIs, took, changes }: Loaded): Promise<void> {
    const storableSnapshot = storable(snapshot);
    return this.write(async (queries, row) => {
      row.last_message_is = lastMessageIs ?? null;
      const rules = rulesOf(row.last_message_is);
      await takeSnapshot(queries, rules, row, storableSnapshot, took());
      for (const part of partsOf(changes())) await takeChanges(queries, rules, row, part, true);
      return true;
    });
  }

  private async takeWaiting(): Promise<void> {
    if (this.isTaking) return;
    this.isTaking = true;
    while (this.waiting.length > 0) {
      const taken = this.waiting.splice(0, this.together());
      try {
        await this.take(taken.flatMap(({ changes }) => changes));
        for (const { resolve } of taken) resolve();
      } catch (error) {
        for (const { reject } of taken) reject(error);
        // Time was followed in what failed. Where that cannot be done either, whoever ticks next is told.
        await this.tick().catch(() => undefined);
      }
    }
    this.isTaking = false;
  }

  /** How many of those that wait are taken together. */
  private together(): number {
    let records = 0;
    const over = this.waiting.findIndex(({ changes }) => {
      for (const change of changes) records += recordsIn(change);
      return records > PART;
    });
    return over < 0 ? this.waiting.length : Math.max(1, over);
  }

  private async take(changes: readonly NetworkChange[]): Promise<void> {
    for (const part of partsOf(changes))
      await this.write(async (queries, row) => {
        if (row.as_of === null)
          throw new NothingToChangeError(
            'There is no network yet that could change; expected a snapshot first.',
          );
        // Before they are kept: a network that is taken after that knows of them.
        for (const load of this.loads) for (const change of part) load.note(change);
        const rules = rulesOf(row.last_message_is);
        await followTime(queries, rules, row);
        await takeChanges(queries, rules, row, part);
        return true;
      });
  }
}
