import { pageScale } from '../shared/page-scale.js';
import type { Box } from './box.js';
import type { CornerControl, PixelSize } from './fit-box.js';

/** What stands above a map: from the map's top left corner. */
export type Cover = Box;

/** What of the page stands above a map, as that measures itself: a page may be scaled. */
export function coversOf(map: HTMLElement, boxes: readonly DOMRectReadOnly[]): Cover[] {
  const { left, top } = map.getBoundingClientRect();
  const scale = pageScale(map);
  return boxes
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(box => ({
      left: (box.left - left) / scale,
      top: (box.top - top) / scale,
      right: (box.right - left) / scale,
      bottom: (box.bottom - top) / scale,
    }));
}

/** What a map that fits a box into itself keeps clear of one of these: all from there to the nearest corner. */
export function cornerControl(
  { left, top, right, bottom }: Cover,
  { width, height }: PixelSize,
): CornerControl {
  const isLeft = left < width - right;
  const isTop = top < height - bottom;
  return {
    corner: [isLeft ? 'left' : 'right', isTop ? 'top' : 'bottom'],
    width: isLeft ? right : width - left,
    height: isTop ? bottom : height - top,
  };
}
