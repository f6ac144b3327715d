import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isGroup } from '../model/answers.js';
import type { MapItem } from '../model/answers.js';
import { donutAngles } from './donut.js';
import type { Extent } from './map-anchor.js';
import { extentOf, formatCount, markerTemplate, PIN, visibleMarkers } from './map-marker.js';
import type { MarkerLook } from './map-marker.js';
import { nearestCopy, toMercator } from './map-projection.js';
import type { MercatorPoint, Projection } from './map-projection.js';
import { MarkerCanvas, onPixel } from './marker-canvas.js';
import type { Box, DrawnMarker } from './marker-canvas.js';

/** How markers look and read, and what happens when one is clicked or activated from the keyboard. */
export interface MarkerLayerOptions extends MarkerLook {
  onSelect(item: MapItem, marker: HTMLElement): void;
}

/** A marker in the document. */
interface Placed extends DrawnMarker, MercatorPoint {
  /** Of the marker's size, around its button. */
  element: HTMLElement;
  /** Which copy of the world it stands in. */
  copy: number;
}

const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

/** Pixels that the layer may be moved by before rounding would show. */
const FARTHEST_SHIFT = 100_000;

/** How near a vanished group must have been, in pixels, for a marker to come out of it. */
const OPENING_REACH = 200;

function nearestTo(point: MercatorPoint, among: Iterable<Placed>): { placed?: Placed; distance: number } {
  let nearest: { placed?: Placed; distance: number } = { distance: Infinity };
  for (const placed of among) {
    const distance = Math.hypot(placed.x - point.x, placed.y - point.y);
    if (distance < nearest.distance) nearest = { placed, distance };
  }
  return nearest;
}

function buttonOf({ element }: Placed): HTMLElement {
  return element.firstElementChild as HTMLElement;
}

/**
 * R15, R16: a map's groups and pins over its canvas, from west to east: drawn in a canvas of their own, used by a button
 * each. A pan moves one element, an answer touches only what it changes; focus stays.
 */
export class MarkerLayer {
  readonly #layer = document.createElement('div');
  readonly #origin = document.createElement('div');
  readonly #buttons = document.createElement('div');
  readonly #options: MarkerLayerOptions;
  readonly #drawing: MarkerCanvas;
  readonly #reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  #placed = new Map<string, Placed>();
  #projection: Projection | undefined;
  /** Where on the Mercator square, and at what size of it, markers are placed from. */
  #reference: Projection | undefined;
  #frame = 0;

  /** @param parent positioned as the map; its events bubble to whatever moves the map */
  constructor(parent: HTMLElement, options: MarkerLayerOptions) {
    this.#options = options;
    this.#layer.className = 'markers';
    this.#origin.className = 'marker-origin';
    this.#drawing = new MarkerCanvas(this.#origin, options, () => this.#draw());
    this.#origin.append(this.#buttons);
    this.#layer.append(this.#origin);
    this.#layer.addEventListener('click', this.#onClick);
    this.#layer.addEventListener('dblclick', event => event.stopPropagation());
    parent.append(this.#layer);
  }

  /** Draws these items, and no others, without the statuses that the legend hides (R21). */
  setItems(items: readonly MapItem[], hidden = NOTHING_HIDDEN): void {
    const markers = visibleMarkers(items, this.#options.statuses, hidden);
    const before = this.#placed;
    const focused = this.#focused();
    render(
      html`${repeat(
        markers,
        ({ key }) => key,
        marker => markerTemplate(marker, this.#options),
      )}`,
      this.#buttons,
    );
    const elements = this.#buttons.children;
    this.#placed = new Map(
      markers.map((marker, index) => {
        const point = toMercator(marker.item.longitude, marker.item.latitude);
        const element = elements[index] as HTMLElement;
        const old = before.get(marker.key);
        const isSame = old?.content === marker.content;
        const slices = isSame ? old.slices : donutAngles(marker.values);
        const number = isSame ? old.number : formatCount(marker.count);
        return [marker.key, { ...marker, ...point, slices, number, element, copy: NaN, left: 0, top: 0 }];
      }),
    );
    if (this.#projection && this.#placeChanged(before)) {
      this.#openFrom(before);
      this.#draw();
    }
    if (focused) this.#keepFocus(focused);
  }

  /** Follows the map. Cheap where nothing moved; a pan moves the layer as a whole. */
  project(projection: Projection): void {
    this.#projection = projection;
    const reference = this.#reference;
    const shiftX = reference ? (reference.x - projection.x) * projection.worldSize : Infinity;
    const shiftY = reference ? (reference.y - projection.y) * projection.worldSize : Infinity;
    const isAnew =
      reference?.worldSize !== projection.worldSize ||
      Math.abs(shiftX) > FARTHEST_SHIFT ||
      Math.abs(shiftY) > FARTHEST_SHIFT;
    if (isAnew) this.#reference = projection;
    let hasMoved = isAnew;
    for (const placed of this.#placed.values()) {
      if (!isAnew && placed.copy === nearestCopy(placed.x, projection.x)) continue;
      this.#place(placed);
      hasMoved = true;
    }
    this.#shift();
    if (hasMoved || !this.#drawing.covers(this.#seen)) this.#draw();
  }

  /** How far the marker at a position reaches from it, in pixels; nothing where there is none. */
  extentAt(longitude: number, latitude: number): Extent {
    for (const placed of this.#placed.values()) {
      if (placed.item.longitude === longitude && placed.item.latitude === latitude) return extentOf(placed);
    }
    return { above: 0, below: 0 };
  }

  /** Takes the layer out of the document. */
  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#layer.remove();
    this.#placed.clear();
  }

  readonly #onClick = (event: MouseEvent): void => {
    // The second click of a double click would hit whatever the first one brought up.
    if (event.detail > 1) return;
    for (const placed of this.#placed.values()) {
      if (!placed.element.contains(event.target as Node)) continue;
      this.#options.onSelect(placed.item, buttonOf(placed));
      return;
    }
  };

