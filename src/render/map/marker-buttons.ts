import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { extentOf, markerTemplate } from './marker.js';
import type { Marker, MarkerLook } from './marker.js';
import type { MercatorPoint, Projection } from './projection.js';
import { onPixel } from '../shared/pixel-ratio.js';

/** A marker, where it stands, and what is there of it in the document. */
export interface Standing extends Marker, MercatorPoint {
  /** Which copy of the world it stands in; none before it is placed. */
  copy: number;
  /** Of the marker's size, around its button; only one in view has any. */
  element?: HTMLElement | undefined;
  /** What the button was placed from. */
  placedFrom?: Projection | undefined;
}

/** Pixels from a reference that places may be before rounding would show. */
export const FARTHEST_SHIFT = 100_000;

/** The top left corner of a marker, in pixels from a reference. */
export function cornerOf(marker: Standing, { x, y, worldSize }: Projection): { left: number; top: number } {
  const { above, aside } = extentOf(marker);
  return {
    left: onPixel((marker.x + marker.copy - x) * worldSize - aside),
    top: onPixel((marker.y - y) * worldSize - above),
  };
}

/** The buttons of a map's markers. They follow a zoom as a whole, and take on their own places when it ends. */
export class MarkerButtons {
  readonly element = document.createElement('div');
  readonly #look: MarkerLook;
  /** Where on the Mercator square, and at what size of it, buttons are placed from. */
  #settled: Projection | undefined;

  constructor(look: MarkerLook) {
    this.#look = look;
    this.element.className = 'marker-buttons';
  }

  /** Gives these markers their buttons, and no others; each stays itself as long as its marker's key does. */
  render(markers: readonly Standing[]): void {
    render(
      html`${repeat(
        markers,
        ({ key }) => key,
        marker => markerTemplate(marker, this.#look),
      )}`,
      this.element,
    );
    markers.forEach((marker, index) => {
      marker.element = this.element.children[index] as HTMLElement;
      this.#place(marker);
    });
  }

  #place(marker: Standing): void {
    if (!this.#settled || marker.placedFrom === this.#settled) return;
    marker.placedFrom = this.#settled;
    const { above, below, aside } = extentOf(marker);
    const { left, top } = cornerOf(marker, this.#settled);
    const { style } = marker.element!;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${2 * aside}px`;
    style.height = `${above + below}px`;
  }

  /** Follows the map while it zooms, as far as that looks like zooming. Returns whether it does. */
  follow(reference: Projection): boolean {
    if (!this.#settled) return false;
    const { x, y, worldSize } = this.#settled;
    const across = (x - reference.x) * reference.worldSize;
    const down = (y - reference.y) * reference.worldSize;
    const scale = reference.worldSize / worldSize;
    if (Math.abs(Math.log2(scale)) > 1 || Math.hypot(across, down) > FARTHEST_SHIFT) return false;
    this.element.style.transform = `translate(${across}px, ${down}px) scale(${scale})`;
    return true;
  }

  /** What is rendered from now on is placed from here. */
  settle(reference: Projection): void {
    if (this.#settled === reference) return;
    this.#settled = reference;
    this.element.style.transform = 'none';
  }

  /** The button that has the focus. */
  get focused(): Element | undefined {
    const { activeElement } = this.element.getRootNode() as Document | ShadowRoot;
    return this.element.contains(activeElement) ? activeElement! : undefined;
  }
}
