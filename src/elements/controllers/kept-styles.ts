import { isServer } from 'lit';
import type { LitElement } from 'lit';

import { addStylesFirst } from '../../render/shared/root-styles.js';

/**
 * Has an element keep its styles where a page moves it into another document, such as that of a window of its own: a browser takes them all away then. For
 * its constructor.
 */
export function keepStyles(host: LitElement): void {
  if (isServer) return;
  host.addController({
    hostConnected() {
      addStylesFirst(host.renderRoot as ShadowRoot, (host.constructor as typeof LitElement).elementStyles);
    },
  });
}
