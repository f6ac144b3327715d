import { LocalizeController } from '@shoelace-style/localize';
import type { LitElement } from 'lit';

import { downloadMessages } from '../../messages/catalogues.js';
import {
  ancestorsOf,
  isMarked,
  languageIn,
  localizeOf,
  markLanguage,
  nearestLang,
} from '../../messages/nearest-language.js';

/**
 * R31: has an element drawn anew when the language that is nearest to it changes, or its texts have come. The language of an unknown `lang`, and of
 * one whose texts are on their way, is English.
 */
export class TextsController extends LocalizeController {
  private observer?: MutationObserver;

  constructor(override readonly host: LitElement) {
    super(host);
  }

  override hostConnected(): void {
    super.hostConnected();
    this.observer = new MutationObserver(records => {
      if (records.some(({ target }) => !isMarked(target as Element))) this.follow();
    });
    for (const at of ancestorsOf(this.host))
      this.observer.observe(at, { attributes: true, attributeFilter: ['lang', 'dir'] });
    this.follow();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.observer?.disconnect();
  }

  hostUpdated(): void {
    markLanguage(this.host.renderRoot, localizeOf(this.host).marks.texts);
  }

  private follow(): void {
    const asked = languageIn(nearestLang(this.host));
    if (asked) void downloadMessages(asked.language);
    this.host.requestUpdate();
  }
}
