/** Width and height of a box. */
interface PixelSize {
  width: number;
  height: number;
}

/** What a popup must leave visible: how far the marker reaches above and below its position, in pixels. */
export interface Extent {
  above: number;
  below: number;
}

/** Pixels between a popup and its marker, and between it and the map's edge. */
const GAP = 8;

function clamp(value: number, most: number): number {
  return Math.max(GAP, Math.min(most - GAP, value));
}

/**
 * Where a popup's top left corner goes: above the marker if there is room, else below, else where there is more; always
 * inside the map, as far as it fits.
 */
export function placeBeside(
  at: { x: number; y: number },
  extent: Extent,
  popup: PixelSize,
  map: PixelSize,
): { left: number; top: number; side: 'above' | 'below' } {
  const over = at.y - extent.above - GAP;
  const under = at.y + extent.below + GAP;
  const roomAbove = over - GAP;
  const roomBelow = map.height - GAP - under;
  const side = popup.height <= roomAbove || roomAbove >= roomBelow ? 'above' : 'below';
  return {
    left: clamp(at.x - popup.width / 2, map.width - popup.width),
    top: clamp(side === 'above' ? over - popup.height : under, map.height - popup.height),
    side,
  };
}
