import { isInScrolledPage } from './page-scroll.js';

/**
 * Which gestures a map takes: with `auto` it leaves the wheel and one finger to the page where that scrolls, with `greedy` it takes them all.
 */
export type Gestures = 'auto' | 'greedy';

/** MapLibre's switch for maps that leave gestures to the page. */
interface CooperativeGestures {
  enable(): void;
  disable(): void;
  isEnabled(): boolean;
}

/** Has a map leave the wheel and one finger to the page while that scrolls. */
export class MapGestures {
  private readonly listening = new AbortController();
  /** The map's box and the page's: full screen changes the one, what a host adds the other. */
  private readonly resized = new ResizeObserver(() => this.look());

  constructor(
    private readonly container: HTMLElement,
    private readonly cooperative: CooperativeGestures,
    private gestures: Gestures = 'auto',
  ) {
    const look = () => this.look();
    const { signal } = this.listening;
    container.addEventListener('pointerenter', look, { signal });
    container.addEventListener('touchstart', look, { signal, capture: true, passive: true });
    this.resized.observe(container);
    this.resized.observe(container.ownerDocument.documentElement);
    this.look();
  }

  set(gestures: Gestures): void {
    this.gestures = gestures;
    this.look();
  }

  stop(): void {
    this.listening.abort();
    this.resized.disconnect();
  }

  private look(): void {
    const isCooperative = this.gestures !== 'greedy' && isInScrolledPage(this.container);
    if (isCooperative === this.cooperative.isEnabled()) return;
    if (isCooperative) this.cooperative.enable();
    else this.cooperative.disable();
  }
}
