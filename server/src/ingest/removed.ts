import type { News } from '../../../src/engine/news.js';
import type { Queries } from '../database/database.js';

type Kind = 'location' | 'station';

/** What changes have removed, of some ids: a network of these is told of it, and what it removes is written. */
export class RemovedRecords {
  private constructor(private readonly before: ReadonlyMap<Kind, Map<string, number>>) {}

  static async read(
    queries: Queries,
    locationIds: readonly string[],
    stationIds: readonly string[],
  ): Promise<RemovedRecords> {
    const rows = await queries.query<{ kind: Kind; id: string; at: number }>(
      `SELECT kind, id, at FROM removed
       WHERE (kind = 'location' AND id = ANY($1::text[])) OR (kind = 'station' AND id = ANY($2::text[]))`,
      [locationIds, stationIds],
    );
    const before = new Map<Kind, Map<string, number>>([
      ['location', new Map()],
      ['station', new Map()],
    ]);
    for (const { kind, id, at } of rows) before.get(kind)!.set(id, at);
    return new RemovedRecords(before);
  }

  tell(news: News): void {
    for (const [id, at] of this.before.get('location')!) news.removedLocations.set(id, at);
    for (const [id, at] of this.before.get('station')!) news.removedStations.set(id, at);
  }

  async write(queries: Queries, news: News): Promise<void> {
    const after = new Map<Kind, ReadonlyMap<string, number>>([
      ['location', news.removedLocations],
      ['station', news.removedStations],
    ]);
    const written: object[] = [];
    const forgotten: object[] = [];
    for (const [kind, ids] of after) {
      const before = this.before.get(kind)!;
      for (const [id, at] of ids) if (before.get(id) !== at) written.push({ kind, id, at });
      for (const id of before.keys()) if (!ids.has(id)) forgotten.push({ kind, id });
    }
    if (written.length > 0)
      await queries.query(
        `INSERT INTO removed (kind, id, at)
         SELECT kind, id, at FROM jsonb_to_recordset($1::text::jsonb) AS given (kind text, id text, at float8)
         ON CONFLICT (kind, id) DO UPDATE SET at = excluded.at`,
        [JSON.stringify(written)],
      );
    if (forgotten.length > 0)
      await queries.query(
        `DELETE FROM removed WHERE (kind, id) IN (
           SELECT kind, id FROM jsonb_to_recordset($1::text::jsonb) AS given (kind text, id text)
         )`,
        [JSON.stringify(forgotten)],
      );
  }
}
