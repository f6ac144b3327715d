import type { MarkerLook } from './marker.js';
import { Paints } from './paints.js';
import { onPixel } from '../shared/pixel-ratio.js';
import { OTHER_PAINTS, RingCanvas } from './ring-canvas.js';
import type { Box, OtherPaint, Ring } from './ring-canvas.js';

/** Pixels around what is seen in which rings are drawn too: a pan this far moves the canvas alone. */
const MARGIN = 96;

/** Milliseconds in which a ring comes. */
const OPENING = 200;

const SURFACE = 'var(--ev-color-surface, Canvas)';
const TEXT = 'var(--ev-color-text, CanvasText)';

/** The edge of a marker's ground is the text's colour, thinned. */
const PAINTS: Readonly<Record<OtherPaint, string>> = {
  surface: SURFACE,
  groupEdge: `color-mix(in srgb, ${TEXT} 22%, ${SURFACE})`,
  pinEdge: `color-mix(in srgb, ${TEXT} 45%, ${SURFACE})`,
  text: TEXT,
};

/** A marker's ring, and how it comes. */
export interface MarkerRing extends Ring {
  /** From where, in pixels beside its place, and since when, as `performance.now()` tells it. */
  opening?: { across: number; down: number; since: number } | undefined;
}

/** Where and how large a ring is at a moment, while it comes and after. */
function grown(ring: MarkerRing, now: number): Ring {
  const { opening } = ring;
  if (!opening) return ring;
  const left = Math.max(0, 1 - (now - opening.since) / OPENING) ** 2;
  return {
    ...ring,
    x: ring.x + opening.across * left,
    y: ring.y + opening.down * left,
    scale: 1 - 0.4 * left,
    opacity: 1 - left,
  };
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.left + outer.width >= inner.left + inner.width &&
    outer.top + outer.height >= inner.top + inner.height
  );
}

/** The rings of a map's markers: drawn when they, their colours or what is seen of them changed, and only then. */
export class MarkerRings {
  readonly #parent: HTMLElement;
  readonly #canvas = new RingCanvas(isLost => this.#onLost(isLost));
  readonly #paints: Paints;
  #rings: readonly MarkerRing[] = [];
  #seen: Box | undefined;
  #drawn: Box | undefined;
  #frame = 0;

  /**
   * @param parent what rings and boxes are placed in
   * @throws where WebGL2 can't be had
   */
  constructor(parent: HTMLElement, { statuses, color }: MarkerLook) {
    this.#parent = parent;
    this.#canvas.element.className = 'marker-rings';
    const colors = [...statuses.map(color), ...OTHER_PAINTS.map(name => PAINTS[name])];
    this.#paints = new Paints(parent, colors, () => this.#drawSoon());
    parent.append(this.#canvas.element);
    document.fonts.addEventListener('loadingdone', this.#onFonts);
  }

  /** Colours and font may have become others while nothing was shown. */
  forgetLook(): void {
    this.#paints.forget();
    this.#drawSoon();
  }

  #onLost(isLost: boolean): void {
    this.#parent.classList.toggle('undrawn', isLost);
    if (!isLost) this.#drawSoon();
  }

  readonly #onFonts = (): void => {
    this.#canvas.forgetText();
    this.#drawSoon();
  };

  /**
   * Draws these, and no others, the later above the earlier.
   * @param seen what is seen of the plane that they stand on
   */
  draw(rings: readonly MarkerRing[], seen: Box): void {
    this.#rings = rings;
    // A map that takes on a size may have been hidden, while nothing told of colours.
    if (this.#isResized(seen)) this.#paints.forget();
    this.#seen = seen;
    this.#draw();
  }

  /** Draws the same again where what is seen now was not drawn yet. */
  follow(seen: Box): void {
    if (!this.#drawn || !holds(this.#drawn, seen) || this.#isResized(seen)) this.draw(this.#rings, seen);
  }

  #isResized({ width, height }: Box): boolean {
    return width !== this.#seen?.width || height !== this.#seen.height;
  }

  #drawSoon(): void {
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (!this.#seen) return;
    const margin = onPixel(MARGIN);
    const { left, top, width, height } = this.#seen;
    this.#drawn = {
      left: left - margin,
      top: top - margin,
      width: width + 2 * margin,
      height: height + 2 * margin,
    };
    const now = performance.now();
    this.#canvas.draw(
      this.#rings.map(ring => grown(ring, now)),
      this.#drawn,
      this.#paints.colors,
      this.#paints.font,
    );
    if (this.#rings.some(({ opening }) => opening && now < opening.since + OPENING)) this.#drawSoon();
  }

  /** Takes the drawing away, and frees what it took. */
  remove(): void {
    cancelAnimationFrame(this.#frame);
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    this.#seen = undefined;
    this.#canvas.remove();
  }
}
