import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import { provideEnglish } from '../../messages/catalogues.js';
import { enListsAndMaps } from '../../messages/en-lists-and-maps.js';
import { localizeOf } from '../../messages/nearest-language.js';
import { icon } from '../../render/shared/icons.js';
import { saveMenuStyles } from '../../render/save-menu-styles.js';
import { addStyles } from '../../render/shared/root-styles.js';
import { SAVE_CHOICES, saveView } from './view-saving.js';
import type { SaveChoice } from './view-saving.js';

/** The menu of what a panel shows as a picture and as a table, to be copied and to be saved (ARIA menu button pattern). */
export class SaveMenu implements EventListenerObject {
  isOpen = false;

  /**
   * @param isOfSection whether what the panel's heading names is a section of an overview
   * @param tell says what came of a choice
   */
  constructor(
    private readonly host: LitElement & { heading: string },
    private readonly isOfSection: () => boolean,
    private readonly tell: (text: string) => void,
  ) {
    provideEnglish(enListsAndMaps);
  }

  render(): TemplateResult {
    const localize = localizeOf(this.host);
    return html`<div
      class="save-menu"
      role="menu"
      aria-label=${localize.term('save')}
      ?hidden=${!this.isOpen}
    >
      ${SAVE_CHOICES.map(
        choice =>
          html`<button
            type="button"
            role="menuitem"
            part="save-choice"
            data-choice=${choice}
            tabindex="-1"
            @click=${() => this.choose(choice)}
          >
            ${icon(choice.startsWith('copy') ? 'copy' : 'download')}${localize.term(choice)}
          </button>`,
      )}
    </div>`;
  }

  toggle(): void {
    addStyles(this.host.renderRoot as ShadowRoot, [saveMenuStyles]);
    this.isOpen = !this.isOpen;
    this.host.requestUpdate();
    if (this.isOpen) void this.host.updateComplete.then(() => this.items[0]?.focus());
  }

  close(): void {
    if (this.isOpen) this.toggle();
  }

  /** Takes the keys that are pressed on the button and in the menu. */
  handleEvent(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.indexOf(event.target as HTMLElement);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === 'Escape' && this.isOpen) this.leave();
    else if (!(event.key in places)) return;
    else if (this.isOpen) items[places[event.key]!]!.focus();
    else if (event.key === 'ArrowDown') this.toggle();
    else return;
    event.preventDefault();
    // What is around it stays open: a view in full window.
    event.stopPropagation();
  }

  private get items(): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>('.save-menu button')];
  }

  private leave(): void {
    this.host.renderRoot.querySelector<HTMLElement>('[part="save"]')?.focus();
    this.close();
  }

  private choose(choice: SaveChoice): void {
    const localize = localizeOf(this.host);
    this.leave();
    // At once: a browser lets a page copy only while it answers a click.
    void saveView(choice, this.host, this.isOfSection(), localize).then(this.tell);
  }
}
