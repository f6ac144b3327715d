import type { MapItem } from '../../model/questions.js';
import { troubleStatus } from '../../model/trouble.js';
import { SECTIONS } from '../shared/sections.js';
import type { Cover } from './covers.js';
import { visibleMarkers } from './marker.js';
import type { Marker } from './marker.js';
import { MarkerFocus } from './marker-focus.js';
import type { ShownMarker } from './map-snapshot.js';
import type { MarkerLook } from './marker-look.js';
import type { Obstacle } from './label-obstacles.js';
import { headHeight, LARGEST_REACH } from './marker-size.js';
import type { Reach } from './marker-size.js';
import { nearestTo, openingOf } from './marker-opening.js';
import { MarkerPlane } from './marker-plane.js';
import { spaceOut } from './marker-spacing.js';
import { PatternsWanted } from './patterns-wanted.js';
import { PlacedMarker } from './placed-marker.js';
import type { Projection } from './projection.js';
import { RootFontSize } from './root-font-size.js';

/** How markers look and read, and what happens when one is clicked or activated from the keyboard. */
export interface MarkerLayerOptions {
  look: MarkerLook;
  onSelect(item: MapItem, marker: HTMLElement): void;
}

const NOTHING_HIDDEN: ReadonlySet<string> = new Set();

/**
 * R15, R16: a map's groups and pins as buttons over its canvas, from west to east. A pan moves one element; an answer
 * touches only the buttons that it changes; the focus stays. For the keyboard they are one stop.
 */
export class MarkerLayer {
  private readonly element = document.createElement('div');
  private readonly plane = new MarkerPlane();
  /** What its texts, and those of the map around it, are sized by. */
  readonly rootFontSize = new RootFontSize();
  private readonly patterns = new PatternsWanted(() => this.pattern());
  private readonly reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  private markers = new Map<string, PlacedMarker>();
  private readonly keys = new MarkerFocus({
    element: this.element,
    inView: () => [...this.markers.values()].filter(placed => placed.isInView(this.plane)),
    holding: node => this.holding(node),
  });
  private highlighted?: string;
  private covers: readonly Cover[] = [];

  private look: MarkerLook;

  constructor(private readonly options: MarkerLayerOptions) {
    this.look = options.look;
    const { element } = this;
    element.className = 'markers';
    element.role = 'toolbar';
    element.dataset.dimension = this.look.dimension;
    element.style.setProperty('--_trouble', this.look.color(troubleStatus(this.look.dimension)));
    this.tell();
    this.colorStatuses();
    element.append(this.rootFontSize.element, this.patterns.element, this.plane.element);
    element.addEventListener('click', event => this.onClick(event));
    element.addEventListener('dblclick', event => event.stopPropagation());
  }

  /**
   * @param parent positioned as the map; the markers' events bubble to whatever moves the map
   * @param map takes the focus where no marker can
   */
  appendTo(parent: HTMLElement, map: HTMLElement): void {
    parent.append(this.element);
    this.keys.leadTo(map);
    this.pattern();
  }

  /** Gives rings the patterns of their statuses where they are wanted, and in print; else takes them away. */
  pattern(isPrinted = false): void {
    const isPatterned = isPrinted || this.patterns.areWanted;
    if (isPatterned === (this.look.isPatterned ?? false)) return;
    this.look = { ...this.look, isPatterned };
    this.layOut(this.focused());
  }

  /** Gives the focus to the marker that Tab reaches; to the map itself where there is none. */
  focus(): void {
    this.keys.focus({ preventScroll: true });
  }

  /** How markers read from the next items on. */
  setLook(look: MarkerLook): void {
    this.look = { ...look, isPatterned: this.look.isPatterned };
    this.tell();
  }

  /** Draws these items, and no others, without the statuses that the legend hides (R21). */
  setItems(items: readonly MapItem[], hidden = NOTHING_HIDDEN): void {
    const before = this.markers;
    const focused = this.focused();
    const opened: PlacedMarker[] = [];
    let needsRoom = false;
    this.markers = new Map();
    for (const marker of visibleMarkers(this.look.localize, items, this.look.dimension, hidden)) {
      let placed = before.get(marker.key);
      if (!placed) opened.push((placed = new PlacedMarker(marker)));
      else if (placed.renew(marker)) needsRoom = true;
      this.markers.set(marker.key, placed);
    }
    const gone = [...before.values()].filter(({ marker }) => !this.markers.has(marker.key));
    if (opened.length === 0 && gone.length === 0 && !needsRoom) {
      for (const placed of this.markers.values()) if (placed.button) placed.show(this.look);
      return;
    }
    for (const placed of gone) placed.hide();
    // Whoever uses the keyboard goes on from where they were: the same marker, or the one nearest to it.
    const successor =
      focused && (this.markers.get(focused.marker.key) ?? nearestTo(focused.point, this.markers.values()));
    this.layOut(successor);
    if (successor && successor !== this.focused()) successor.button?.element.focus({ preventScroll: true });
    else if (focused && !successor) this.focus();
    this.open(
      opened,
      gone.filter(({ isPin }) => !isPin),
    );
  }

  /** Has a status stand out of the others, or none: the layer alone is touched. */
  highlight(status: string | undefined): void {
    if (status === this.highlighted) return;
    this.highlighted = status;
    const index = SECTIONS[this.look.dimension].statuses.findIndex(each => each === status);
    this.element.toggleAttribute('data-highlighted', index >= 0);
    if (index >= 0) this.element.dataset.highlighted = String(index);
    this.colorStatuses();
  }

