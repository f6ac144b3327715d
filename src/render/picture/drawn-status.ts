import { patternTile } from '../shared/patterns.js';
import type { Pattern } from '../shared/patterns.js';
import { SIGN_BOX, signPath } from '../shared/signs.js';
import type { Sign } from '../shared/status-look.js';
import type { Sheet } from './sheet.js';

/** Draws a sign in a box of a size, its left upper corner at a place. */
export function drawSign(
  sheet: Sheet,
  sign: Sign,
  left: number,
  top: number,
  size: number,
  color: string,
): void {
  const { context, look } = sheet;
  sheet.within(left, top, size, SIGN_BOX.side, () => {
    Object.assign(context, { lineCap: 'round', lineJoin: 'round', lineWidth: SIGN_BOX.strokeWidth });
    context.strokeStyle = look.color(color);
    context.stroke(new Path2D(signPath(sign)));
  });
}

/**
 * Covers what is clipped to with a pattern's strokes, where patterns are shown.
 * @param reach how far from (0, 0) it reaches, in units of the context
 * @param tileSize of a tile, in the same units
 */
export function coverWithPattern(
  sheet: Sheet,
  pattern: Pattern | undefined,
  reach: number,
  tileSize: number,
): void {
  const { context, look } = sheet;
  if (!pattern || !look.isPatterned) return;
  const { side, path, strokeWidth } = patternTile(pattern);
  const strokes = new Path2D(path);
  const scale = tileSize / side;
  context.save();
  context.clip();
  context.scale(scale, scale);
  context.strokeStyle = look.color('var(--_surface)');
  Object.assign(context, { lineCap: 'round', lineWidth: strokeWidth });
  const far = Math.ceil(reach / tileSize);
  for (let across = -far; across < far; across++)
    for (let down = -far; down < far; down++) {
      context.save();
      context.translate(across * side, down * side);
      context.stroke(strokes);
      context.restore();
    }
  context.restore();
}
