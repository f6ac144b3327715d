import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import type { DataState } from '../../provider/data-provider.js';
import type { MissingData } from '../../render/shared/missing-data.js';
import type { ProblemsDialog } from './problems-dialog.js';

/** Once a view has downloaded it, all others have it at once. */
let downloaded: typeof ProblemsDialog | undefined;

/** What of the data is missing, in a view that most often has nothing to say: only a page where some is downloads what shows it. */
export class ProblemsController {
  private made?: ProblemsDialog;
  private loading?: Promise<void>;
  /** Why what shows it could not be had. */
  private failure?: Error;

  /** @param state the provider's state as it is now */
  constructor(
    private readonly host: LitElement,
    private readonly state: () => DataState,
  ) {}

  /** The button that says what is missing, and opens the dialog; nothing where all could be read. */
  renderButton(missing: MissingData): TemplateResult | typeof nothing {
    const { problems, leftOut = 0 } = missing;
    if ((problems?.total ?? 0) === 0 && leftOut === 0) return nothing;
    if (this.dialog) return this.dialog.renderButton(missing);
    const localize = localizeOf(this.host);
    if (this.failure)
      return html`<button
        type="button"
        part="problems"
        title=${localize.term('whichNotShown', this.failure.message)}
        @click=${() => this.show()}
      >
        ${localize.term('someMissing')}
      </button>`;
    void this.load();
    return nothing;
  }

  renderDialog(): TemplateResult | typeof nothing {
    return this.made?.renderDialog() ?? nothing;
  }

  show(): void {
    void this.load().then(() => this.dialog?.show());
  }

  private get dialog(): ProblemsDialog | undefined {
    if (downloaded) this.made ??= new downloaded(this.host, this.state);
    return this.made;
  }

  private load(): Promise<void> {
    return (this.loading ??= this.download());
  }

  private async download(): Promise<void> {
    try {
      downloaded = (await import('./problems-dialog.js')).ProblemsDialog;
    } catch (error) {
      this.failure = error as Error;
      this.loading = undefined;
    }
    this.host.requestUpdate();
  }
}
