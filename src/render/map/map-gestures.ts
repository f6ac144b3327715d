import type { MapLibreMap } from 'maplibre-gl';
import { isInScrolledPage } from './page-scroll.js';

/**
 * Which gestures a map takes: with `auto` it leaves the wheel and one finger to the page where that scrolls, with `greedy` it takes them all.
 */
export type Gestures = 'auto' | 'greedy';

/** Milliseconds after a hint in which MapLibre has hidden it: it does not expect that the hint goes before. */
const HINT_TIME = 150;

/** Has a map leave the wheel and one finger to the page while that scrolls. */
export class MapGestures {
  private readonly listening = new AbortController();
  /** The map's box and the page's: full screen changes the one, what a host adds the other. */
  private readonly resized = new ResizeObserver(() => this.look());
  private hintedAt = -Infinity;

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
    this.hintedAt = performance.now();
    // MapLibre takes its hint away after 100 ms: where a frame takes longer, it would never be seen.
    queueMicrotask(() => getComputedStyle(this.container.querySelector('.maplibregl-show')!).opacity);
  }

  private look(): void {
    if (this.listening.signal.aborted) return;
    const { cooperativeGestures } = this.map;
    const isCooperative = this.gestures !== 'greedy' && isInScrolledPage(this.container);
    if (isCooperative === cooperativeGestures.isEnabled()) return;
    if (isCooperative) cooperativeGestures.enable();
    else if (performance.now() - this.hintedAt > HINT_TIME) cooperativeGestures.disable();
    else setTimeout(() => this.look(), HINT_TIME);
  }
}
