import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { localizeOf } from '../../messages/nearest-language.js';
import { isMoment } from '../../model/time.js';
import { nowOf } from '../../provider/provider-clock.js';
import type { DataState } from '../../provider/data-provider.js';
import { isFailure, toldMark, toldOf } from '../../render/shared/data-state.js';
import type { DataController } from './data-controller.js';
import { ProblemsDialog } from './problems-dialog.js';
import { ShownAges } from './shown-ages.js';

/** When what failed is tried again. */
function waitOf(localize: Localize, { retryAt, isLoading }: DataState): string {
  if (isLoading) return localize.term('tryingAgain');
  return retryAt === undefined ? '' : localize.term('nextTry', localize.wait(retryAt, Date.now()));
}

/**
 * What an overview says once for all of its views, above them (R14): how the data is, why and when it is tried again, and what of it is
 * missing. The line is always there, so that nothing moves when it has something to say.
 */
export class OverviewNotices {
  private isReasonShown = false;
  private readonly problems: ProblemsDialog;

  constructor(
    private readonly host: LitElement,
    private readonly data: DataController,
  ) {
    this.problems = new ProblemsDialog(host, () => data.state);
    new ShownAges(host, () => this.timesNow().join());
  }

  render(): TemplateResult {
    const { state } = this.data;
    const told = toldOf(this.localize, state);
    const [age, wait] = this.timesNow();
    // Ages and waits are not part of what is announced: they change all the time.
    return html`<div class="data-state" part="state" tabindex="-1">
        <span part="age">${this.renderAge(age)}</span>
        <span role="status">${told ? toldMark(this.localize, state, told.sentence) : nothing}</span>
        ${isFailure(state) ? this.renderWayOn(wait) : nothing}
      </div>
      <div role="status" class="missing">${this.problems.renderButton(state)}</div>`;
  }

  renderDialog(): TemplateResult {
    return this.problems.renderDialog();
  }

  private renderAge(age: string): TemplateResult | typeof nothing {
    const { asOf } = this.data.state;
    if (!isMoment(asOf)) return nothing;
    return html`${this.localize.term('updated')}
      <time datetime=${new Date(asOf).toISOString()} title=${this.localize.moment(asOf)}>${age}</time>`;
  }

  private renderWayOn(wait: string): TemplateResult {
    const { error } = this.data.state;
    const { isReasonShown, localize } = this;
    const reason = error && localize.explain(error);
    return html`${wait ? html`<span class="wait">${wait}</span>` : nothing}
      ${
        error
          ? html`<button
              type="button"
              class="text-button"
              aria-expanded=${isReasonShown}
              aria-controls="reason"
              @click=${() => this.showReason(!isReasonShown)}
            >
              ${localize.term(isReasonShown ? 'hideWhy' : 'why')}
            </button>`
          : nothing
      }
      <button type="button" class="text-button" @click=${() => this.tryAgain()}>
        ${localize.term('tryAgain')}
      </button>
      <p
        id="reason"
        class="reason"
        dir=${reason?.dir ?? 'auto'}
        lang=${reason?.lang ?? nothing}
        ?hidden=${!isReasonShown}
      >
        ${reason?.text}
      </p>`;
  }

  private showReason(isShown: boolean): void {
    this.isReasonShown = isShown;
    this.host.requestUpdate();
  }

  private tryAgain(): void {
    // The button goes while it loads; the focus stays in its line.
    this.host.renderRoot.querySelector<HTMLElement>('.data-state')?.focus({ preventScroll: true });
    void this.data.provider?.refresh();
  }

  private get localize(): Localize {
    return localizeOf(this.host);
  }

  private timesNow(): [age: string, wait: string] {
    const { provider, state } = this.data;
    const age =
      provider && isMoment(state.asOf) ? this.localize.dataAge(state.asOf, nowOf(provider), Date.now()) : '';
    return [age, isFailure(state) ? waitOf(this.localize, state) : ''];
  }
}