  /** Follows the map while it moves: in a pan the plane alone is moved, in a zoom each marker, which keeps its size. */
  project(projection: Projection): void {
    const isFirst = this.plane.worldSize === undefined;
    const isAnew = this.plane.follow(projection);
    if (isFirst) this.layOut();
    let isMissing = false;
    for (const placed of this.markers.values()) {
      if (isAnew || this.plane.isElsewhere(placed)) placed.place(this.plane);
      isMissing ||= !placed.button && placed.isInView(this.plane);
    }
    if (isMissing) this.render();
  }

  /**
   * The map stands: markers take the sizes that leave each other readable, and those out of view go.
   * @param covers what stands above the map, which badges are kept clear of where they can be
   */
  settle(covers = this.covers): void {
    this.covers = covers;
    this.layOut(this.focused());
  }

  /** The group or pin whose button this is. */
  markerOf(button: Element): Marker | undefined {
    return this.holding(button)?.marker;
  }

  /** The button of a marker, if it has one. */
  buttonOf({ key }: Marker): HTMLElement | undefined {
    return this.markers.get(key)?.button?.element;
  }

  /** The group or pin that has the focus. */
  get focusedMarker(): Marker | undefined {
    return this.focused()?.marker;
  }

  /** The heads and badges of those in view, which labels of the map are kept clear of. */
  get obstacles(): Obstacle[] {
    const { worldSize } = this.plane;
    if (worldSize === undefined) return [];
    return [...this.markers.values()]
      .filter(({ button }) => button)
      .flatMap(placed => placed.obstacles(worldSize));
  }

  /** Those in view, from the lowest to the highest, with where the middle of each head is: pixels from the map's top left corner. */
  get shown(): ShownMarker[] {
    const { left, top } = this.plane.view;
    return [...this.markers.values()]
      .filter(({ button }) => button)
      .sort((one, other) => one.level - other.level)
      .map(({ marker, isPin, size, x, y }) => ({
        ...{ marker, isPin, size },
        x: x - left,
        y: y - top - headHeight(isPin, size.radius),
      }));
  }

  /** How far markers reach from their positions at most, in pixels. */
  get reach(): Reach {
    const { above, below, beside } = LARGEST_REACH;
    const { scale } = this.rootFontSize;
    return { above: scale * above, below: scale * below, beside: scale * beside };
  }

  /** How far the marker at a position reaches from it, in pixels; nothing where there is none. */
  reachAt(longitude: number, latitude: number): Reach {
    for (const { marker, reach } of this.markers.values()) {
      if (marker.item.longitude === longitude && marker.item.latitude === latitude) return reach;
    }
    return { above: 0, below: 0, beside: 0 };
  }

  /** Takes the layer out of the document. */
  remove(): void {
    this.rootFontSize.stop();
    this.element.remove();
    this.markers.clear();
  }

  private tell(): void {
    this.element.ariaLabel = this.look.name;
    this.element.setAttribute('aria-description', this.look.description);
  }

  private colorStatuses(): void {
    const { look, highlighted } = this;
    SECTIONS[look.dimension].statuses.forEach((status, index) => {
      const color = look.color(status);
      const isDimmed = highlighted !== undefined && status !== highlighted;
      this.element.style.setProperty(
        `--_status-${index}`,
        isDimmed ? `color-mix(in srgb, ${color} 20%, transparent)` : color,
      );
    });
  }

  /** @param kept stays in the document also out of view */
  private layOut(kept?: PlacedMarker): void {
    if (this.plane.worldSize === undefined) return;
    const markers = [...this.markers.values()];
    for (const placed of markers) {
      placed.place(this.plane);
      placed.resetSize(this.rootFontSize.scale);
    }
    spaceOut(markers, this.plane.covered(this.covers));
    for (const placed of markers) if (placed !== kept && !placed.isInView(this.plane)) placed.hide();
    this.render(kept);
  }

  /** Puts what has a button, or is in view, in the document, from west to east. */
  private render(kept?: PlacedMarker): void {
    const parent = this.plane.element;
    let next = parent.firstElementChild;
    for (const placed of this.markers.values()) {
      if (!placed.button && placed !== kept && !placed.isInView(this.plane)) continue;
      const element = placed.show(this.look);
      if (element === next) next = next.nextElementSibling;
      else parent.insertBefore(element, next);
    }
    this.keys.settle();
  }

  private open(opened: readonly PlacedMarker[], groups: readonly PlacedMarker[]): void {
    const { worldSize } = this.plane;
    if (worldSize === undefined || this.reducedMotion.matches) return;
    for (const placed of opened) placed.button?.open(openingOf(placed, groups, worldSize));
  }

  private onClick({ target, detail }: MouseEvent): void {
    // The second click of a double click would hit whatever the first one brought up.
    if (detail > 1) return;
    const placed = this.holding(target as Node);
    if (placed) this.options.onSelect(placed.marker.item, placed.button!.element);
  }

  private focused(): PlacedMarker | undefined {
    const { activeElement } = this.element.getRootNode() as Document | ShadowRoot;
    return activeElement && this.element.contains(activeElement) ? this.holding(activeElement) : undefined;
  }

  private holding(node: Node): PlacedMarker | undefined {
    return [...this.markers.values()].find(({ button }) => button?.element.contains(node));
  }
}
