import type { Queries } from './database.js';

const ignore = () => undefined;

/** Statements of a transaction that are sent one after another, in their order, without waiting for the ones before: meanwhile the next is made. */
export class Sent {
  private readonly answers: Promise<unknown>[] = [];

  constructor(private readonly queries: Queries) {}

  send<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    const answer = this.queries.query<Row>(text, values);
    // Who waits for all is told of it.
    answer.catch(ignore);
    this.answers.push(answer);
    return answer;
  }

  /**
   * Sends one, and waits for its answer.
   * @throws what the first of all says that failed
   */
  async ask<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    const answer = this.send<Row>(text, values);
    await this.all();
    return answer;
  }

  /** @throws what the first of them says that failed: those after it were not tried */
  async all(): Promise<void> {
    await Promise.all(this.answers);
  }
}
