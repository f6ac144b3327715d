import { html } from 'lit';
import type { LitElement, ReactiveController, TemplateResult, nothing } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import { icon } from '../../render/shared/icons.js';
import { namedOf } from '../../render/shared/named.js';

/** R13: a question mark that explains a view on hover, on keyboard focus and on tap. */
export class HelpController implements ReactiveController {
  /** While it is shown: the page may move the element to another document meanwhile. */
  private listening?: AbortController;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  private get isShown(): boolean {
    return this.listening !== undefined;
  }

  /** @param lang what the explanation's language is, as its `lang` has it */
  render(text: string, view: string, lang: string | typeof nothing): TemplateResult {
    return html`<span class="help" @mouseenter=${this.show} @mouseleave=${this.leave}>
      <button
        type="button"
        class="icon-button"
        part="help"
        aria-label=${namedOf(localizeOf(this.host), 'help', view)}
        aria-describedby="help"
        aria-expanded=${this.isShown}
        @focus=${this.show}
        @blur=${this.hide}
        @click=${this.show}
      >
        ${icon('help')}
      </button>
      <span id="help" role="tooltip" class="tooltip" lang=${lang} ?hidden=${!this.isShown}>${text}</span>
    </span>`;
  }

  private set(isShown: boolean): void {
    if (isShown === this.isShown) return;
    this.listening?.abort();
    this.listening = isShown ? new AbortController() : undefined;
    const options = { capture: true, signal: this.listening?.signal };
    if (this.listening) this.host.ownerDocument.addEventListener('keydown', this.onKeydown, options);
    this.host.requestUpdate();
  }

  private readonly show = () => {
    this.set(true);
  };

  private readonly hide = () => {
    this.set(false);
  };

  /** What has the focus is explained on: some browsers have a mouse leave that is elsewhere, right after a tap. */
  private readonly leave = ({ currentTarget }: Event) => {
    if (!(currentTarget as Element).querySelector(':focus')) this.hide();
  };

  /** Wherever the focus is (WCAG 1.4.13). */
  private readonly onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // One Escape closes one thing: a dialog of the page around it stays open.
    event.preventDefault();
    event.stopPropagation();
    this.hide();
  };
}
