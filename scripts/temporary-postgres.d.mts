/** A PostgreSQL in a temporary folder. */
export interface TemporaryPostgres {
  /** By which `pg` and libpq reach it, as its superuser. */
  url: string;
  /** Makes another database in it; returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** Starts it again, once it was stopped or has crashed. */
  start(): Promise<void>;
  /** Ends all connections; what is under way is taken back. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  crash(): Promise<void>;
  /** Stops it, and removes all that it has. */
  remove(): Promise<void>;
}

/** The folder of PostgreSQL's programs; undefined where none of version 15 or newer is installed. */
export function findPrograms(): Promise<string | undefined>;

/**
 * Starts one that only this machine's users reach. It ends with this process at the latest.
 * @param settings of its configuration
 * @returns undefined where no PostgreSQL of version 15 or newer is installed
 * @throws where it does not start: what it said
 */
export function startPostgres(settings?: Record<string, string>): Promise<TemporaryPostgres | undefined>;
