import type { Localize } from '../../messages/localize.js';
import type { LabelPlace, Size } from './label-places.js';

/** What fits into a drawing. */
export interface Fit {
  /** The drawing's width in pixels. */
  width: number;
  /** The size of the text around it in pixels. */
  fontSize: number;
  /** The size of a bold text, in ems. */
  measure(text: string): Size;
}

/** A text of a pie, its middle at (x, y), in the pie's own units. */
export interface PieText {
  kind: 'within' | 'beside' | 'number' | 'noun';
  text: string;
  x: number;
  y: number;
  size: number;
}

/** The smallest text, in the pie's own units: in a large pie it grows with it. */
const LEAST_TEXT = 11;
/** The sizes of the texts, in ems of the text around the pie. */
const NUMBER_SIZE = 0.93;
const TOTAL_SIZE = 1.86;
/** The boxes in the hole that the total and what it counts fit into. */
const TOTAL_BOX = { y: -8, width: 84, height: 34 };
const NOUN_BOX = { y: 20, width: 76, height: 18 };

/** The texts of a pie, as large as the text around it where they fit. */
export class PieTexts {
  /** The size of the text around the pie, in the pie's own units. */
  private readonly em: number;

  /** @param side the side of the pie's drawing, in its own units */
  constructor(
    private readonly localize: Localize,
    private readonly fit: Fit,
    side: number,
  ) {
    this.em = Math.max(LEAST_TEXT, (fit.fontSize * side) / fit.width);
  }

  /** How large a slice's number is. */
  numberSize(count: number): Size {
    const { width, height } = this.measureNumber(this.localize.number(count));
    const size = NUMBER_SIZE * this.em;
    return { width: width * size, height: height * size };
  }

  /** A slice's number. */
  number(count: number, { x, y, isBeside }: LabelPlace): PieText {
    const text = this.localize.number(count);
    return { kind: isBeside ? 'beside' : 'within', text, x, y, size: NUMBER_SIZE * this.em };
  }

  /** The total, and what it counts. */
  total(count: number, noun: string): PieText[] {
    const number = this.localize.number(count);
    return [
      this.boxed('number', number, this.measureNumber(number), TOTAL_SIZE, TOTAL_BOX),
      this.boxed('noun', noun, this.fit.measure(noun), NUMBER_SIZE, NOUN_BOX),
    ];
  }

  /** Character by character, which do not join in a number of any script: a number that is new lays out nothing. */
  private measureNumber(number: string): Size {
    const sizes = Array.from(number, character => this.fit.measure(character));
    return {
      width: sizes.reduce((sum, { width }) => sum + width, 0),
      height: Math.max(...sizes.map(({ height }) => height)),
    };
  }

  /** Smaller where its box asks for it. */
  private boxed(
    kind: PieText['kind'],
    text: string,
    { width, height }: Size,
    size: number,
    box: typeof TOTAL_BOX,
  ): PieText {
    return {
      ...{ kind, text, x: 0, y: box.y },
      size: Math.min(size * this.em, box.width / width, box.height / height),
    };
  }
}
