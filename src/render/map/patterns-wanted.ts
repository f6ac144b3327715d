import { StyleProbe } from '../shared/style-probe.js';

/** Tells whether patterns are shown, and calls back when that changes. */
export class PatternsWanted {
  private readonly probe: StyleProbe;

  constructor(onChange: () => void) {
    this.probe = new StyleProbe('opacity', 'var(--_patterns)', onChange);
  }

  get element(): HTMLElement {
    return this.probe.element;
  }

  /** Read once the element is in the document. */
  get areWanted(): boolean {
    return this.probe.current === '1';
  }
}
