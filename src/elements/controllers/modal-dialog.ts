import { html } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import { icon } from '../../render/shared/icons.js';
import { headingLevelOf } from './heading-level.js';

/**
 * A modal dialog that its button, Escape and a click beside it close. Its host renders the `<dialog>`, and has this listen to its `close`,
 * `pointerdown`, `click` and `keydown`.
 */
export class ModalDialog implements ReactiveController, EventListenerObject {
  private isPressedBeside = false;

  /**
   * @param part by which the `<dialog>` is found; its title is `part` with `-title`
   * @param isWanted whether it is to be open
   * @param onShut called when the reader has closed it
   */
  constructor(
    private readonly host: LitElement,
    private readonly part: string,
    private readonly isWanted: () => boolean,
    private readonly onShut: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const { element } = this;
    if (!element || !this.host.isConnected) return;
    const isWanted = this.isWanted();
    // Taken from the page and put back it is open, but no longer above all else.
    if (element.open && !(isWanted && element.matches(':modal'))) element.close();
    if (isWanted && !element.open) element.showModal();
  }

  /** What its `<dialog>` holds while it is open. */
  renderContent(title: string, body: TemplateResult): TemplateResult {
    const close = localizeOf(this.host).term('close');
    return html`<header>
        <h2 id="${this.part}-title" aria-level=${headingLevelOf(this.host)}>${title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label=${close}
          title=${close}
          @click=${() => this.element?.close()}
        >
          ${icon('close')}
        </button>
      </header>
      ${body}`;
  }

  /** Takes what its `<dialog>` is told. */
  handleEvent(event: Event): void {
    switch (event.type) {
      case 'close':
        // The event comes later: by then it may be open for something else.
        if (!this.element?.open) this.shut();
        break;
      case 'pointerdown':
        this.isPressedBeside = event.target === this.element;
        break;
      case 'click':
        // A click beside what it shows closes it; a selection that was only ended there does not.
        if (event.target === this.element && this.isPressedBeside) this.element?.close();
        break;
      case 'keydown':
        // Escape closes the dialog only: a view in full window behind it stays so.
        if ((event as KeyboardEvent).key === 'Escape') event.stopPropagation();
    }
  }

  /** The browser gives the focus back to what had it; what is gone leaves it to the first button around the dialog. */
  private shut(): void {
    const { activeElement, body } = this.host.ownerDocument;
    if (activeElement === body) this.host.renderRoot.querySelector('button')?.focus();
    this.onShut();
  }

  private get element(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>(`dialog[part="${this.part}"]`);
  }
}
