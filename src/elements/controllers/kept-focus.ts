import type { LitElement, ReactiveController } from 'lit';

/** An element, or a view that knows where in it the keyboard goes. */
interface Focusable {
  focus(): void;
}

function canKeep(element: Element): boolean {
  return (
    element.isConnected &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.matches(':disabled')
  );
}

/** Where what has the focus in an element goes, gives it to something near, so that whoever uses the keyboard goes on from there. */
export class KeptFocus implements ReactiveController {
  private held: Element | null = null;

  /** @param next takes the focus; asked after an update that took away what had it */
  constructor(
    private readonly host: LitElement,
    private readonly next: () => Focusable | null | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.held = this.focused;
  }

  hostUpdated(): void {
    const { held } = this;
    this.held = null;
    if (!held || canKeep(held)) return;
    // Unless it was given to something else meanwhile.
    const { activeElement, body } = this.host.ownerDocument;
    if (this.focused === held || activeElement === null || activeElement === body) this.next()?.focus();
  }

  private get focused(): Element | null {
    return (this.host.renderRoot as ShadowRoot).activeElement;
  }
}
