import type { PictureLook } from './picture-look.js';
import { textLines } from './text-lines.js';

/** A text's size in em of the element's text, and its colour as CSS writes it. */
export interface TextStyle {
  size?: number;
  isBold?: boolean;
  color?: string;
  align?: 'start' | 'end' | 'center';
}

/** A part of a picture that has a place: its size, and what draws it. Lengths are pixels of CSS. */
export interface Block {
  width: number;
  height: number;
  /** @param start how far from the edge that texts begin at, and `top`: from the upper edge */
  draw(start: number, top: number): void;
}

/** Of a line, in em of its text. */
export const LINE_HEIGHT = 1.4;

/** What a picture is drawn on: measures and writes texts, and mirrors places where texts run from right to left. */
export class Sheet {
  /** Pixels of CSS; known once all blocks are. */
  width = 0;

  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly look: PictureLook,
  ) {}

  /** So many times the size of the element's text, in pixels. */
  em(times: number): number {
    return times * this.look.em;
  }

  /** The left side of what begins so far from the edge that texts begin at. */
  left(start: number, width: number): number {
    return this.look.isRightToLeft ? this.width - start - width : start;
  }

  widthOf(text: string, style: TextStyle = {}): number {
    this.setFont(style);
    return this.context.measureText(text).width;
  }

  linesOf(text: string, room: number, style: TextStyle = {}): string[] {
    return textLines(text, room, line => this.widthOf(line, style));
  }

  /** Writes a line whose middle is at `middle`; it begins, ends or has its middle at `x`, from the left. */
  write(text: string, x: number, middle: number, style: TextStyle = {}): void {
    const { context, look } = this;
    const { color = 'var(--_text)', align = 'start' } = style;
    this.setFont(style);
    context.direction = look.isRightToLeft ? 'rtl' : 'ltr';
    context.textAlign = align;
    // Digits of any font are centred by their own height.
    const { actualBoundingBoxAscent } = context.measureText('0');
    context.fillStyle = look.color(color);
    context.fillText(text, x, middle + actualBoundingBoxAscent / 2);
  }

  /** Fills a box with round corners. */
  box(left: number, top: number, width: number, height: number, color: string, radius = 0): void {
    const { context } = this;
    context.fillStyle = this.look.color(color);
    context.beginPath();
    context.roundRect(left, top, width, height, radius);
    context.fill();
  }

  /** Draws within a box of its own units, `side` wide and high. */
  within(left: number, top: number, size: number, side: number, draw: () => void): void {
    const { context } = this;
    context.save();
    context.translate(left, top);
    context.scale(size / side, size / side);
    draw();
    context.restore();
  }

  private setFont({ size = 1, isBold = false }: TextStyle): void {
    this.context.font = `${isBold ? 600 : 400} ${this.em(size)}px ${this.look.family}`;
    this.context.textBaseline = 'alphabetic';
  }
}
