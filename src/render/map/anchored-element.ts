import { placeBeside } from './place-beside.js';
import type { Extent } from './place-beside.js';
import { toMercator } from '../../model/mercator.js';
import { toScreen } from './projection.js';
import type { Projection } from './projection.js';

type Coordinates = [longitude: number, latitude: number];

/** Keeps an element, for example a popup, beside a position of a map, and inside the map. */
export class AnchoredElement {
  private anchored?: { element: HTMLElement; at: Coordinates };
  private readonly resized = new ResizeObserver(() => this.place());

  /**
   * @param projection what the map shows now
   * @param extentAt how far the marker at a position reaches from it
   */
  constructor(
    private readonly projection: () => Projection,
    private readonly extentAt: (...at: Coordinates) => Extent,
  ) {}

  /** @param at longitude and latitude in degrees; undefined lets go of the element */
  anchor(element: HTMLElement, at: Coordinates | undefined): void {
    this.release();
    if (!at) return;
    this.anchored = { element, at };
    element.classList.add('map-anchored');
    this.place();
    this.resized.observe(element);
  }

  release(): void {
    this.resized.disconnect();
    this.anchored = undefined;
  }

  /** Puts the element where it belongs now. */
  place(): void {
    if (!this.anchored) return;
    const { element, at } = this.anchored;
    const projection = this.projection();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const position = toScreen(toMercator(...at), projection);
    const { left, top, side } = placeBeside(position, this.extentAt(...at), size, projection);
    element.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
    element.dataset.side = side;
  }
}
