import { html, nothing } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';

import { provideEnglish } from '../../messages/catalogues.js';
import { enListsAndMaps } from '../../messages/en-lists-and-maps.js';
import { localizeOf } from '../../messages/nearest-language.js';
import type { DataState } from '../../provider/data-provider.js';
import { dialogStyles } from '../../render/shared/dialog-styles.js';
import { icon } from '../../render/shared/icons.js';
import { missingTexts, problemSections } from '../../render/shared/missing-data.js';
import type { MissingData } from '../../render/shared/missing-data.js';
import { missingDataStyles } from '../../render/shared/missing-data-styles.js';
import { addStyles } from '../../render/shared/root-styles.js';
import { ModalDialog } from './modal-dialog.js';
import { headingLevelOf } from './heading-level.js';

/** R14: the button that says what of the data is missing or could not be read, and the modal dialog that shows where it stood. */
export class ProblemsDialog implements ReactiveController {
  private isOpen = false;
  private readonly dialog: ModalDialog;

  /** @param state the provider's state as it is now */
  constructor(
    private readonly host: LitElement,
    private readonly state: () => DataState,
  ) {
    this.dialog = new ModalDialog(
      host,
      'problems-dialog',
      () => this.isOpen,
      () => this.set(false),
    );
    host.addController(this);
    provideEnglish(enListsAndMaps);
  }

  hostConnected(): void {
    addStyles(this.host.renderRoot as ShadowRoot, [dialogStyles, missingDataStyles]);
  }

  /** Nothing where all could be read. */
  renderButton(missing: MissingData): TemplateResult | typeof nothing {
    const localize = localizeOf(this.host);
    const texts = missingTexts(localize, missing);
    if (texts.length === 0) return nothing;
    return html`<button
      type="button"
      class="problems"
      part="problems"
      aria-haspopup="dialog"
      title=${localize.term('showWhich')}
      @click=${() => this.show()}
    >
      ${icon('warning')}<span>${texts.join(', ')}</span>
    </button>`;
  }

  renderDialog(): TemplateResult {
    const { dialog, isOpen } = this;
    const localize = localizeOf(this.host);
    return html`<dialog
      part="problems-dialog"
      aria-labelledby="problems-dialog-title"
      @close=${dialog}
      @pointerdown=${dialog}
      @click=${dialog}
      @keydown=${dialog}
    >
      ${isOpen ? dialog.renderContent(localize.term('missingData'), problemSections(localize, this.state(), headingLevelOf(this.host) + 1)) : nothing}
    </dialog>`;
  }

  show(): void {
    this.set(true);
  }

  private set(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.host.requestUpdate();
  }
}
