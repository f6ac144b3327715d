import { listed } from '../database/columns.js';
import type { Sent } from '../database/sent.js';

/** Whether two values are the same as JSON: what is undefined is not there. */
function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [fields, others] = [one, other] as Record<string, unknown>[];
  for (const name in fields) if (!isSameJson(fields[name], others![name])) return false;
  for (const name in others) if (others[name] !== undefined && fields![name] === undefined) return false;
  return true;
}

/** Rows of a table that are to be others. Of the columns, those are written in which one of the rows differs: few, where statuses change. */
export class RowUpdates<Row extends object> {
  private readonly names: readonly (keyof Row & string)[];
  private readonly differing = new Set<keyof Row & string>();
  private readonly updates: { key: number; row: Row }[] = [];

  /** @param types of its columns */
  constructor(
    private readonly table: 'location' | 'station',
    private readonly types: Readonly<Record<keyof Row & string, string>>,
  ) {
    this.names = Object.keys(types) as (keyof Row & string)[];
  }

  /** Returns whether the row is to be another. */
  add(before: Row & { key: number }, row: Row): boolean {
    let isOther = false;
    for (const name of this.names) {
      // A row that is written anyhow need not be compared in what is written anyhow.
      if ((isOther && this.differing.has(name)) || isSameJson(before[name], row[name])) continue;
      this.differing.add(name);
      isOther = true;
    }
    if (isOther) this.updates.push({ key: before.key, row });
    return isOther;
  }

  /** Whether a column is another in one of the rows, but for some. */
  differsBut(...names: (keyof Row)[]): boolean {
    return [...this.differing].some(name => !names.includes(name));
  }

  write(sent: Sent): void {
    if (this.updates.length === 0) return;
    const { table, types, updates } = this;
    // In the order of the table, so that few texts differ.
    const names = this.names.filter(name => this.differing.has(name));
    const given = updates.map(({ key, row }) => {
      const columns: Record<string, unknown> = { key };
      for (const name of names) columns[name] = row[name];
      return columns;
    });
    // The keys are a list beside it too, by which parts of a database that is divided find theirs.
    void sent.send(
      `UPDATE ${table} SET ${listed(names, name => `${name} = given.${name}`)}
       FROM jsonb_to_recordset($1::text::jsonb) AS given (key int8, ${listed(names, name => `${name} ${types[name as keyof Row & string]}`)})
       WHERE ${table}.key = given.key AND ${table}.key = ANY($2::int8[])`,
      [JSON.stringify(given), updates.map(({ key }) => key)],
    );
  }
}
