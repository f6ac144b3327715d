/** Registers an element; a tag that is taken already, by another copy of the library perhaps, stays as it is. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
