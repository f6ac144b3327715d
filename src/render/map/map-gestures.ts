import type { MapLibreMap } from 'maplibre-gl';
import type { Gestures } from './gestures.js';
import { isInScrolledPage } from './page-scroll.js';

/** Milliseconds after which MapLibre takes a hint away. It does not expect that its gestures are switched off before. */
const HINT_TIME = 100;

/** Has a map leave the wheel and one finger to the page while that scrolls. */
export class MapGestures {
  private readonly listening = new AbortController();
  /** The map's box and the page's: full screen changes the one, what a host adds the other. */
  private readonly resized = new ResizeObserver(() => this.look());
  /** How many hints MapLibre has yet to take away: a time-out each, which may be late. */
  private hints = 0;

  constructor(
    private readonly container: HTMLElement,
    private readonly map: MapLibreMap,
    private gestures: Gestures = 'auto',
  ) {
    const look = () => this.look();
    const { signal } = this.listening;
    container.addEventListener('pointerenter', look, { signal });
    container.addEventListener('touchstart', look, { signal, capture: true, passive: true });
    map.on('cooperativegestureprevented', () => this.onHint());
    this.resized.observe(container);
    this.resized.observe(container.ownerDocument.documentElement);
    this.look();
  }

  set(gestures: Gestures): void {
    if (gestures === this.gestures) return;
    this.gestures = gestures;
    this.look();
  }

  /** Has its hint in the language that the map has now: MapLibre reads it when it is switched on. */
  renewHint(): void {
    const { cooperativeGestures } = this.map;
    if (!cooperativeGestures.isEnabled()) return;
    cooperativeGestures.disable();
    cooperativeGestures.enable();
  }

  stop(): void {
    this.listening.abort();
    this.resized.disconnect();
  }

  private onHint(): void {
    this.hints++;
    queueMicrotask(() => {
      // Where a frame takes longer than the hint is there, it would never be seen.
      getComputedStyle(this.container.querySelector('.maplibregl-show')!).opacity;
      // Set after MapLibre's own, so it fires after that.
      setTimeout(() => {
        this.hints--;
        this.look();
      }, HINT_TIME);
    });
  }

  private look(): void {
    if (this.listening.signal.aborted) return;
    const { cooperativeGestures } = this.map;
    const isCooperative = this.gestures !== 'greedy' && isInScrolledPage(this.container);
    if (isCooperative === cooperativeGestures.isEnabled()) return;
    if (isCooperative) cooperativeGestures.enable();
    else if (this.hints === 0) cooperativeGestures.disable();
  }
}
