/** The root font size that lengths are meant for, in pixels. */
const USUAL = 16;

/** Follows the unit of base-styles.ts, by the root font size and the box around it, by observing a hidden element of that width. */
export class RootFontSize {
  readonly element = document.createElement('i');
  /** How much larger it is than usual. */
  scale = 1;
  private readonly observer: ResizeObserver;
  private readonly listeners: (() => void)[] = [];

  constructor() {
    this.element.style.cssText = 'position: absolute; width: var(--_unit, 1rem); visibility: hidden';
    this.observer = new ResizeObserver(([entry]) => {
      const { width } = entry!.contentRect;
      // Where nothing is shown, it has no width.
      if (width === 0 || width === USUAL * this.scale) return;
      this.scale = width / USUAL;
      for (const listener of this.listeners) listener();
    });
    this.observer.observe(this.element);
  }

  /** Has a function called after each change. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  stop(): void {
    this.observer.disconnect();
  }
}
