import { isGroup } from '../model/answers.js';
import type { DonutAngle } from './donut.js';
import { groupRadius, PIN } from './map-marker.js';
import type { Marker, MarkerLook } from './map-marker.js';

/** A marker that has just come: from where, in pixels beside its place, and since when. */
export interface Opening {
  across: number;
  down: number;
  /** Milliseconds, as `performance.now()` tells them. */
  since: number;
}

/** A marker, and where it is drawn: pixels from the origin that the canvas's parent has. */
export interface DrawnMarker extends Marker {
  left: number;
  top: number;
  /** The slices of its ring; their indices are those of the statuses. */
  slices: readonly DonutAngle[];
  /** Its count, as it is written. */
  number: string;
  opening?: Opening | undefined;
}

/** A part of the plane that markers stand in: pixels from the same origin. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How many pixels around what is seen are drawn too: a pan this far moves the canvas alone. */
const MARGIN = 256;
/** How long a marker takes to come, in milliseconds. */
const OPENING = 200;
/** No marker reaches farther from its place than this, in pixels. */
const REACH = 48;

const TURN = 2 * Math.PI;
const TWELVE = -TURN / 4;

/** A ring's width, as a share of a group's radius, and of a pin in pixels; its edge to the ground in pixels. */
const GROUP_RING = 0.34;
const PIN_RING = 4.5;
const EDGE = 1.5;

const SHADOW = 'rgb(0 0 0 / 0.2)';
const SIGN = { across: 13.5, up: 13.5, radius: 7 };

/** On a whole pixel of the screen: what is drawn is sharp there only. */
export function onPixel(length: number): number {
  return Math.round(length * devicePixelRatio) / devicePixelRatio;
}

/** Slow at first sight of its end: how far a marker has come. */
function eased(progress: number): number {
  return 1 - (1 - progress) ** 3;
}

/**
 * What is seen of a map's markers, in one canvas: pies, pins, numbers and signs. Hundreds of them are drawn within a frame,
 * where as many elements would take several.
 */
export class MarkerCanvas {
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d')!;
  readonly #inks = document.createElement('div');
  readonly #look: MarkerLook;
  #colors: Map<string, string> | undefined;
  #font = '';
  #drawn: Box = { left: 0, top: 0, width: 0, height: 0 };
  #ratio = 0;
  #fontSize = 0;

