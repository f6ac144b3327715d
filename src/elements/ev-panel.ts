import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { isMarked, localizeOf, pageDirectionOf } from '../messages/nearest-language.js';
import { isMoment } from '../model/time.js';
import { nowOf } from '../provider/provider-clock.js';
import type { DataProvider } from '../provider/data-provider.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { panelStyles } from '../render/panel-styles.js';
import { namedOf } from '../render/shared/named.js';
import { toldMark, toldOf } from '../render/shared/data-state.js';
import { icon } from '../render/shared/icons.js';
import { DataController } from './controllers/data-controller.js';
import { FullscreenController } from './controllers/fullscreen-controller.js';
import { HelpController } from './controllers/help-controller.js';
import { KeptFocus } from './controllers/kept-focus.js';
import { keepStyles } from './controllers/kept-styles.js';
import { LanguageController } from './controllers/language-controller.js';
import { ProblemsController } from './controllers/problems-controller.js';
import { SaveController } from './controllers/save-controller.js';
import { ShownAges } from './controllers/shown-ages.js';
import { StatesController } from './controllers/states-controller.js';
import { isInOverview } from './in-overview.js';
import { headingLevelOf } from './controllers/heading-level.js';

/**
 * A view's frame: heading, refresh (R12), help (R13), full screen (R11) and the age of the data (R14). Each map and pie
 * brings one of its own; a host uses it to frame several views together, which then show none of their own.
 *
 * @customElement ev-panel
 * @attr {number} heading-level - Of which level its heading is, 1 to 6 (3 without it); stands on the element, or on anything around it.
 * @statuscolors connection evse last-message station
 * @slot - The view, or several.
 * @csspart refresh - The button that fetches the latest data.
 * @csspart help - The button that explains the view, on hover, focus and tap.
 * @csspart save - The button that opens the menu of what is shown as a picture and as a table, to be copied or saved.
 * @csspart save-choice - One of what the menu offers, with data-choice.
 * @csspart fullscreen - The button that expands the view and brings it back.
 * @csspart age - How old the data is.
 * @csspart error - What went wrong, while the last good data stays.
 * @csspart problems - The button that says how much of the data is missing or incomplete, and opens the dialog that says what.
 * @csspart problems-dialog - The dialog with the first of what is missing: where it stood and what was expected.
 * @cssstate loading - Data is being fetched.
 * @cssstate error - The last fetch failed.
 * @cssstate stale - The live stream is interrupted.
 * @cssprop [--ev-color-surface=light-dark(#ffffff, #14181d)] - Behind the view.
 * @cssprop [--ev-color-text=light-dark(#1b2127, #e4e8ec)] - Text.
 * @cssprop [--ev-color-muted=light-dark(#5b6570, #9aa4ae)] - Quiet text, lines and icons.
 * @cssprop [--ev-font-family=system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif] - All text.
 * @cssprop [--ev-radius=8px] - The frame's corners.
 * @cssprop [--ev-gap=12px] - Space between parts; 8px in a narrow box.
 */
export class EvPanel extends LitElement {
  /** What the view is called. */
  @property() heading = '';

  /** What the view shows, in a sentence or two. Without it there is no question mark. */
  @property() help = '';

  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  private readonly data = new DataController(this);
  /** Says that what the reader asked for has come. */
  private refreshed = '';
  private readonly fullscreen = new FullscreenController(this);
  private readonly explanation = new HelpController(this);
  private readonly problems = new ProblemsController(this, () => this.data.state);
  private readonly saving = new SaveController(this, () => isInOverview(this) && !this.fullscreen.isExpanded);

  static override styles = [baseStyles, panelStyles];

  constructor() {
    super();
    keepStyles(this);
    new LanguageController(this);
    new KeptFocus(this, () => this.renderRoot.querySelector<HTMLElement>('.refresh'));
    new StatesController(this, () => {
      const { status } = this.data.state;
      return { loading: status === 'loading', error: status === 'error', stale: status === 'stale' };
    });
    new ShownAges(this, () => this.ageNow());
  }

  /** Shows what of the data is missing or incomplete: where it stood and what was expected. */
  showProblems(): void {
    this.problems.show();
  }

  protected override render(): TemplateResult {
    const isLoading = this.data.state.status === 'loading';
    const localize = localizeOf(this);
    const { given } = this;
    const { isExpanded } = this.fullscreen;
    const expand = localize.term(isExpanded ? 'leaveFullScreen' : 'fullScreen');
    return html`<section class="frame" aria-label=${this.heading || nothing} aria-busy=${isLoading}>
      <header>
        <button
          type="button"
          class="icon-button refresh"
          part="refresh"
          aria-label=${this.heading ? localize.term('refreshView', this.heading) : localize.term('refresh')}
          title=${localize.term('fetchLatest')}
          ?disabled=${!this.data.provider}
          @click=${this.refresh}
        >
          ${icon('refresh')}
        </button>
        ${this.help ? this.explanation.render(this.help, this.heading, given.lang) : nothing}
        ${this.heading ? html`<h3 lang=${given.lang} aria-level=${headingLevelOf(this)}>${this.heading}</h3>` : nothing}
        ${this.saving.render()}
      </header>
      <p class="visually-hidden" role="status">${this.refreshed}</p>
      <div class="view"><slot lang=${given.lang} dir=${given.dir}></slot></div>
      <footer>
        <button
          type="button"
          class="icon-button"
          part="fullscreen"
          aria-label=${this.heading ? localize.term('captioned', expand, this.heading) : expand}
          title=${expand}
          @click=${() => this.fullscreen.toggle()}
        >
          ${icon(isExpanded ? 'shrink' : 'expand')}
        </button>
        ${this.renderState()}
      </footer>
      ${this.problems.renderDialog()}
    </section>`;
  }

  /** In what language what it was given is, and in which direction that runs, where its own texts are otherwise: what a view gives its panel is not. */
  private get given(): { lang: string | typeof nothing; dir: string | typeof nothing } {
    const { data } = localizeOf(this).marks;
    if (data === undefined || isMarked(this)) return { lang: nothing, dir: nothing };
    return { lang: data, dir: pageDirectionOf(this) ?? nothing };
  }

  private renderState(): TemplateResult {
    const { state } = this.data;
    const { asOf, problems } = state;
    const localize = localizeOf(this);
    const age = isMoment(asOf)
      ? html`<time datetime=${new Date(asOf).toISOString()} title=${localize.moment(asOf)}
          >${this.ageNow()}</time
        >`
      : nothing;
    const told = toldOf(localize, state);
    // One that fills the screen hides what the overview says.
    if (isInOverview(this) && !this.fullscreen.isExpanded) {
      return html`<div class="state">
        <span part="age">${age}</span>${told ? toldMark(localize, state, told.word) : nothing}
      </div>`;
    }
    // The age is not part of what is announced: it changes all the time.
    return html`<div class="state">
      <span role="status">${told ? toldMark(localize, state, told.sentence) : nothing}</span>
      ${this.problems.renderButton({ problems })}
      <span part="age">${age}</span>
    </div>`;
  }

  private ageNow(): string {
    const { provider, state: dataState } = this.data;
    if (!provider || !isMoment(dataState.asOf)) return '';
    return localizeOf(this).dataAge(dataState.asOf, nowOf(provider), Date.now());
  }

  private readonly refresh = async () => {
    this.refreshed = '';
    try {
      await this.data.provider?.refresh();
      if (this.data.state.status === 'ready')
        this.refreshed = namedOf(localizeOf(this), 'refreshed', this.heading);
    } catch {
      // The state says what failed.
    }
    this.requestUpdate();
  };
}
