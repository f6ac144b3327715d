import { scaleLog } from 'd3-scale';

import { isGroup } from '../../model/questions.js';
import type { Marker } from './marker.js';

/** How large a marker is drawn, in pixels. */
export interface MarkerSize {
  /** Of a group, or of a pin's head. */
  radius: number;
  fontSize: number;
}

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

/** How wide the bold characters of a wide font are, in em. */
const WIDTHS = { digit: 0.72, punctuation: 0.42, letter: 1 };

/** Pixels between a marker and the map's edge where the map fits it. */
const AIR = 4;

const DIGIT_HEIGHT = 0.76;

function widthOf(character: string): number {
  if (/\p{Nd}/u.test(character)) return WIDTHS.digit;
  return /\p{L}/u.test(character) ? WIDTHS.letter : WIDTHS.punctuation;
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
  return { radius, fontSize: Math.min(FONT_SIZE.most, fittingFontSize(radius, number)) };
}

/** A size with a smaller radius, its number fitting still. */
export function shrunk({ fontSize }: MarkerSize, radius: number, text: string): MarkerSize {
  return { radius, fontSize: Math.min(fontSize, fittingFontSize(radius, text)) };
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
