import type { LitElement } from 'lit';

import { provideEnglish } from '../../messages/catalogues.js';
import type { Messages } from '../../messages/messages.js';
import { directionOf } from '../../messages/nearest-language.js';
import { setDirection } from '../../render/shared/direction-styles.js';
import { TextsController } from './texts-controller.js';

/** R31: has an element speak the language that is nearest to it, and run in its direction. */
export class LanguageController extends TextsController {
  /** @param english what the element says in English beyond what every page does */
  constructor(host: LitElement, english?: Partial<Messages>) {
    super(host);
    if (english) provideEnglish(english);
  }

  hostUpdate(): void {
    setDirection(this.host.renderRoot as ShadowRoot, directionOf(this.host));
  }
}
