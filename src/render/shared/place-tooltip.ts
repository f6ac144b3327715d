/** Where a tooltip stands, seen from its target. */
export type TooltipSide = 'above' | 'below' | 'right' | 'left';

interface Size {
  width: number;
  height: number;
}

/** A box in the viewport, in pixels. */
type Box = Size & { left: number; top: number };

/** Pixels between a tooltip and its target. */
const DISTANCE = 6;

/** Pixels between a tooltip and the viewport's edge. */
const EDGE = 8;

function inside(start: number, length: number, whole: number): number {
  return Math.max(EDGE, Math.min(start, whole - EDGE - length));
}

/**
 * The top left corner of a tooltip beside its target: on the first of the sides that has room for it, else on the first side; always inside the
 * viewport where it fits there.
 */
export function placeTooltip(
  target: Box,
  size: Size,
  viewport: Size,
  sides: readonly [TooltipSide, ...TooltipSide[]],
): { left: number; top: number } {
  const middle = {
    left: target.left + (target.width - size.width) / 2,
    top: target.top + (target.height - size.height) / 2,
  };
  const corners = {
    above: { left: middle.left, top: target.top - DISTANCE - size.height },
    below: { left: middle.left, top: target.top + target.height + DISTANCE },
    right: { left: target.left + target.width + DISTANCE, top: middle.top },
    left: { left: target.left - DISTANCE - size.width, top: middle.top },
  };
  const hasRoom = (side: TooltipSide) => {
    const { left, top } = corners[side];
    return side === 'above' || side === 'below'
      ? top >= EDGE && top + size.height <= viewport.height - EDGE
      : left >= EDGE && left + size.width <= viewport.width - EDGE;
  };
  const { left, top } = corners[sides.find(hasRoom) ?? sides[0]];
  return {
    left: inside(left, size.width, viewport.width),
    top: inside(top, size.height, viewport.height),
  };
}
