/** For each property that tells of a change by its transition, one that takes the same values and has none: it reads as it is now, also in mid-transition. */
const READ = { color: 'backgroundColor', opacity: 'flexGrow' } as const;

/**
 * A hidden element whose style depends on what no event tells of, such as the scheme of colours or a CSS property: when that changes, its
 * transition, which is over at once, ends in a `transitionend`. None does where the element is not shown: there, it is to be read again once it is.
 */
export class StyleProbe {
  readonly element = document.createElement('i');

  constructor(
    private readonly property: keyof typeof READ,
    value: string,
    onChange: () => void,
  ) {
    Object.assign(this.element.style, {
      position: 'absolute',
      visibility: 'hidden',
      forcedColorAdjust: 'none',
      transition: `${property} 1ms`,
      [property]: value,
      [READ[property]]: value,
    });
    this.element.addEventListener('transitionend', onChange);
  }

  /** What the value comes to now, as computed styles write it; for an element in a document. */
  get current(): string {
    return getComputedStyle(this.element)[READ[this.property]];
  }
}
