import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import { icon } from '../../render/shared/icons.js';
import { namedOf } from '../../render/shared/named.js';
import type { SaveMenu } from './save-menu.js';

/** The button that saves or copies what a panel shows: only a page where that is asked for downloads how. */
export class SaveController {
  private menu?: SaveMenu;
  /** What came of it; empty where nothing is to be said. */
  private told = '';

  /** @param isOfSection whether what the panel's heading names is a section of an overview, of which its view is a part */
  constructor(
    private readonly host: LitElement & { heading: string },
    private readonly isOfSection: () => boolean,
  ) {}

  render(): TemplateResult {
    const { menu, told } = this;
    const localize = localizeOf(this.host);
    return html`<div class="save" @keydown=${menu} @focusout=${this.onLeave}>
      <button
        type="button"
        class="icon-button"
        part="save"
        aria-haspopup="menu"
        aria-expanded=${menu?.isOpen ?? false}
        aria-label=${namedOf(localize, 'save', this.host.heading)}
        title=${localize.term('save')}
        @click=${this.open}
      >
        ${icon('download')}
      </button>
      ${menu?.render() ?? nothing}
      <p class=${told ? 'tooltip' : 'visually-hidden'} role="status">${told}</p>
    </div>`;
  }

  private readonly tell = (text: string) => {
    this.told = text;
    this.host.requestUpdate();
  };

  private readonly open = async () => {
    this.tell('');
    try {
      const { SaveMenu } = await import('./save-menu.js');
      this.menu ??= new SaveMenu(this.host, this.isOfSection, this.tell);
      this.menu.toggle();
    } catch {
      this.tell(localizeOf(this.host).term('couldNotBeLoaded'));
    }
  };

  private readonly onLeave = (event: FocusEvent) => {
    if ((event.currentTarget as Element).contains(event.relatedTarget as Node | null)) return;
    this.menu?.close();
    this.tell('');
  };
}
