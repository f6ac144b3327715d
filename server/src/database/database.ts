/** What answers SQL. Values are parameters of the statement, never part of its text. */
export interface Queries {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A PostgreSQL: an embedded one, or a server. */
export interface Database extends Queries {
  /** Does work in one transaction, which is taken back where it throws. May take as long as it needs. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Asks questions that are all answered as of one moment. */
  snapshot<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * Calls back whenever another transaction has told of a change by NOTIFY, and after the connection that listens was lost and made anew.
   * @param onLost called when that connection is lost
   */
  listen(channel: string, onNotify: () => void, onLost: (error: Error) => void): Promise<void>;
  /** Whether it answers now. */
  isWell(): Promise<boolean>;
  close(): Promise<void>;
}