  /**
   * @param parent has its origin where the markers have theirs
   * @param onColors is called when the page's theme has changed what is drawn
   */
  constructor(parent: HTMLElement, look: MarkerLook, onColors: () => void) {
    this.#look = look;
    this.#canvas.className = 'drawing';
    this.#canvas.ariaHidden = 'true';
    this.#inks.className = 'inks';
    for (const name of ['surface', 'text', 'edge', 'strong-edge', ...look.statuses]) {
      const ink = document.createElement('span');
      ink.dataset.ink = name;
      if (look.statuses.includes(name)) ink.style.color = look.color(name);
      this.#inks.append(ink);
    }
    // A theme's change reaches a canvas only by the transition that it starts on an element.
    this.#inks.addEventListener('transitionend', () => {
      this.#colors = undefined;
      onColors();
    });
    parent.append(this.#canvas, this.#inks);
  }

  /** Whether what was drawn last still covers what is seen. */
  covers({ left, top, width, height }: Box): boolean {
    const drawn = this.#drawn;
    return (
      this.#ratio === devicePixelRatio &&
      left >= drawn.left &&
      top >= drawn.top &&
      left + width <= drawn.left + drawn.width &&
      top + height <= drawn.top + drawn.height
    );
  }

  /**
   * Draws these markers and no others, the last ones on top.
   * @param view what is seen
   * @returns whether some are still coming, so that they must be drawn again
   */
  draw(markers: Iterable<DrawnMarker>, view: Box, now: number): boolean {
    this.#fit(view);
    this.#readColors();
    const context = this.#context;
    const { left, top, width, height } = this.#drawn;
    const ratio = this.#ratio;
    this.#fontSize = 0;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    let isComing = false;
    for (const marker of markers) {
      const progress = marker.opening ? Math.min(1, (now - marker.opening.since) / OPENING) : 1;
      if (progress < 1) isComing = true;
      else marker.opening = undefined;
      const share = eased(progress);
      const x = marker.left - left + (1 - share) * (marker.opening?.across ?? 0);
      const y = marker.top - top + (1 - share) * (marker.opening?.down ?? 0);
      if (x < -REACH || y < -REACH || x > width + REACH || y > height + REACH) continue;
      const scale = ratio * (0.6 + 0.4 * share);
      context.globalAlpha = share;
      context.setTransform(scale, 0, 0, scale, x * ratio, y * ratio);
      if (isGroup(marker.item)) this.#drawGroup(marker);
      else this.#drawPin(marker);
    }
    return isComing;
  }

  /** Takes on the view's size and place, and clears all. */
  #fit({ left, top, width, height }: Box): void {
    const canvas = this.#canvas;
    this.#ratio = devicePixelRatio;
    this.#drawn = {
      left: onPixel(left - MARGIN),
      top: onPixel(top - MARGIN),
      width: Math.ceil(width) + 2 * MARGIN,
      height: Math.ceil(height) + 2 * MARGIN,
    };
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      const pixels = `${this.#drawn[side]}px`;
      if (canvas.style[side] !== pixels) canvas.style[side] = pixels;
    }
    const across = Math.round(this.#drawn.width * this.#ratio);
    const down = Math.round(this.#drawn.height * this.#ratio);
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    this.#context.resetTransform();
    this.#context.clearRect(0, 0, across, down);
  }

  #readColors(): void {
    if (this.#colors) return;
    const inks = [...this.#inks.children] as HTMLElement[];
    this.#colors = new Map(inks.map(ink => [ink.dataset.ink!, getComputedStyle(ink).color]));
    this.#font = getComputedStyle(this.#inks).fontFamily;
  }

  #color(name: string): string {
    return this.#colors!.get(name)!;
  }

  #drawGroup(marker: DrawnMarker): void {
    const radius = groupRadius(marker.count);
    this.#drawShadow(radius, EDGE);
    this.#circle(radius - 0.5);
    this.#paint('surface', 'edge', 1);
    this.#drawRing(marker, radius - EDGE, radius * (1 - GROUP_RING));
    this.#write(marker.number, 12, 'text');
  }

  #drawPin(marker: DrawnMarker): void {
    const context = this.#context;
    const ring = PIN.head - 1 - EDGE;
    context.translate(0, -PIN.head - PIN.tip);
    this.#drawShadow(PIN.head - 0.5, 1);
    this.#pinOutline();
    this.#paint('surface', 'strong-edge', 1);
    this.#drawRing(marker, ring, ring - PIN_RING);
    this.#write(marker.number, 11, 'text');
    const sign = this.#look.sign(marker.values);
    if (sign === undefined) return;
    context.translate(SIGN.across, -SIGN.up);
    this.#circle(SIGN.radius);
    this.#paint('text', 'surface', EDGE);
    this.#write(sign, 10, 'surface');
  }

  #circle(radius: number): void {
    this.#context.beginPath();
    this.#context.arc(0, 0, radius, 0, TURN);
  }

  #pinOutline(): void {
    const { head, tip } = PIN;
    const radius = head - 1;
    const across = Math.acos(radius / (head + tip));
    this.#context.beginPath();
    this.#context.moveTo(0, head + tip);
    this.#context.arc(0, 0, radius, TURN / 4 + across, TURN / 4 - across);
    this.#context.closePath();
  }

  #drawShadow(radius: number, down: number): void {
    const context = this.#context;
    context.beginPath();
    context.arc(0, down, radius, 0, TURN);
    context.fillStyle = SHADOW;
    context.fill();
  }

  /** Fills the outline in hand, and draws its edge. */
  #paint(fill: string, edge: string, width: number): void {
    const context = this.#context;
    context.fillStyle = this.#color(fill);
    context.fill();
    context.strokeStyle = this.#color(edge);
    context.lineWidth = width;
    context.stroke();
  }

  #drawRing({ slices }: DrawnMarker, outer: number, inner: number): void {
    const context = this.#context;
    const { statuses } = this.#look;
    context.lineWidth = outer - inner;
    for (const { index, start, end } of slices) {
      context.beginPath();
      context.arc(0, 0, (outer + inner) / 2, TWELVE + start, TWELVE + end);
      context.strokeStyle = this.#color(statuses[index]!);
      context.stroke();
    }
    if (slices.length < 2) return;
    context.beginPath();
    for (const { start } of slices) {
      const [across, down] = [Math.sin(start), -Math.cos(start)];
      context.moveTo(inner * across, inner * down);
      context.lineTo(outer * across, outer * down);
    }
    context.strokeStyle = this.#color('surface');
    context.lineWidth = 1;
    context.stroke();
  }

  #write(text: string, size: number, color: string): void {
    const context = this.#context;
    // Reading a font takes longer than writing with it.
    if (this.#fontSize !== size) context.font = `600 ${size}px ${this.#font}`;
    this.#fontSize = size;
    context.fillStyle = this.#color(color);
    context.fillText(text, 0, 0.5);
  }
}
