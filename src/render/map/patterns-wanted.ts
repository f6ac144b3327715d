/**
 * Tells whether patterns are wanted (`--ev-patterns`, or forced colours), and when that changes. No event tells of a CSS property, but a
 * transition that depends on it, which is over at once, ends in a `transitionend`.
 */
export class PatternsWanted {
  readonly element = document.createElement('i');

  constructor(onChange: () => void) {
    this.element.className = 'patterns-wanted';
    this.element.addEventListener('transitionend', onChange);
  }

  /** Read once the element is in the document. */
  get areWanted(): boolean {
    return getComputedStyle(this.element).opacity === '1';
  }
}
