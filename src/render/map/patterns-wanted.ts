import { styleProbe } from '../shared/style-probe.js';

/** Tells whether patterns are shown, and calls back when that changes. */
export class PatternsWanted {
  readonly element: HTMLElement;

  constructor(onChange: () => void) {
    this.element = styleProbe('opacity', 'var(--_patterns)', onChange);
  }

  /** Read once the element is in the document. */
  get areWanted(): boolean {
    return getComputedStyle(this.element).opacity === '1';
  }
}
