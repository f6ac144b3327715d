import type { DataProvider } from '../provider/data-provider.js';
import { askedProvider, inWords } from './asked-provider.js';
import type { AskedProvider } from './asked-provider.js';
import type { BruteForce } from './brute-force.js';

/** How often a question is asked again whose answer depends on when exactly it was given. */
const TRIES = 5;
/** Complaints that are told of one check. */
const TOLD = 3;

/** What is wrong with an answer, in words; empty where it is as expected. */
export type Complaints = readonly (string | undefined)[];

/** Asks a provider and judges its answers; keeps what is wrong with them. */
export class Inquiry {
  passed = 0;
  readonly failures: string[] = [];
  /** The provider's questions. */
  readonly asked: AskedProvider;

  /** @param now the network's clock, as the provider has it */
  constructor(
    readonly provider: DataProvider,
    readonly oracle: BruteForce,
    private readonly now: () => number,
  ) {
    this.asked = askedProvider(provider);
  }

  /** Notes whether a check passed. */
  note(subject: string, complaints: Complaints): void {
    const told = complaints.filter(complaint => complaint !== undefined);
    if (told.length === 0) this.passed++;
    for (const complaint of told.slice(0, TOLD)) this.failures.push(`${subject}: ${complaint}.`);
    if (told.length > TOLD) this.failures.push(`${subject}: and ${told.length - TOLD} more of the kind.`);
  }

  /**
   * Asks, and has the answer judged beside the brute-force reading of the same moment. Where the two moments around the answer
   * make a difference, asks again.
   */
  async ask<T>(
    subject: string,
    question: () => Promise<T>,
    judge: (answer: T, oracle: BruteForce) => Complaints,
  ): Promise<void> {
    const judged = (answer: T, now: number) => {
      this.oracle.now = now;
      return judge(answer, this.oracle).filter(complaint => complaint !== undefined);
    };
    try {
      for (let tries = 1; ; tries++) {
        const before = this.now();
        const answer = await question();
        const after = this.now();
        const first = judged(answer, before);
        // What is right as of the moment before need not be judged again.
        const last = first.length === 0 ? first : judged(answer, after);
        if (last.length === 0) {
          this.passed++;
          return;
        }
        if (tries < TRIES && first.join() !== last.join()) continue;
        this.note(subject, last);
        return;
      }
    } catch (error) {
      this.note(subject, [inWords(error)]);
    }
  }
}
