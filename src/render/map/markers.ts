import { isGroup } from '../../model/questions.js';
import type { MapItem } from '../../model/questions.js';
import type { Extent } from './map-anchor.js';
import { extentOf, ringOf, visibleMarkers } from './marker.js';
import type { Marker, MarkerLook } from './marker.js';
import { nearestCopy, toMercator, toScreen } from './projection.js';
import type { MercatorPoint, Projection } from './projection.js';
import { cornerOf, FARTHEST_SHIFT, MarkerButtons } from './marker-buttons.js';
import type { Standing } from './marker-buttons.js';
import { MarkerRings } from './marker-rings.js';
import type { MarkerRing } from './marker-rings.js';
import { onPixel, onPixelRatioChange } from '../shared/pixel-ratio.js';
import type { Box } from './ring-canvas.js';

/** How markers look and read, and what happens when one is clicked or activated from the keyboard. */
export interface MarkerLayerOptions extends MarkerLook {
  onSelect(item: MapItem, marker: HTMLElement): void;
}

interface Placed extends Standing {
  ring: MarkerRing;
}

const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

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

function buttonOf({ element }: Placed): HTMLElement | undefined {
  return element?.firstElementChild as HTMLElement | undefined;
}

/**
 * R15, R16: a map's groups and pins over its canvas, from west to east: buttons with their numbers, and below them one
 * drawing of all their rings and what is written in them. A pan or a zoom moves one element; an answer touches only the
 * buttons that it changes; focus stays.
 */
export class MarkerLayer {
  readonly #layer = document.createElement('div');
  readonly #origin = document.createElement('div');
  readonly #buttons: MarkerButtons;
  readonly #rings: MarkerRings;
  readonly #options: MarkerLayerOptions;
  readonly #reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  #placed = new Map<string, Placed>();
  readonly #stopPixelRatio = onPixelRatioChange(() => this.#placeAnew());
  /** Under the mouse. */
  #hovered: Element | undefined;
  /** The one under the mouse, or else with the focus, is drawn above all others. */
  #raised: Element | undefined;
  #projection: Projection | undefined;
  /** Where on the Mercator square, and at what size of it, rings are placed from. */
  #reference: Projection | undefined;

  /** @throws where WebGL2 can't be had */
  constructor(options: MarkerLayerOptions) {
    this.#options = options;
    this.#layer.className = 'markers';
    this.#origin.className = 'marker-origin';
    this.#rings = new MarkerRings(this.#origin, options);
    this.#buttons = new MarkerButtons(options);
    this.#origin.append(this.#buttons.element);
    this.#layer.append(this.#origin);
    this.#layer.addEventListener('click', this.#onClick);
    this.#layer.addEventListener('dblclick', event => event.stopPropagation());
    this.#layer.addEventListener('pointerover', ({ target }) => this.#hover(target));
    this.#layer.addEventListener('pointerout', ({ relatedTarget }) => this.#hover(relatedTarget));
    this.#layer.addEventListener('focusin', this.#raise);
    this.#layer.addEventListener('focusout', this.#raise);
  }

