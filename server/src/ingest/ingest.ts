import type { Rules } from '../../../src/engine/derivation.js';
import { isFields } from '../../../src/model/fields.js';
import type { LastMessageMeaning, NetworkChange, NetworkSnapshot } from '../../../src/model/records.js';
import type { Database, Queries } from '../database/database.js';
import { followTime, nextDue } from './follow-time.js';
import { holdNetworkRow, readNetworkRow, writeNetworkRow } from './network-row.js';
import type { NetworkRow } from './network-row.js';
import { storable } from './storable.js';
import { takeChanges } from './take-changes.js';
import { takeSnapshot } from './take-snapshot.js';

/** Records of changes that are taken in one transaction at most. */
const PART = 2000;

/** No snapshot has come yet, so that there is nothing that a change could change. */
export class NothingToChangeError extends Error {}

function recordsIn(change: unknown): number {
  if (!isFields(change)) return 1;
  return [change.locations, change.stations].reduce<number>(
    (records, list) => records + (Array.isArray(list) ? list.length : 0),
    1,
  );
}

/** Writes what comes into the database, one after another; what comes while something is written is taken together. */
export class Ingest {
  private waiting: {
    changes: readonly NetworkChange[];
    resolve: () => void;
    reject: (error: unknown) => void;
  }[] = [];
  private isTaking = false;

  constructor(
    private readonly database: Database,
    private readonly rules: Omit<Rules, 'lastMessageIs'>,
  ) {}

  /** Takes a whole network in the place of what is known; all of it or nothing. */
  snapshot(snapshot: NetworkSnapshot, lastMessageIs?: LastMessageMeaning): Promise<void> {
    return this.write(async (queries, row) => {
      row.last_message_is = lastMessageIs ?? null;
      await takeSnapshot(queries, this.rulesOf(row), row, storable(snapshot));
      return true;
    });
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
    const row = await readNetworkRow(this.database);
    if (row.as_of === null) return Infinity;
    if ((await nextDue(this.database)) <= row.now)
      await this.write(async (queries, held) =>
        held.as_of === null ? false : followTime(queries, this.rulesOf(held), held),
      );
    return (await nextDue(this.database)) - (await readNetworkRow(this.database)).now;
  }

  private rulesOf({ last_message_is: lastMessageIs }: NetworkRow): Rules {
    return { ...this.rules, lastMessageIs: lastMessageIs ?? undefined };
  }

  /** @param work returns whether an answer may be another */
  private write(work: (queries: Queries, row: NetworkRow) => Promise<boolean>): Promise<void> {
    return this.database.transaction(async queries => {
      const row = await holdNetworkRow(queries);
      if (await work(queries, row)) await writeNetworkRow(queries, row);
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
    for (let from = 0; from < changes.length;) {
      let to = from;
      for (let records = 0; to < changes.length && records < PART; to++) records += recordsIn(changes[to]);
      const part = changes.slice(from, to);
      await this.write(async (queries, row) => {
        if (row.as_of === null)
          throw new NothingToChangeError(
            'There is no network yet that could change; expected a snapshot first.',
          );
        const rules = this.rulesOf(row);
        await followTime(queries, rules, row);
        await takeChanges(queries, rules, row, part);
        return true;
      });
      from = to;
    }
  }
}
