import { isGroup } from '../../model/questions.js';
import type { Extent } from './place-beside.js';
import { MarkerButton } from './marker-button.js';
import type { MarkerLook } from './marker-look.js';
import type { MarkerPlane } from './marker-plane.js';
import { headHeight, naturalSize } from './marker-size.js';
import type { MarkerSize } from './marker-size.js';
import type { SpacedMarker } from './marker-spacing.js';
import type { Marker } from './marker.js';
import { onPixel } from './on-pixel.js';
import { toMercator } from '../../model/mercator.js';
import type { MercatorPoint } from '../../model/mercator.js';

/** The root font size that sizes are meant for, in pixels. */
const USUAL_FONT_SIZE = 16;

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

  /** How far it reaches above and below its position, in pixels. */
  get extent(): Extent {
    const { radius } = this.size;
    return { above: headHeight(this.isPin, radius) + radius, below: this.isPin ? 0 : radius };
  }

  /** Holds what the marker of its key holds now. */
  renew(marker: Marker): void {
    this.marker = marker;
    this.point = toMercator(marker.item.longitude, marker.item.latitude);
    this.natural = naturalSize(marker);
  }

  /** Takes its place on the plane. */
  place(plane: MarkerPlane): void {
    Object.assign(this, plane.placeOf(this.point));
    this.moveButton();
  }

  /** Takes the size that it has where nothing is near it. */
  resetSize(rootFontSize: number): void {
    const scale = rootFontSize / USUAL_FONT_SIZE;
    this.size = { radius: scale * this.natural.radius, fontSize: scale * this.natural.fontSize };
    this.level = 0;
  }

  isInView(plane: MarkerPlane): boolean {
    const { left, top, right, bottom } = plane.view;
    const { x, y, extent } = this;
    const { radius } = this.size;
    return x + radius > left && x - radius < right && y + extent.below > top && y - extent.above < bottom;
  }

  /** Gives it a button that shows what it holds; the same as before, if it has one. */
  show(look: MarkerLook): HTMLElement {
    this.button ??= new MarkerButton(this.isPin, look);
    this.button.show(this.marker);
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
