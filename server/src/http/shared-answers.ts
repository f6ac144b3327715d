import { createHash } from 'node:crypto';

/** An answer as it is sent. */
export interface Answer {
  /** JSON. */
  body: string;
  /** An ETag of what it says. */
  tag: string;
}

/** Characters of answers that are kept at most. */
const MOST_KEPT = 64_000_000;

export function answerOf(value: unknown): Answer {
  const body = JSON.stringify(value);
  return { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

/**
 * Answers that are the same for all who ask while the network stays as it is: overviews that are told of a change ask at once for the same. Each is made once, and kept until
 * the network is another.
 */
export class SharedAnswers {
  private version?: number;
  private kept = 0;
  private readonly answers = new Map<string, Promise<Answer>>();

  /**
   * @param version of the network when it was asked: the answer is of that or of a newer one. One that is older comes late, or of a database that was set back
   * @param key of the question
   * @param make what the answer says
   */
  async answer(version: number, key: string, make: () => Promise<unknown>): Promise<Answer> {
    if (version !== this.version) this.forget();
    this.version = version;
    const known = this.answers.get(key);
    if (known) return known;
    const answer = make().then(answerOf);
    this.answers.set(key, answer);
    try {
      this.count(key, answer, await answer);
    } catch (error) {
      if (this.answers.get(key) === answer) this.answers.delete(key);
      throw error;
    }
    return answer;
  }

  private count(key: string, answer: Promise<Answer>, { body }: Answer): void {
    if (this.answers.get(key) !== answer) return;
    this.kept += key.length + body.length;
    if (this.kept > MOST_KEPT) this.forget();
  }

  private forget(): void {
    this.answers.clear();
    this.kept = 0;
  }
}
