/** What a database says in the place of an answer, or why it could not be asked. */
export class DatabaseError extends Error {
  /** SQLSTATE, or the system's own code; absent where a connection was lost without one. */
  readonly code?: string;

  constructor(cause: Error & { code?: string }) {
    super(cause.message, { cause });
    this.code = cause.code;
  }
}

/** Has it be known of a failure that it is a database's. */
export async function ofDatabase<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new DatabaseError(error as Error);
  }
}