  /** What the map shows, in pixels from the layer's origin. */
  get #seen(): Box {
    const { x, y, worldSize, width, height } = this.#projection!;
    const reference = this.#reference!;
    return {
      left: (x - reference.x) * worldSize - width / 2,
      top: (y - reference.y) * worldSize - height / 2,
      width,
      height,
    };
  }

  #shift(): void {
    const { left, top } = this.#seen;
    const translate = `${onPixel(-left)}px ${onPixel(-top)}px`;
    if (this.#origin.style.translate !== translate) this.#origin.style.translate = translate;
  }

  #draw(): void {
    if (!this.#projection) return;
    cancelAnimationFrame(this.#frame);
    const isComing = this.#drawing.draw(this.#placed.values(), this.#seen, performance.now());
    if (isComing) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #place(placed: Placed): void {
    const { x, y, worldSize } = this.#reference!;
    const { above, below } = extentOf(placed);
    const { style } = placed.element;
    placed.copy = nearestCopy(placed.x, this.#projection!.x);
    placed.left = (placed.x + placed.copy - x) * worldSize;
    placed.top = (placed.y - y) * worldSize;
    const across = isGroup(placed.item) ? above : PIN.head;
    style.left = `${(placed.left - across).toFixed(2)}px`;
    style.top = `${(placed.top - above).toFixed(2)}px`;
    style.width = `${2 * across}px`;
    style.height = `${above + below}px`;
  }

  /** Returns whether anything is to be drawn anew. */
  #placeChanged(before: ReadonlyMap<string, Placed>): boolean {
    let isChanged = before.size !== this.#placed.size;
    for (const placed of this.#placed.values()) {
      const old = before.get(placed.key);
      placed.opening = old?.opening;
      if (old?.x === placed.x && old.y === placed.y && old.count === placed.count) {
        placed.copy = old.copy;
        placed.left = old.left;
        placed.top = old.top;
        if (old.content !== placed.content) isChanged = true;
      } else {
        this.#place(placed);
        isChanged = true;
      }
    }
    return isChanged;
  }

  /** New markers come out of the group that held them, where it is near; the others grow in place. */
  #openFrom(before: ReadonlyMap<string, Placed>): void {
    if (this.#reducedMotion.matches) return;
    const vanished = [...before.values()].filter(({ key, item }) => isGroup(item) && !this.#placed.has(key));
    const since = performance.now();
    for (const placed of this.#placed.values()) {
      if (before.has(placed.key)) continue;
      const { placed: group, distance } = nearestTo(placed, vanished);
      const opens = group && distance * this.#reference!.worldSize < OPENING_REACH;
      placed.opening = {
        across: opens ? group.left - placed.left : 0,
        down: opens ? group.top - placed.top : 0,
        since,
      };
    }
  }

  #focused(): Placed | undefined {
    const active = (this.#layer.getRootNode() as Document | ShadowRoot).activeElement;
    if (!this.#origin.contains(active)) return undefined;
    return [...this.#placed.values()].find(placed => buttonOf(placed) === active);
  }

  /** Whoever uses the keyboard goes on from where they were: the same marker, or the one nearest to it. */
  #keepFocus(focused: Placed): void {
    const successor = this.#placed.get(focused.key) ?? nearestTo(focused, this.#placed.values()).placed;
    if (successor && this.#focused() !== successor) buttonOf(successor).focus({ preventScroll: true });
  }
}
