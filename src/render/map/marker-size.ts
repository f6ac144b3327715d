import { scaleLog } from 'd3-scale';

import { isGroup } from '../../model/questions.js';
import type { Box } from './box.js';
import type { Marker } from './marker.js';

/** How large a marker is drawn, in pixels. */
export interface MarkerSize {
  /** Of a group, or of a pin's head. */
  radius: number;
  fontSize: number;
  /** The font size of the badge: a smaller marker does not have a smaller one. */
  badgeSize: number;
  badgeCorner: Corner;
}

/** A corner of the box around a head: 1 is right or below, -1 is left or above. */
export interface Corner {
  x: 1 | -1;
  y: 1 | -1;
}

/** Where a badge may stand, the usual place first. */
export const CORNERS: readonly [Corner, ...Corner[]] = [
  { x: 1, y: -1 },
  { x: -1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];

/** A group's radius in pixels, by how many it holds. */
const groupRadius = scaleLog().domain([2, 50_000]).rangeRound([17, 32]).clamp(true);

const PIN_RADIUS = 17;

/** How far a marker reaches from its position, in pixels. */
export interface Reach {
  above: number;
  below: number;
  /** To the left and to the right. */
  beside: number;
}

/** Below the least one, a marker grows rather than its number shrinks. */
const FONT_SIZE = { least: 10, most: 12 };

/** The share of a marker's radius that its ring leaves free. */
export const HOLE = 0.68;

/** Pixels between a number and the ring. */
const PADDING = 1;

/** The font size of a badge. */
const BADGE_SIZE = 10;

/** Where the corner of a badge that is nearest to the middle of the head stands, in radii. */
export const BADGE_PLACE = { x: 0.6, y: 0.6 };

/** How high a badge is, and how much wider than its text: its sign and the space around it. In em. */
export const BADGE_BOX = { height: 1.4, more: 1.9 };

/** How far a badge's sign, which is 1em wide, is from the end that is nearer to the middle of the head, in em. */
export const BADGE_SIGN = 0.35;

/** In the head of a pin that has no badge the sign stands above the number: how far their middles are from its middle, in radii. */
export const STACK = { sign: 0.36, number: 0.32 };

/** How high a pin's sign is, in radii. */
export const SIGN_HEIGHT = 0.7;

/** How wide the bold characters of a wide font are, in em. */
const WIDTHS = { digit: 0.72, punctuation: 0.42, letter: 1 };

/** Pixels between a marker and the map's edge where the map fits it. */
const AIR = 4;

const DIGIT_HEIGHT = 0.76;

/** Widths of characters by them: texts are many, their characters few. */
const widths = new Map<string, number>();

function widthOf(character: string): number {
  let width = widths.get(character);
  if (width === undefined) widths.set(character, (width = WIDTHS[kindOf(character)]));
  return width;
}

function kindOf(character: string): keyof typeof WIDTHS {
  if (/\p{Nd}/u.test(character)) return 'digit';
  return /\p{L}/u.test(character) ? 'letter' : 'punctuation';
}

/** The width and height that a number needs in any font, in em. */
export function numberBox(text: string): { width: number; height: number } {
  const width = [...text].reduce((sum, character) => sum + widthOf(character), 0);
  return { width, height: DIGIT_HEIGHT };
}

/** From the middle of a number to its corner, in em. */
function cornerOf(text: string): number {
  const { width, height } = numberBox(text);
  return Math.hypot(width, height) / 2;
}

/** The largest size of font at which a number fits its marker. */
function fittingFontSize(radius: number, text: string): number {
  return Math.max(1, HOLE * radius - PADDING) / cornerOf(text);
}

/** A marker's size where nothing is near it, at a root font size of 16 pixels. */
export function naturalSize({ item, count, number }: Marker): MarkerSize {
  const usual = isGroup(item) ? groupRadius(count) : PIN_RADIUS;
  const needed = Math.ceil((FONT_SIZE.least * cornerOf(number) + PADDING) / HOLE);
  const radius = Math.max(usual, needed);
  return {
    radius,
    fontSize: Math.min(FONT_SIZE.most, fittingFontSize(radius, number)),
    badgeSize: BADGE_SIZE,
    badgeCorner: CORNERS[0],
  };
}

/** Whether two natural sizes are the same. */
export function isSizedAs(one: MarkerSize, other: MarkerSize): boolean {
  return one.radius === other.radius && one.fontSize === other.fontSize;
}

/** A size with a smaller radius, its number fitting still. */
export function shrunk(size: MarkerSize, radius: number, text: string): MarkerSize {
  return { ...size, radius, fontSize: Math.min(size.fontSize, fittingFontSize(radius, text)) };
}

/** The size at another root font size. */
export function scaled(size: MarkerSize, scale: number): MarkerSize {
  const { radius, fontSize, badgeSize } = size;
  return {
    ...size,
    radius: scale * radius,
    fontSize: scale * fontSize,
    badgeSize: scale * badgeSize,
  };
}

/** The box, from the middle of a head, around its number, and around the sign that stands above it in a pin that has no badge. */
export function headBox(isStacked: boolean, number: string, { radius, fontSize }: MarkerSize): Box {
  const { width, height } = numberBox(number);
  const right = (width * fontSize) / 2;
  const bottom = (height * fontSize) / 2;
  if (!isStacked) return { left: -right, top: -bottom, right, bottom };
  return {
    left: -right,
    top: -(STACK.sign + SIGN_HEIGHT / 2) * radius,
    right,
    bottom: bottom + STACK.number * radius,
  };
}

/** From `near` to `far` of the middle, to one side of it. */
function span(side: 1 | -1, near: number, far: number): [least: number, most: number] {
  return side > 0 ? [near, far] : [-far, -near];
}

/** The box of a badge, from the middle of its marker's head. */
export function badgeBox(badge: string, { radius, badgeSize, badgeCorner }: MarkerSize): Box {
  const near = { x: BADGE_PLACE.x * radius, y: BADGE_PLACE.y * radius };
  const width = (numberBox(badge).width + BADGE_BOX.more) * badgeSize;
  const [left, right] = span(badgeCorner.x, near.x, near.x + width);
  const [top, bottom] = span(badgeCorner.y, near.y, near.y + BADGE_BOX.height * badgeSize);
  return { left, top, right, bottom };
}

/** How far the middle of a marker's head is above its position: a pin's tip is the corner of a square around its head. */
export function headHeight(isPin: boolean, radius: number): number {
  return isPin ? Math.SQRT2 * radius : 0;
}

/** How far a marker of a size reaches from its position. */
export function reachOf(isPin: boolean, radius: number): Reach {
  return { above: headHeight(isPin, radius) + radius, below: isPin ? 0 : radius, beside: radius };
}

/** How far markers reach at most, with a little air, at a root font size of 16 pixels. */
export const LARGEST_REACH: Reach = {
  above: reachOf(true, PIN_RADIUS).above + AIR,
  below: groupRadius.range()[1]! + AIR,
  beside: groupRadius.range()[1]! + AIR,
};
