/** What is written on a map, and how large, in pixels of CSS. */
const FONT_SIZES = { group: 12, pin: 11, sign: 10 };

export type GlyphKind = keyof typeof FONT_SIZES;

/** A sign stands on a disc of the text's colour, in an edge of the surface's; radii in pixels of CSS. */
const SIGN_DISC = { outer: 7.5, inner: 6 };

/** A piece of text on the atlas. Lengths are pixels of CSS. */
export interface Glyph {
  width: number;
  height: number;
  advance: number;
  /** Left, top, right and bottom on the atlas, in shares of its size. */
  corners: readonly number[];
}

/** A text of one piece after the other, from left to right. */
export interface Line {
  glyphs: readonly Glyph[];
  width: number;
}

/** In pixels of the screen. */
const WIDTH = 1024;
const LEAST_HEIGHT = 128;
const MOST_HEIGHT = 4096;
const PADDING = 1;

/** Letters that join, or run from right to left, are drawn together; digits are not. */
const JOINED = /\p{M}|(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function piecesOf(text: string): string[] {
  return JOINED.test(text) ? [text] : [...text];
}

/** The text and the signs on a map's markers, each drawn once: red where it has the text's colour, black where the surface's. */
export class GlyphAtlas {
  /** Something was drawn since it was last set to false. */
  isChanged = true;
  #pixels = new OffscreenCanvas(WIDTH, LEAST_HEIGHT).getContext('2d', { willReadFrequently: true })!;
  #glyphs = new Map<string, Glyph>();
  #lines: Record<GlyphKind, Map<string, Line>> = { group: new Map(), pin: new Map(), sign: new Map() };
  #next = { left: 0, top: 0 };
  #family = '';
  #ratio = 0;

  get canvas(): OffscreenCanvas {
    return this.#pixels.canvas;
  }

  /**
   * Sets what is drawn from now on; nothing happens where it is what it was.
   * @param ratio pixels of the screen per pixel of CSS
   */
  setFont(family: string, ratio: number): void {
    if (family === this.#family && ratio === this.#ratio) return;
    this.#family = family;
    this.#ratio = ratio;
    this.forget();
  }

  /** Draws everything anew from now on, for example in a font that has come. */
  forget(): void {
    this.#startAnew(this.canvas.height);
  }

  lineOf(kind: GlyphKind, text: string): Line {
    let line = this.#lines[kind].get(text);
    if (!line) {
      const glyphs = piecesOf(text).map(piece => this.#glyphOf(kind, piece));
      line = { glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
      this.#lines[kind].set(text, line);
    }
    return line;
  }

  #glyphOf(kind: GlyphKind, piece: string): Glyph {
    const key = `${kind} ${piece}`;
    let glyph = this.#glyphs.get(key);
    if (!glyph) this.#glyphs.set(key, (glyph = this.#draw(kind, piece)));
    return glyph;
  }

  #startAnew(height: number): void {
    this.canvas.height = height;
    this.#glyphs.clear();
    for (const lines of Object.values(this.#lines)) lines.clear();
    this.#next = { left: 0, top: 0 };
    this.isChanged = true;
  }

  #draw(kind: GlyphKind, piece: string): Glyph {
    const pixels = this.#pixels;
    const size = FONT_SIZES[kind];
    const font = `600 ${size * this.#ratio}px ${this.#family}`;
    pixels.font = font;
    const advance = pixels.measureText(piece).width / this.#ratio;
    const box = kind === 'sign' ? 2 * SIGN_DISC.outer : 0;
    const wide = Math.ceil((box || advance + 2 * PADDING) * this.#ratio);
    const high = Math.ceil((box || 1.5 * size) * this.#ratio);
    const { left, top } = this.#room(wide, high);
    pixels.save();
    pixels.translate(left + wide / 2, top + high / 2);
    if (kind === 'sign') this.#drawDiscs();
    pixels.font = font;
    pixels.textAlign = 'center';
    pixels.fillStyle = kind === 'sign' ? '#000' : '#f00';
    const { actualBoundingBoxAscent, actualBoundingBoxDescent } = pixels.measureText('0');
    pixels.fillText(piece, 0, (actualBoundingBoxAscent - actualBoundingBoxDescent) / 2);
    pixels.restore();
    this.isChanged = true;
    return {
      width: wide / this.#ratio,
      height: high / this.#ratio,
      advance,
      corners: [
        left / WIDTH,
        top / this.canvas.height,
        (left + wide) / WIDTH,
        (top + high) / this.canvas.height,
      ],
    };
  }

  #drawDiscs(): void {
    const pixels = this.#pixels;
    for (const [radius, color] of [
      [SIGN_DISC.outer, '#000'],
      [SIGN_DISC.inner, '#f00'],
    ] as const) {
      pixels.fillStyle = color;
      pixels.beginPath();
      pixels.arc(0, 0, radius * this.#ratio, 0, 2 * Math.PI);
      pixels.fill();
    }
  }

  /** A free place; where there is none, what was drawn gives way, and the canvas forgets its font. */
  #room(wide: number, high: number): { left: number; top: number } {
    const rowHeight = Math.ceil(2 * FONT_SIZES.group * this.#ratio);
    if (this.#next.left + wide > WIDTH) this.#next = { left: 0, top: this.#next.top + rowHeight };
    if (this.#next.top + Math.max(high, rowHeight) > this.canvas.height)
      this.#startAnew(Math.min(MOST_HEIGHT, 2 * this.canvas.height));
    const place = { ...this.#next };
    this.#next.left += wide + PADDING;
    return place;
  }
}
