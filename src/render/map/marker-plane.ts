import type { Box } from './box.js';
import type { Cover } from './covers.js';
import { onPixel } from './on-pixel.js';
import { nearestCopy } from './projection.js';
import type { Projection } from './projection.js';
import type { MercatorPoint } from '../../model/mercator.js';

/** Pixels from where it was laid out that a plane may be moved before rounding would show. */
const FARTHEST_SHIFT = 100_000;

/** What markers are placed on: a pan moves it as a whole, a zoom lays it out anew. Lengths are pixels. */
export class MarkerPlane {
  readonly element = document.createElement('div');
  /** What the map shows now. */
  private projection?: Projection;
  /** What it showed when the plane was laid out: its middle is the plane's origin. */
  private origin?: Projection;
  /** The part of the plane that is in view. */
  view: Box = { left: 0, top: 0, right: 0, bottom: 0 };

  constructor() {
    this.element.className = 'marker-plane';
  }

  /** How many pixels the world is wide; undefined before the map shows anything. */
  get worldSize(): number | undefined {
    return this.origin?.worldSize;
  }

  /** Follows the map. Returns whether all places on the plane are others now. */
  follow(projection: Projection): boolean {
    const { origin } = this;
    this.projection = projection;
    const isLaidOut =
      origin?.worldSize === projection.worldSize &&
      Math.abs(projection.x - origin.x) * origin.worldSize < FARTHEST_SHIFT &&
      Math.abs(projection.y - origin.y) * origin.worldSize < FARTHEST_SHIFT;
    if (!isLaidOut) this.origin = projection;
    this.view = this.inView(projection);
    const { left, top } = this.view;
    const translate = `${-left}px ${-top}px`;
    if (this.element.style.translate !== translate) this.element.style.translate = translate;
    return !isLaidOut;
  }

  /** Whether a place on the plane is in another copy of the world than the one nearest to the middle of the map now. */
  isElsewhere({ x }: MercatorPoint): boolean {
    const { worldSize } = this.origin!;
    const middle = (this.projection!.x - this.origin!.x) * worldSize;
    return Math.abs(x - middle) > worldSize / 2;
  }

  /** Where a point is, in the copy of the world that is nearest to the middle of the map. */
  placeOf(point: MercatorPoint): MercatorPoint {
    const { x, y, worldSize } = this.origin!;
    const copy = nearestCopy(point.x, this.projection!.x);
    return { x: (point.x + copy - x) * worldSize, y: (point.y - y) * worldSize };
  }

  /** Where on the plane a text cannot be read: below what stands above the map, and past the map's edges. */
  covered(covers: readonly Cover[]): Box[] {
    const { left, top, right, bottom } = this.view;
    const all = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    return [
      { ...all, right: left },
      { ...all, bottom: top },
      { ...all, left: right },
      { ...all, top: bottom },
      ...covers.map(cover => ({
        left: left + cover.left,
        top: top + cover.top,
        right: left + cover.right,
        bottom: top + cover.bottom,
      })),
    ];
  }

  private inView({ x, y, worldSize, width, height }: Projection): Box {
    const left = onPixel((x - this.origin!.x) * worldSize - width / 2);
    const top = onPixel((y - this.origin!.y) * worldSize - height / 2);
    return { left, top, right: left + width, bottom: top + height };
  }
}
