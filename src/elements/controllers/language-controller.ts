import { LocalizeController } from '@shoelace-style/localize';
import type { LitElement } from 'lit';

import { downloadMessages, provideEnglish } from '../../messages/catalogues.js';
import type { Messages } from '../../messages/messages.js';
import { ancestorsOf, directionOf, languageIn, nearestLang } from '../../messages/nearest-language.js';
import { setDirection } from '../../render/shared/direction-styles.js';

/**
 * R31: has an element drawn anew, in another direction too where that is another, when the language that is nearest to it changes or its
 * texts have come. The language of an unknown `lang`, and of one whose texts are on their way, is English.
 */
export class LanguageController extends LocalizeController {
  private observer?: MutationObserver;

  /** @param english what the element says in English beyond what every page does */
  constructor(
    override readonly host: LitElement,
    english?: Partial<Messages>,
  ) {
    super(host);
    if (english) provideEnglish(english);
  }

  override hostConnected(): void {
    super.hostConnected();
    this.observer = new MutationObserver(() => this.follow());
    for (const at of ancestorsOf(this.host))
      this.observer.observe(at, { attributes: true, attributeFilter: ['lang', 'dir'] });
    this.follow();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.observer?.disconnect();
  }

  hostUpdate(): void {
    setDirection(this.host.renderRoot as ShadowRoot, directionOf(this.host));
  }

  private follow(): void {
    const asked = languageIn(nearestLang(this.host));
    if (asked) void downloadMessages(asked.language);
    this.host.requestUpdate();
  }
}
