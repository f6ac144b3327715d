import type { LitElement, ReactiveController } from 'lit';

/** Milliseconds that the mouse stays on a target before it counts: one that only passes by shows nothing. */
const ENTER_TIME = 120;

/** Milliseconds in which the mouse may go from a target to what is shown beside it. */
const LEAVE_TIME = 200;

/** What is shown of a pointed target, and the mouse may go to (WCAG 1.4.13). */
const SHOWN = '[part="tooltip"]';

/**
 * Which of an element's targets a reader points at: it is under the mouse, or has the focus by keyboard. A touch points at nothing. Escape
 * dismisses it, and so does a press, until the reader leaves it.
 */
export class PointedTarget implements ReactiveController {
  /** The target that was told of. */
  private told?: Element;
  /** The target under the mouse or the focus. */
  private candidate?: Element;
  private isByFocus = false;
  private isDismissed = false;
  private timer?: ReturnType<typeof setTimeout>;
  private listening?: AbortController;

  /**
   * @param targets selects the targets in the element's shadow root
   * @param onPoint called with the target when it is another, and with undefined when it is left or dismissed
   * @param isHeld whether nothing is to be pointed at now; asked again after a while
   */
  constructor(
    private readonly host: LitElement,
    private readonly targets: string,
    private readonly onPoint: (target: Element | undefined) => void,
    private readonly isHeld: () => boolean = () => false,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const root = this.host.renderRoot;
    const dismiss = () => this.dismiss();
    root.addEventListener('pointerover', event => this.onPointerOver(event as PointerEvent), { signal });
    this.host.addEventListener('pointerleave', () => this.leave(false), { signal });
    root.addEventListener('focusin', ({ target }) => this.onFocus(target as Element), { signal });
    root.addEventListener('focusout', () => this.leave(true), { signal });
    root.addEventListener('pointerdown', dismiss, { signal });
    root.addEventListener('click', dismiss, { signal });
  }

  hostDisconnected(): void {
    this.listening?.abort();
    this.forget();
  }

  hostUpdated(): void {
    if (this.candidate && !this.candidate.isConnected) this.forget();
  }

  /** Tells of nothing for now: what is pointed at moves. */
  rest(): void {
    if (!this.candidate || this.isDismissed) return;
    this.tell(undefined);
    this.wait();
  }

  private onPointerOver({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return;
    const element = target as Element;
    if (element.closest(SHOWN)) this.stay();
    else this.enter(element.closest(this.targets), false);
  }

  private onFocus(element: Element): void {
    if (element.matches(':focus-visible')) this.enter(element.closest(this.targets), true);
  }

  private enter(target: Element | null, isByFocus: boolean): void {
    if (!target) this.leave(isByFocus);
    else if (target === this.candidate) this.stay();
    else {
      this.candidate = target;
      this.isByFocus = isByFocus;
      this.isDismissed = false;
      this.listen();
      // From one target to the next there is nothing to wait for.
      if (this.told && !this.isHeld()) this.settle();
      else this.wait();
    }
  }

  /** The mouse is back before it had left. */
  private stay(): void {
    if (this.told) clearTimeout(this.timer);
  }

  private leave(isByFocus: boolean): void {
    if (!this.candidate || isByFocus !== this.isByFocus) return;
    if (!this.told || isByFocus) this.forget();
    else this.after(LEAVE_TIME, () => this.forget());
  }

  private wait(): void {
    this.after(ENTER_TIME, () => {
      if (this.isHeld()) this.wait();
      else this.settle();
    });
  }

  private settle(): void {
    clearTimeout(this.timer);
    if (this.candidate?.isConnected) this.tell(this.candidate);
    else this.forget();
  }

  private dismiss(): void {
    clearTimeout(this.timer);
    this.isDismissed = true;
    this.tell(undefined);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.unlisten();
    this.candidate = undefined;
    this.tell(undefined);
  }

  private after(time: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, time);
  }

  private tell(target: Element | undefined): void {
    if (target === this.told) return;
    this.told = target;
    this.onPoint(target);
  }

  /** While anything is pointed at, told of or not yet. */
  private listen(): void {
    const { ownerDocument } = this.host;
    const options = { capture: true, signal: this.listening?.signal };
    ownerDocument.addEventListener('keydown', this.onKeydown, options);
    ownerDocument.addEventListener('focusin', this.onFocusAnywhere, options);
  }

  private unlisten(): void {
    const { ownerDocument } = this.host;
    ownerDocument.removeEventListener('keydown', this.onKeydown, { capture: true });
    ownerDocument.removeEventListener('focusin', this.onFocusAnywhere, { capture: true });
  }

  /** What opens takes the focus, such as a dialog, below which the mouse may still lie on the target. */
  private readonly onFocusAnywhere = (event: FocusEvent) => {
    if (!event.composedPath().includes(this.candidate!)) this.dismiss();
  };

  /** Wherever the focus is: it stays there. */
  private readonly onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // One Escape closes one thing.
    if (this.host.renderRoot.querySelector(SHOWN)) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.dismiss();
  };
}
