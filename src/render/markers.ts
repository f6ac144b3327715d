import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isGroup } from '../model/answers.js';
import type { MapItem } from '../model/answers.js';
import type { Extent } from './map-anchor.js';
import { extentOf, markerTemplate, visibleMarkers } from './map-marker.js';
import type { Marker, MarkerLook } from './map-marker.js';
import { nearestCopy, toMercator, toScreen } from './map-projection.js';
import type { MercatorPoint, Projection } from './map-projection.js';

/** How markers look and read, and what happens when one is clicked or activated from the keyboard. */
export interface MarkerLayerOptions extends MarkerLook {
  onSelect(item: MapItem, marker: HTMLElement): void;
}

/** A marker in the document. */
interface Placed extends Marker, MercatorPoint {
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

const OPENING: KeyframeAnimationOptions = { duration: 200, easing: 'ease-out' };

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

/** On a whole pixel of the screen: what is drawn is sharp there only. */
function onPixel(length: number): number {
  return Math.round(length * devicePixelRatio) / devicePixelRatio;
}

/**
 * R15, R16: a map's groups and pins as buttons over its canvas, from west to east. A pan moves one element, a zoom each
 * marker, an answer only the markers that it changes; focus stays.
 */
export class MarkerLayer {
  readonly #layer = document.createElement('div');
  readonly #origin = document.createElement('div');
  readonly #options: MarkerLayerOptions;
  readonly #reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  #placed = new Map<string, Placed>();
  #projection: Projection | undefined;
  /** Where on the Mercator square, and at what size of it, markers are placed from. */
  #reference: Projection | undefined;

  /** @param parent positioned as the map; its events bubble to whatever moves the map */
  constructor(parent: HTMLElement, options: MarkerLayerOptions) {
    this.#options = options;
    this.#layer.className = 'markers';
    this.#origin.className = 'marker-origin';
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
      this.#origin,
    );
    const elements = this.#origin.children;
    this.#placed = new Map(
      markers.map((marker, index) => {
        const point = toMercator(marker.item.longitude, marker.item.latitude);
        return [marker.key, { ...marker, ...point, element: elements[index] as HTMLElement, copy: NaN }];
      }),
    );
    this.#placeChanged(before);
    this.#openFrom(
      [...before.values()].filter(({ key, item }) => isGroup(item) && !this.#placed.has(key)),
      before,
    );
    if (focused) this.#keepFocus(focused);
  }

  /** Follows the map. Cheap where nothing moved; a pan moves the layer as a whole. */
  project(projection: Projection): void {
    this.#projection = projection;
    const reference = this.#reference;
    const shiftX = reference ? (reference.x - projection.x) * projection.worldSize : Infinity;
    const shiftY = reference ? (reference.y - projection.y) * projection.worldSize : Infinity;
    if (
      reference?.worldSize !== projection.worldSize ||
      Math.abs(shiftX) > FARTHEST_SHIFT ||
      Math.abs(shiftY) > FARTHEST_SHIFT
    ) {
      this.#reference = projection;
      for (const placed of this.#placed.values()) this.#place(placed);
    } else {
      for (const placed of this.#placed.values()) {
        if (placed.copy !== nearestCopy(placed.x, projection.x)) this.#place(placed);
      }
    }
    this.#shift(projection);
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

  #shift(projection: Projection): void {
    const { x, y } = this.#reference!;
    const left = (x - projection.x) * projection.worldSize + projection.width / 2;
    const top = (y - projection.y) * projection.worldSize + projection.height / 2;
    const translate = `${onPixel(left)}px ${onPixel(top)}px`;
    if (this.#origin.style.translate !== translate) this.#origin.style.translate = translate;
  }

  #place(placed: Placed): void {
    const { x, y, worldSize } = this.#reference!;
    placed.copy = nearestCopy(placed.x, this.#projection!.x);
    const { above, below, aside } = extentOf(placed);
    const { style } = placed.element;
    style.left = `${onPixel((placed.x + placed.copy - x) * worldSize - aside)}px`;
    style.top = `${onPixel((placed.y - y) * worldSize - above)}px`;
    style.width = `${2 * aside}px`;
    style.height = `${above + below}px`;
  }

  #placeChanged(before: ReadonlyMap<string, Placed>): void {
    if (!this.#projection) return;
    for (const placed of this.#placed.values()) {
      const old = before.get(placed.key);
      if (old?.x === placed.x && old.y === placed.y && old.count === placed.count) placed.copy = old.copy;
      else this.#place(placed);
    }
  }

  /** New markers come out of the group that held them, where it is near; the others grow in place. */
  #openFrom(vanished: readonly Placed[], before: ReadonlyMap<string, Placed>): void {
    const projection = this.#projection;
    if (!projection || this.#reducedMotion.matches) return;
    for (const placed of this.#placed.values()) {
      if (before.has(placed.key)) continue;
      const { placed: group, distance } = nearestTo(placed, vanished);
      const [from, to] = [group ?? placed, placed].map(point => toScreen(point, projection)) as [
        MercatorPoint,
        MercatorPoint,
      ];
      const opens = distance * projection.worldSize < OPENING_REACH;
      const start = opens ? `translate(${from.x - to.x}px, ${from.y - to.y}px) ` : '';
      placed.element.animate({ transform: [`${start}scale(0.6)`, 'none'], opacity: [0, 1] }, OPENING);
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
