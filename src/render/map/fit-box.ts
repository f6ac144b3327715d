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

/** What stands above a map in one of its corners: how far it reaches from there. */
export interface CornerControl extends PixelSize {
  corner: readonly ['left' | 'right', 'top' | 'bottom'];
}

/** A map that a box is fitted into. Lengths are pixels. */
export interface FitInto {
  map: PixelSize;
  /** How far markers reach from their positions. */
  reach: Reach;
  /** What markers are kept clear of where they can be. */
  controls: readonly CornerControl[];
  /** The nearest zoom that it may come to. */
  maxZoom: number;
}

/** Where a map looks to show a box. */
export interface FittedCamera {
  center: [longitude: number, latitude: number];
  zoom: number;
}

/** Steps of zoom that a map goes farther at most to be clear of what stands in its corners: a tiny one has no room for that. */
const MOST_FARTHER = 1;

/** Being half a map off the middle costs as much as one step of zoom: so many steps for the whole of it. */
const OFF_MIDDLE_COST = 2;

/** A box on the Mercator square: its middle, which may be past the square's sides, and its size. */
interface Square extends PixelSize {
  x: number;
  y: number;
}

/** A box where a map that shows it looks. */
interface SquareCamera extends Square {
  zoom: number;
}

/** The ways in which a map can show a box. */
interface Ways {
  /** As near as it can be. */
  plain: SquareCamera;
  /** Off what stands in the map's corners: from the least loss of zoom and distance from the middle to the most. */
  clear: SquareCamera[];
}

/** Where all locations stand apart, but for those on one exact point: no click goes nearer. */
const STREET_ZOOM = 17;

const NO_REACH: Reach = { above: 0, below: 0, beside: 0 };

/** Pixels from a box to where the next copy of the world is nearer: a place on the line would be in either. */
const SEAM = 1;

/** Insets leave at least this share of a map's width and height to what it fits. */
const LEAST_SHARE = 0.5;

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

/** Markers wholly in view, as far as that leaves room. */
function plainInsets({ map, reach: { above, below, beside } }: FitInto): Insets {
  return withRoom({ left: beside, right: beside, top: above, bottom: below }, map);
}

/** Markers clear of what stands in corners, too: of each to one side of it or the other, in each way that has room. */
function clearInsets({ map, reach: { above, below, beside }, controls }: FitInto): Insets[] {
  const plain: Insets = { left: beside, right: beside, top: above, bottom: below };
  return controls
    .reduce(
      (ways, { corner, width, height }) =>
        ways.flatMap(insets =>
          corner.map(side => {
            const length = side === 'left' || side === 'right' ? width : height;
            return { ...insets, [side]: Math.max(insets[side], plain[side] + length) };
          }),
        ),
      [plain],
    )
    .filter(({ left, right, top, bottom }) => left + right < map.width && top + bottom < map.height);
}

/**
 * How far a length moves from the middle of the room to keep off what is near and far of it, as far as that leaves it in view.
 * @param most no farther, either way
 */
function offMiddle(near: number, far: number, length: number, room: number, most: number): number {
  const free = Math.max(0, (room - length) / 2);
  const offset = Math.max(0, far - free) - Math.max(0, near - free);
  const farthest = Math.min(most, free);
  return Math.max(-farthest, Math.min(farthest, offset));
}

/** The largest world in which a box keeps off the left and right of a map of a width, while it stays in the copy nearest to the middle. */
function widestWorld(width: number, left: number, right: number, map: number): number {
  const between = (map - left - right) / width;
  if (width <= 0.5) return between;
  // From the middle of the map it moves by half of what it leaves of the world at most.
  const once = (map / 2 - Math.max(left, right) - SEAM) / (width - 0.5);
  return Math.max(0, Math.min(between, once));
}

function cameraIn(
  box: Square,
  { left, right, top, bottom }: Insets,
  { map, maxZoom }: FitInto,
): SquareCamera {
  const scale = Math.min(
    widestWorld(box.width, left, right, map.width),
    (map.height - top - bottom) / box.height,
  );
  const zoom = Math.max(LEAST_ZOOM, Math.min(maxZoom, Math.log2(scale / TILE_SIZE)));
  const worldSize = worldSizeAt(zoom);
  const [width, height] = [box.width * worldSize, box.height * worldSize];
  const mostAcross = Math.max(0, (worldSize - width) / 2 - SEAM);
  return {
    ...box,
    x: box.x + offMiddle(left, right, width, map.width, mostAcross) / worldSize,
    y: box.y + offMiddle(top, bottom, height, map.height, Infinity) / worldSize,
    zoom,
  };
}

function waysToShow(bounds: BoundingBox, into: FitInto): Ways {
  const box = squareOf(bounds);
  const plain = cameraIn(box, plainInsets(into), into);
  const offMiddleOf = ({ x, y, zoom }: SquareCamera) =>
    worldSizeAt(zoom) * Math.hypot((x - box.x) / into.map.width, (y - box.y) / into.map.height);
  const cost = (camera: SquareCamera) => plain.zoom - camera.zoom + OFF_MIDDLE_COST * offMiddleOf(camera);
  const clear = clearInsets(into)
    .map(insets => cameraIn(box, insets, into))
    .sort((one, other) => cost(one) - cost(other));
  return { plain, clear };
}

function cameraOf({ zoom, ...middle }: SquareCamera): FittedCamera {
  return { center: fromMercator(middle), zoom };
}

/**
 * R16: where a map of any shape looks so that a box, with the markers in it, is in view, as near as that allows and off what stands in
 * the map's corners. A marker is drawn in the copy of the world that is nearest to the middle: the box stays within it.
 */
export function fitBox(bounds: BoundingBox, into: FitInto): FittedCamera {
  const { plain, clear } = waysToShow(bounds, into);
  const [best = plain] = clear;
  return cameraOf(best.zoom >= plain.zoom - MOST_FARTHER ? best : plain);
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
  const whole = Math.ceil(roomy.zoom);
  const { plain, clear } = waysToShow(bbox, { ...into, reach: NO_REACH, maxZoom: whole });
  const tight = [...clear, plain].find(({ zoom }) => zoom === whole);
  const nearest = tight ? cameraOf(tight) : roomy;
  return nearest.zoom >= expansionZoom ? nearest : self;
}
