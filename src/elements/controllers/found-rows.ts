import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a list's reader is told of the rows that they asked for: once for each question, not when the data changes. */
export class FoundRows implements ReactiveController {
  /** Empty until the reader asks for others than those that were there first. */
  text = '';
  /** The question whose rows were told of. */
  private told?: string;

  /**
   * @param question what is asked for now
   * @param answer what is found, in words; empty until that is known
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly question: () => string,
    private readonly answer: () => string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const question = this.question();
    if (question === this.told) return;
    const answer = this.answer();
    if (!answer) return;
    const isFirst = this.told === undefined;
    this.told = question;
    if (isFirst) return;
    this.text = answer;
    this.host.requestUpdate();
  }
}
