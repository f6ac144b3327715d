import { warnOnce } from '../provider/warn-once.js';
import { VERSION } from './version.js';

/** Where each copy of the library notes on an element's class which version it is of. */
const VERSION_OF = Symbol.for('ev-widgets.version');

type Versioned = CustomElementConstructor & { [VERSION_OF]?: string };

/**
 * Registers an element. A tag that is taken stays as it is: by another copy of the library, which is harmless, and told where it is of another version; or by
 * an element of the host's own, which is told.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag) as Versioned | undefined;
  if (!taken) {
    customElements.define(tag, Object.assign(element, { [VERSION_OF]: VERSION }));
    return;
  }
  const version = taken[VERSION_OF];
  if (version === undefined) {
    warnOnce(`<${tag}> is not registered, since the page has another element of that name.`);
  } else if (version !== VERSION) {
    warnOnce(
      `the page has version ${version} already, whose elements stay; those of version ${VERSION} are registered only where that one has registered none. Load one of them.`,
    );
  }
}
