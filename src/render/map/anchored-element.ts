import { toMercator } from '../../model/mercator.js';
import type { Cover } from './covers.js';
import type { Reach } from './marker-size.js';
import { highestBeside, placeBeside } from './place-beside.js';
import type { Placement } from './place-beside.js';
import { toScreen } from './projection.js';
import type { Projection } from './projection.js';

type Coordinates = [longitude: number, latitude: number];

/** The map that an element stands on. */
interface AnchoringMap {
  /** What it shows now. */
  projection(): Projection;
  /** How far the marker at a position reaches from it. */
  reachAt(...at: Coordinates): Reach;
  /** Moves what it shows by so many pixels. */
  shift(by: { x: number; y: number }): void;
  /** The element stands elsewhere, or has another size, or is gone. */
  onPlaced(): void;
}

/** Keeps an element, for example a popup, beside a position of a map, and inside the map; a pointer leads from it to there. */
export class AnchoredElement {
  readonly pointer = document.createElement('div');
  /** What it covers of the map; undefined where it is not shown. */
  cover?: Cover;
  private anchored?: { element: HTMLElement; at: Coordinates };
  private readonly resized = new ResizeObserver(() => {
    this.makeRoom();
    this.map.onPlaced();
  });

  constructor(private readonly map: AnchoringMap) {
    this.pointer.className = 'map-pointer';
    this.pointer.hidden = true;
  }

  /** @param at longitude and latitude in degrees; undefined lets go of the element */
  anchor(element: HTMLElement, at: Coordinates | undefined): void {
    this.release();
    if (!at) {
      this.map.onPlaced();
      return;
    }
    this.anchored = { element, at };
    element.classList.add('map-anchored');
    this.makeRoom();
    this.resized.observe(element);
  }

  release(): void {
    this.resized.disconnect();
    this.anchored = undefined;
    this.cover = undefined;
    this.pointer.hidden = true;
  }

  /** Puts the element where it belongs now. */
  place(): Placement | undefined {
    if (!this.anchored) return undefined;
    const { element, at } = this.anchored;
    const { pointer } = this;
    const projection = this.map.projection();
    const reach = this.map.reachAt(...at);
    const maxHeight = `${highestBeside(reach, element.offsetWidth, projection)}px`;
    if (element.style.maxHeight !== maxHeight) element.style.maxHeight = maxHeight;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const placement = placeBeside(toScreen(toMercator(...at), projection), reach, size, projection);
    const { left, top, side, tip, shift } = placement;
    const isShown = size.height > 0;
    this.cover = isShown ? { left, top, right: left + size.width, bottom: top + size.height } : undefined;
    element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
    element.dataset.side = side;
    pointer.style.translate = `${Math.round(tip.x)}px ${Math.round(tip.y)}px`;
    pointer.dataset.side = side;
    // It would point beside its marker.
    pointer.hidden = !isShown || Math.hypot(shift.x, shift.y) > 1;
    return placement;
  }

  /** Has the map move where the element cannot stand beside its position; not to one that is out of view. */
  makeRoom(): void {
    const placement = this.place();
    if (!placement || !this.pointer.hidden || !this.isInView()) return;
    const { shift } = placement;
    if (Number.isFinite(shift.x) && Number.isFinite(shift.y)) this.map.shift(shift);
  }

  private isInView(): boolean {
    const { element, at } = this.anchored!;
    const projection = this.map.projection();
    const { x, y } = toScreen(toMercator(...at), projection);
    const isOnMap = x >= 0 && y >= 0 && x <= projection.width && y <= projection.height;
    return isOnMap && element.offsetHeight > 0;
  }
}
