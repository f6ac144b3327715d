import type { MapDimension } from '../../model/questions.js';
import { donutAngles } from '../shared/donut.js';
import { colorOf, lookOf } from '../shared/status-look.js';
import { GAP } from '../map/marker-button.js';
import { BADGE_BOX, BADGE_PLACE, BADGE_SIGN, HOLE, SIGN_HEIGHT, STACK } from '../map/marker-size.js';
import type { ShownMarker } from '../map/map-snapshot.js';
import { coverWithPattern, drawSign } from './drawn-status.js';
import type { Sheet } from './sheet.js';

/** The side of a pattern's tile in a ring. */
const TILE = 6;
/** Of a badge, in em: what is before its text and after it. */
const BADGE = { text: 1.45, end: 0.45 };

const EDGE = 'color-mix(in srgb, var(--_text) 22%, var(--_surface))';
/** What trouble is filled with, on which white text is readable. */
const filled = (color: string) => `oklch(from ${color} min(l, 0.55) c h)`;

function shadowed(context: CanvasRenderingContext2D, draw: () => void): void {
  context.save();
  const scale = context.getTransform().a;
  Object.assign(context, { shadowColor: 'rgb(0 0 0 / 30%)', shadowBlur: 2 * scale, shadowOffsetY: scale });
  draw();
  context.restore();
}

/** The outline of a marker's head around (0, 0); of a pin, with its tip. */
function outline(context: CanvasRenderingContext2D, isPin: boolean, radius: number): void {
  context.beginPath();
  if (isPin) {
    context.arc(0, 0, radius, 0.75 * Math.PI, 2.25 * Math.PI);
    context.lineTo(0, Math.SQRT2 * radius);
    context.closePath();
  } else context.arc(0, 0, radius, 0, 2 * Math.PI);
}

function drawRing(sheet: Sheet, dimension: MapDimension, { marker, size: { radius } }: ShownMarker): void {
  const { context, look } = sheet;
  const statuses = Object.keys(marker.counts);
  const slices = donutAngles(Object.values(marker.counts));
  const gap = slices.length > 1 ? GAP / 2 : 0;
  for (const { index, start, end } of slices) {
    const status = statuses[index]!;
    const [from, to] = [start + gap - Math.PI / 2, end - gap - Math.PI / 2];
    context.beginPath();
    context.arc(0, 0, radius - 1, from, to);
    context.arc(0, 0, HOLE * radius, to, from, true);
    context.closePath();
    context.fillStyle = look.color(colorOf(dimension, status));
    context.fill();
    coverWithPattern(sheet, lookOf(dimension, status).pattern, radius, TILE);
  }
}

function drawBadge(sheet: Sheet, dimension: MapDimension, { marker, size }: ShownMarker): void {
  const { badge, worst } = marker;
  if (badge === undefined) return;
  const { radius, badgeSize, badgeCorner } = size;
  const style = { size: badgeSize / sheet.look.em, isBold: true, color: '#ffffff' };
  const width = sheet.widthOf(badge, style) + (BADGE.text + BADGE.end) * badgeSize;
  const height = BADGE_BOX.height * badgeSize;
  const near = { x: badgeCorner.x * BADGE_PLACE.x * radius, y: badgeCorner.y * BADGE_PLACE.y * radius };
  const left = badgeCorner.x > 0 ? near.x : near.x - width;
  const top = badgeCorner.y > 0 ? near.y : near.y - height;
  sheet.box(left - 1.5, top - 1.5, width + 3, height + 3, 'var(--_surface)', height / 2 + 1.5);
  sheet.box(left, top, width, height, filled(colorOf(dimension, worst)), height / 2);
  // Its sign stands at the end that is nearer to the middle.
  const [signAt, textAt] =
    badgeCorner.x > 0
      ? [left + BADGE_SIGN * badgeSize, left + BADGE.text * badgeSize]
      : [left + width - (BADGE_SIGN + 1) * badgeSize, left + BADGE.end * badgeSize];
  const middle = top + height / 2;
  drawSign(sheet, lookOf(dimension, worst).sign, signAt, middle - badgeSize / 2, badgeSize, '#ffffff');
  const textWidth = sheet.widthOf(badge, style);
  sheet.write(badge, textAt + textWidth / 2, middle, { ...style, align: 'center' });
}

/** Draws a group or a pin, the middle of its head at (0, 0), as the map's styles do. */
export function drawMarker(sheet: Sheet, dimension: MapDimension, shown: ShownMarker): void {
  const { context, look } = sheet;
  const { marker, isPin, size } = shown;
  const { radius, fontSize } = size;
  const worst = colorOf(dimension, marker.worst);
  const isFilled = isPin && marker.trouble > 0;
  const color = isFilled ? '#ffffff' : 'var(--_text)';
  const ground = isFilled ? filled(worst) : `color-mix(in srgb, ${worst} 26%, var(--_surface))`;
  shadowed(context, () => {
    outline(context, isPin, radius);
    context.fillStyle = look.color(isPin ? ground : 'var(--_surface)');
    context.fill();
  });
  outline(context, isPin, radius - 0.5);
  context.strokeStyle = look.color(isPin ? worst : EDGE);
  context.lineWidth = 1;
  context.stroke();
  const isStacked = isPin && marker.badge === undefined;
  if (!isPin) drawRing(sheet, dimension, shown);
  if (isStacked) {
    const side = SIGN_HEIGHT * radius;
    const top = -STACK.sign * radius - side / 2;
    drawSign(sheet, lookOf(dimension, marker.worst).sign, -side / 2, top, side, color);
  }
  const style = { size: fontSize / look.em, isBold: true, color, align: 'center' as const };
  sheet.write(marker.number, 0, isStacked ? STACK.number * radius : 0, style);
  drawBadge(sheet, dimension, shown);
}
