import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import type { DataState } from '../../provider/data-provider.js';
import { icon } from '../../render/shared/icons.js';
import { problemSections } from '../../render/shared/missing-data.js';
import { ModalDialog } from './modal-dialog.js';

/** R14: what of the data is missing or could not be read, and where it stood, in a modal dialog. */
export class ProblemsController {
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
  }

  /** The button that says what is missing, and opens the dialog; nothing where all could be read. */
  renderButton(texts: readonly string[]): TemplateResult | typeof nothing {
    if (texts.length === 0) return nothing;
    return html`<button
      type="button"
      class="problems"
      part="problems"
      aria-haspopup="dialog"
      title="Show which, and where they stood"
      @click=${() => this.show()}
    >
      ${icon('warning')}<span>${texts.join(', ')}</span>
    </button>`;
  }

  renderDialog(): TemplateResult {
    const { dialog, isOpen } = this;
    return html`<dialog
      part="problems-dialog"
      aria-labelledby="problems-dialog-title"
      @close=${dialog}
      @pointerdown=${dialog}
      @click=${dialog}
      @keydown=${dialog}
    >
      ${isOpen ? dialog.renderContent('Missing and incomplete data', problemSections(this.state())) : nothing}
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