  /** @param parent positioned as the map; the markers' events bubble to whatever moves the map */
  appendTo(parent: HTMLElement): void {
    parent.append(this.#layer);
  }

  /** Draws these items, and no others, without the statuses that the legend hides (R21). */
  setItems(items: readonly MapItem[], hidden = NOTHING_HIDDEN): void {
    const markers = visibleMarkers(items, this.#options.statuses, hidden);
    const before = this.#placed;
    const focused = this.#focused();
    this.#placed = new Map(markers.map(marker => [marker.key, this.#take(marker, before.get(marker.key))]));
    const isSame = [...this.#placed].every(([key, { ring }]) => before.get(key)?.ring === ring);
    if (isSame && before.size === this.#placed.size) return;
    for (const placed of this.#placed.values()) if (Number.isNaN(placed.copy)) this.#place(placed);
    this.#openFrom(
      [...before.values()].filter(({ key, item }) => isGroup(item) && !this.#placed.has(key)),
      before,
    );
    const successor =
      focused && (this.#placed.get(focused.key) ?? nearestTo(focused, this.#placed.values()).placed);
    this.#renderButtons(successor);
    // Whoever uses the keyboard goes on from where they were: the same marker, or the one nearest to it.
    if (successor && this.#focused() !== successor) buttonOf(successor)?.focus({ preventScroll: true });
    this.#drawRings();
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
    let isMoved = isAnew;
    for (const placed of this.#placed.values()) {
      const isHere = placed.copy === nearestCopy(placed.x, projection.x);
      if (isHere && !isAnew) continue;
      if (isHere) this.#placeRing(placed);
      else this.#place(placed);
      isMoved = true;
    }
    const { left, top } = this.#seen();
    const translate = `${-left}px ${-top}px`;
    if (this.#origin.style.translate !== translate) this.#origin.style.translate = translate;
    if (isMoved) this.#drawRings();
    else this.#rings.follow(this.#seen());
    if (isAnew && !this.#buttons.follow(projection)) this.settle();
  }

  /** Gives what is in view its buttons, now that the map stands. */
  settle(): void {
    if (!this.#reference) return;
    this.#buttons.settle(this.#reference);
    this.#renderButtons(this.#focused());
  }

  /** Colours and font may have become others while nothing was shown. */
  forgetLook(): void {
    this.#rings.forgetLook();
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
    this.#stopPixelRatio();
    this.#layer.remove();
    this.#rings.remove();
    this.#placed.clear();
  }

  readonly #onClick = (event: MouseEvent): void => {
    // The second click of a double click would hit whatever the first one brought up.
    if (event.detail > 1) return;
    const placed = this.#holding(event.target as Node);
    if (placed) this.#options.onSelect(placed.item, buttonOf(placed)!);
  };

  #hover(target: EventTarget | null): void {
    this.#hovered = this.#holding(target as Node | null)?.element;
    this.#raise();
  }

  readonly #raise = (): void => {
    const raised = this.#hovered ?? this.#focused()?.element;
    if (raised === this.#raised) return;
    this.#raised = raised;
    this.#drawRings();
  };

  #holding(node: Node | null): Placed | undefined {
    return [...this.#placed.values()].find(({ element }) => element?.contains(node));
  }

  /** A marker as it stands: with the ring and the place that it had where neither changed. */
  #take(marker: Marker, old: Placed | undefined): Placed {
    const point = toMercator(marker.item.longitude, marker.item.latitude);
    if (old?.content === marker.content && old.x === point.x && old.y === point.y) {
      return { ...old, ...marker };
    }
    const ring = { ...ringOf(marker, this.#options), x: NaN, y: NaN, opening: old?.ring.opening };
    if (old?.x === point.x && old.y === point.y && old.ring.radius === ring.radius) {
      return { ...old, ...marker, ring: { ...ring, x: old.ring.x, y: old.ring.y } };
    }
    return { ...marker, ...point, copy: NaN, ring };
  }

  /** What is seen of the plane that markers are placed in. */
  #seen(): Box {
    const { width, height, worldSize, ...center } = this.#projection!;
    const { x, y } = this.#reference!;
    return {
      left: onPixel((center.x - x) * worldSize - width / 2),
      top: onPixel((center.y - y) * worldSize - height / 2),
      width,
      height,
    };
  }

  #placeAnew(): void {
    if (!this.#projection) return;
    this.#reference = undefined;
    this.project(this.#projection);
    this.settle();
  }

  #place(placed: Placed): void {
    if (!this.#projection) return;
    placed.copy = nearestCopy(placed.x, this.#projection.x);
    placed.placedFrom = undefined;
    this.#placeRing(placed);
  }

  /** Only what is in view has buttons: no one tabs to what cannot be seen. But the focus is not taken away. */
  #renderButtons(focused: Placed | undefined): void {
    if (!this.#projection) return;
    const { left, top, width, height } = this.#seen();
    const isInView = ({ ring: { x, y, radius } }: Placed) =>
      x + radius > left && x - radius < left + width && y + radius > top && y - radius < top + height;
    const shown: Placed[] = [];
    for (const placed of this.#placed.values()) {
      if (placed === focused || isInView(placed)) shown.push(placed);
      else placed.element = placed.placedFrom = undefined;
    }
    this.#buttons.render(shown);
  }

  #placeRing(placed: Placed): void {
    const { left, top } = cornerOf(placed, this.#reference!);
    placed.ring.x = left + placed.ring.radius;
    placed.ring.y = top + placed.ring.radius;
  }

  #drawRings(): void {
    if (!this.#projection) return;
    const placed = [...this.#placed.values()];
    const isRaised = ({ element }: Placed) => element !== undefined && element === this.#raised;
    const inOrder = [...placed.filter(one => !isRaised(one)), ...placed.filter(isRaised)];
    this.#rings.draw(
      inOrder.map(({ ring }) => ring),
      this.#seen(),
    );
  }

  /** New markers come out of the group that held them, where it is near; the others grow in place. */
  #openFrom(vanished: readonly Placed[], before: ReadonlyMap<string, Placed>): void {
    const projection = this.#projection;
    if (!projection || this.#reducedMotion.matches) return;
    const since = performance.now();
    for (const placed of this.#placed.values()) {
      if (before.has(placed.key)) continue;
      const { placed: group, distance } = nearestTo(placed, vanished);
      const opens = group && distance * projection.worldSize < OPENING_REACH;
      const [from, to] = [opens ? group : placed, placed].map(point => toScreen(point, projection));
      placed.ring.opening = { across: from!.x - to!.x, down: from!.y - to!.y, since };
    }
  }

  #focused(): Placed | undefined {
    const { focused } = this.#buttons;
    return focused && this.#holding(focused);
  }
}
