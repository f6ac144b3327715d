import { isGroup } from '../../model/questions.js';
import { MarkerButton } from './marker-button.js';
import type { MarkerLook } from './marker-look.js';
import type { MarkerPlane } from './marker-plane.js';
import { boxObstacles } from './label-obstacles.js';
import type { Obstacle } from './label-obstacles.js';
import { badgeBox, headHeight, isSizedAs, naturalSize, numberBox, reachOf, scaled } from './marker-size.js';
import type { MarkerSize, Reach } from './marker-size.js';
import type { SpacedMarker } from './marker-spacing.js';
import type { Marker } from './marker.js';
import { onPixel } from './on-pixel.js';
import { toMercator } from '../../model/mercator.js';
import type { MercatorPoint } from '../../model/mercator.js';

/** Pixels. */
const OBSTACLE_STEP = 2;

function isPlacedAs({ item: one }: Marker, { item: other }: Marker): boolean {
  return one.longitude === other.longitude && one.latitude === other.latitude;
}

/** Whether the texts of two take the same room. */
function isWrittenAs(one: Marker, other: Marker): boolean {
  return isAsWide(one.number, other.number) && isAsWide(one.badge, other.badge);
}

function isAsWide(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one === other || numberBox(one).width === numberBox(other).width;
}

/** A marker where it stands on the plane, with its button while it is in view. */
export class PlacedMarker implements SpacedMarker {
  x = 0;
  y = 0;
  size: MarkerSize;
  level = 0;
  point: MercatorPoint;
  button?: MarkerButton;
  private natural: MarkerSize;

  constructor(public marker: Marker) {
    this.point = toMercator(marker.item.longitude, marker.item.latitude);
    this.size = this.natural = naturalSize(marker);
  }

  get isPin(): boolean {
    return !isGroup(this.marker.item);
  }

  get number(): string {
    return this.marker.number;
  }

  get badge(): string | undefined {
    return this.marker.badge;
  }

  /** How far it reaches from its position, in pixels. */
  get reach(): Reach {
    return reachOf(this.isPin, this.size.radius);
  }

  /** The squares around its head and along its badge, in a world of so many pixels. */
  obstacles(worldSize: number): Obstacle[] {
    const { badge } = this;
    // In steps, so that labels need not give way to each change of a number.
    const radius = OBSTACLE_STEP * Math.ceil(this.size.radius / OBSTACLE_STEP);
    const size = { ...this.size, radius };
    const middle = { x: this.point.x, y: this.point.y - headHeight(this.isPin, radius) / worldSize };
    const head = { point: middle, size: 2 * radius };
    if (badge === undefined) return [head];
    return [head, ...boxObstacles(badgeBox(badge, size), middle, worldSize)];
  }

  /** Holds what the marker of its key holds now. Returns whether its place, or the room that it needs there, may be another. */
  renew(marker: Marker): boolean {
    const { marker: before, natural } = this;
    this.marker = marker;
    this.point = toMercator(marker.item.longitude, marker.item.latitude);
    this.natural = naturalSize(marker);
    return !isPlacedAs(before, marker) || !isSizedAs(natural, this.natural) || !isWrittenAs(before, marker);
  }

  /** Takes its place on the plane. */
  place(plane: MarkerPlane): void {
    Object.assign(this, plane.placeOf(this.point));
    this.moveButton();
  }

  /** Takes the size that it has where nothing is near it; `scale` is 1 at the usual root font size. */
  resetSize(scale: number): void {
    this.size = scaled(this.natural, scale);
    this.level = 0;
  }

  isInView(plane: MarkerPlane): boolean {
    const { left, top, right, bottom } = plane.view;
    const { x, y, reach } = this;
    const { above, below, beside } = reach;
    return x + beside > left && x - beside < right && y + below > top && y - above < bottom;
  }

  /** Gives it a button that shows what it holds; the same as before, if it has one. */
  show(look: MarkerLook): HTMLElement {
    this.button ??= new MarkerButton(this.isPin, look);
    this.button.show(this.marker, look);
    this.button.resize(this.size, this.level);
    this.moveButton();
    return this.button.element;
  }

  hide(): void {
    this.button?.element.remove();
    this.button = undefined;
  }

  private moveButton(): void {
    const { radius } = this.size;
    const top = this.y - headHeight(this.isPin, radius) - radius;
    this.button?.moveTo(onPixel(this.x - radius), onPixel(top));
  }
}
