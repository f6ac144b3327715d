import { fromMercator, TILE_SIZE, toMercator } from '../../model/mercator.js';
import type { BoundingBox, MapGroup } from '../../model/questions.js';
import { LEAST_ZOOM, worldSizeAt } from './projection.js';
import type { Reach } from './marker-size.js';

/** Width and height in pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/** What a map keeps free of what it fits: lengths in pixels from its sides. */
interface Insets {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A map that a box is fitted into. Lengths are pixels. */
export interface FitInto {
  map: PixelSize;
  /** How far markers reach from their positions. */
  reach: Reach;
  /** What stands above the map in its top right corner, measured from there; without a size where nothing does. */
  corner: PixelSize;
  /** How much of the map's right side is under something else that stands above it; 0 where nothing does. */
  side: number;
  /** The nearest zoom that it may come to. */
  maxZoom: number;
}

/** Where a map looks to show a box. */
export interface FittedCamera {
  center: [longitude: number, latitude: number];
  zoom: number;
}

/** A box on the Mercator square: its middle, which may be past the square's sides, and its size. */
interface Square extends PixelSize {
  x: number;
  y: number;
}

/** Where all locations stand apart, but for those on one exact point: no click goes nearer. */
const STREET_ZOOM = 17;

const NO_REACH: Reach = { above: 0, below: 0, beside: 0 };
const NO_SIZE: PixelSize = { width: 0, height: 0 };

/** Insets leave at least this share of a map's width and height to what it fits. */
const LEAST_SHARE = 0.5;

/** What stands along a map's right side is kept clear where it takes no more than this share of it. */
const MOST_OF_SIDE = 0.06;

function squareOf([west, south, east, north]: BoundingBox): Square {
  const topLeft = toMercator(west, north);
  const bottomRight = toMercator(east < west ? east + 360 : east, south);
  return {
    x: (topLeft.x + bottomRight.x) / 2,
    y: (topLeft.y + bottomRight.y) / 2,
    width: bottomRight.x - topLeft.x,
    height: bottomRight.y - topLeft.y,
  };
}

/** Insets that leave room between them, shrunk where they would not. */
function withRoom({ left, right, top, bottom }: Insets, { width, height }: PixelSize): Insets {
  const across = Math.min(1, ((1 - LEAST_SHARE) * width) / (left + right || 1));
  const down = Math.min(1, ((1 - LEAST_SHARE) * height) / (top + bottom || 1));
  return { left: across * left, right: across * right, top: down * top, bottom: down * bottom };
}

/** Markers wholly in view, and clear of what stands above the map where that leaves room: below what is in the corner, or left of it. */
function insetsOf({ map, reach, corner, ...controls }: FitInto): Insets[] {
  const { above, below, beside } = reach;
  // A small map has no room for that.
  const side = controls.side <= MOST_OF_SIDE * map.width ? controls.side : 0;
  const plain: Insets = { left: beside, right: beside, top: above, bottom: below };
  const clear = [
    { ...plain, right: beside + side, top: above + corner.height },
    { ...plain, right: beside + Math.max(side, corner.width) },
  ].filter(
    ({ left, right, top, bottom }) =>
      left + right <= (1 - LEAST_SHARE) * map.width && top + bottom <= (1 - LEAST_SHARE) * map.height,
  );
  return clear.length > 0 ? clear : [withRoom(plain, map)];
}

/** How far a length moves from the middle of the room to keep off what is near and far of it, as far as that leaves it in view. */
function offMiddle(near: number, far: number, length: number, room: number): number {
  const free = Math.max(0, (room - length) / 2);
  const offset = Math.max(0, far - free) - Math.max(0, near - free);
  return Math.max(-free, Math.min(free, offset));
}

function cameraIn(
  box: Square,
  { left, right, top, bottom }: Insets,
  { map, maxZoom }: FitInto,
): Square & { zoom: number } {
  const scale = Math.min((map.width - left - right) / box.width, (map.height - top - bottom) / box.height);
  const zoom = Math.max(LEAST_ZOOM, Math.min(maxZoom, Math.log2(scale / TILE_SIZE)));
  const worldSize = worldSizeAt(zoom);
  return {
    ...box,
    x: box.x + offMiddle(left, right, box.width * worldSize, map.width) / worldSize,
    y: box.y + offMiddle(top, bottom, box.height * worldSize, map.height) / worldSize,
    zoom,
  };
}

/**
 * R16: where a map of any shape looks so that a box, with the markers in it, is in view, as near as that allows and off what stands in
 * the map's corner. A marker is drawn in the copy of the world that is nearest to the middle: the box stays within it.
 */
export function fitBox(bounds: BoundingBox, into: FitInto): FittedCamera {
  const box = squareOf(bounds);
  const [first, ...others] = insetsOf(into).map(insets => cameraIn(box, insets, into));
  const isOnce = ({ x }: Square) => Math.abs(x - box.x) + box.width / 2 <= 0.5;
  const camera = others.reduce(
    (best, other) => (other.zoom > best.zoom && isOnce(other) ? other : best),
    first!,
  );
  return { center: fromMercator(camera), zoom: camera.zoom };
}

/**
 * R16: where a map looks once a group is clicked: as near as the group's own box allows, and at least where it splits. Where its
 * locations stay in view, if only just, it is the next whole zoom, for groups open at whole zooms.
 */
export function cameraInto(group: MapGroup, map: Omit<FitInto, 'maxZoom'>): FittedCamera {
  const { longitude, latitude, bbox, expansionZoom = 0 } = group;
  const self: FittedCamera = { center: [longitude, latitude], zoom: expansionZoom };
  if (!bbox) return self;
  const into = { ...map, maxZoom: STREET_ZOOM };
  const roomy = fitBox(bbox, into);
  const tight = fitBox(bbox, { ...into, reach: NO_REACH, corner: NO_SIZE, side: 0 });
  const whole = Math.ceil(roomy.zoom);
  const nearest = whole <= tight.zoom ? { ...tight, zoom: whole } : roomy;
  return nearest.zoom >= expansionZoom ? nearest : self;
}
