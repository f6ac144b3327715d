import { isArrow, nearestTowards, outermost } from './marker-neighbour.js';
import type { PlacedMarker } from './placed-marker.js';

/** The markers that the keyboard goes through. */
interface FocusedMarkers {
  /** Holds their buttons. */
  readonly element: HTMLElement;
  /** Those in view. */
  inView(): PlacedMarker[];
  /** The one whose button holds a node. */
  holding(node: Node): PlacedMarker | undefined;
}

/**
 * The markers of a map as one stop of the Tab key. Arrow keys lead to the nearest marker that way, and move the map where there is none; Home
 * and End to the westernmost and the easternmost; Escape to the map itself, from which Enter leads back.
 */
export class MarkerFocus {
  /** The marker that Tab reaches. */
  private stop?: PlacedMarker;
  private map?: HTMLElement;

  constructor(private readonly markers: FocusedMarkers) {
    const { element } = markers;
    element.addEventListener('focusin', ({ target }) => this.stopAt(markers.holding(target as Node)));
    element.addEventListener('keydown', event => this.onKeydown(event));
  }

  /** @param map takes the focus where no marker can */
  leadTo(map: HTMLElement): void {
    this.map = map;
    map.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || !this.stop) return;
      event.preventDefault();
      this.focus();
    });
    this.settle();
  }

  /** Goes to the marker that Tab reaches; to the map itself where there is none. */
  focus(options?: FocusOptions): void {
    (this.stop?.button?.element ?? this.map)?.focus(options);
  }

  /** Has Tab reach another marker where the one that it reached is no more: that with the most trouble, else the first. */
  settle(): void {
    if (this.stop?.button) return;
    let worst: PlacedMarker | undefined;
    for (const each of this.markers.inView()) {
      if (each.button && (!worst || each.marker.trouble > worst.marker.trouble)) worst = each;
    }
    this.stopAt(worst);
    if (this.map) this.map.tabIndex = worst ? -1 : 0;
  }

  private stopAt(stop: PlacedMarker | undefined): void {
    if (this.stop?.button) this.stop.button.element.tabIndex = -1;
    this.stop = stop;
    if (stop?.button) stop.button.element.tabIndex = 0;
  }

  private onKeydown(event: KeyboardEvent): void {
    const { key, target } = event;
    const from = this.markers.holding(target as Node);
    if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // It goes on: what is expanded to the window shrinks again.
    if (key === 'Escape') this.map?.focus();
    const to = this.leadFrom(from, key)?.button?.element;
    // An arrow key that leads nowhere moves the map.
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  }

  private leadFrom(from: PlacedMarker, key: string): PlacedMarker | undefined {
    const others = this.markers.inView().filter(({ button }) => button);
    return isArrow(key) ? nearestTowards(key, from, others) : outermost(key, others);
  }
}
