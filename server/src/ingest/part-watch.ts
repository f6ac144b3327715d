import { delay } from '../../../src/provider/delay.js';
import type { Database } from '../database/database.js';

/** How often the parts of a database are asked whether they answer, in milliseconds. */
const EVERY = 1000;

/** Finds out again and again which parts of a database that is divided answer: see scale/divide.sql. */
export class PartWatch {
  private readonly lifetime = new AbortController();
  private readonly watching: Promise<void>;

  /** @param onFailure called where the database itself cannot be asked; it is asked again */
  private constructor(
    private readonly database: Database,
    private readonly onFailure: (error: Error) => void,
  ) {
    this.watching = this.watch();
  }

  /** @returns undefined where the database is in one piece */
  static async start(database: Database, onFailure: (error: Error) => void): Promise<PartWatch | undefined> {
    const parts = await database.query('SELECT FROM part LIMIT 1');
    return parts.length > 0 ? new PartWatch(database, onFailure) : undefined;
  }

  async stop(): Promise<void> {
    this.lifetime.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    const { signal } = this.lifetime;
    while (!signal.aborted) {
      await this.database
        .transaction(queries => queries.query('SELECT follow_parts()'))
        .catch((error: unknown) => this.onFailure(error as Error));
      await delay(EVERY, signal);
    }
  }
}
