import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { readableOn } from '../shared/status-colors.js';
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
    const { width, height } = this.fit.measure(this.localize.number(count));
    const size = NUMBER_SIZE * this.em;
    return { width: width * size, height: height * size };
  }

  /**
   * A slice's number.
   * @param color the slice's, on which it is readable where it stands within
   */
  number(count: number, { x, y, isBeside }: LabelPlace, color: string): SVGTemplateResult {
    const text = this.localize.number(count);
    const size = NUMBER_SIZE * this.em;
    return isBeside ? this.text(text, x, y, size, 'beside') : this.text(text, x, y, size, 'within', color);
  }

  /** The total, and what it counts. */
  total(count: number, noun: string): SVGTemplateResult {
    return svg`${this.boxed(this.localize.number(count), TOTAL_SIZE, TOTAL_BOX, 'number')}
      ${this.boxed(noun, NUMBER_SIZE, NOUN_BOX, 'noun')}`;
  }

  /** Smaller where its box asks for it. */
  private boxed(text: string, size: number, box: typeof TOTAL_BOX, kind: string): SVGTemplateResult {
    const { width, height } = this.fit.measure(text);
    return this.text(text, 0, box.y, Math.min(size * this.em, box.width / width, box.height / height), kind);
  }

  private text(
    text: string,
    x: number,
    y: number,
    size: number,
    kind: string,
    ground?: string,
  ): SVGTemplateResult {
    return svg`<text
      class=${kind}
      x=${x.toFixed(1)}
      y=${y.toFixed(1)}
      font-size=${size.toFixed(2)}
      fill=${ground ? readableOn(ground) : nothing}
      stroke=${ground ?? nothing}
    >${text}</text>`;
  }
}
