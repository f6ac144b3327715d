import { adoptStyles, isServer } from 'lit';
import type { LitElement } from 'lit';

/** Elements that a server has rendered and that Lit hydrates, until it has. */
const served = new WeakSet<Element>();

/** Whether Lit's hydration was loaded before LitElement (`@lit-labs/ssr-client/lit-element-hydrate-support.js`). */
function isHydrated(host: LitElement): boolean {
  return (host.constructor as typeof LitElement).observedAttributes.includes('defer-hydration');
}

/**
 * Whether an element is to render what a server does of it, which knows neither its data nor the page around it: on a server, and at first
 * where Lit hydrates what came from one.
 */
export function isServed(element: Element): boolean {
  return isServer || served.has(element);
}

/**
 * Takes over what a server has rendered of an element: has it render the same once, where Lit hydrates it; else the element begins anew, before
 * anything is painted. For its constructor.
 */
export function followServed(host: LitElement): void {
  // Before Lit makes one, only an element of a server has a shadow root.
  if (isServer || !host.shadowRoot || served.has(host)) return;
  if (!isHydrated(host)) {
    host.shadowRoot.replaceChildren();
    return;
  }
  served.add(host);
  host.addController({
    // Style elements come before all sheets, and a policy may forbid them.
    hostConnected() {
      if (!served.has(host)) return;
      const { renderRoot, constructor } = host;
      for (const child of [...renderRoot.children]) if (child.localName === 'style') child.remove();
      adoptStyles(renderRoot as ShadowRoot, (constructor as typeof LitElement).elementStyles);
    },
    hostUpdated() {
      if (served.delete(host)) host.requestUpdate();
    },
  });
}
