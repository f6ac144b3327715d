import { StyleProbe } from './style-probe.js';

/**
 * Which scheme of colours an element is shown in: asked of the style itself, for it can be by the element's `color-scheme`, the
 * page's `<meta name="color-scheme">` and the user's preference.
 */
export class ColorScheme {
  private readonly probe: StyleProbe;

  /** @param onChange called when the scheme changes that the root's content is shown in */
  constructor(root: ParentNode, onChange: () => void) {
    this.probe = new StyleProbe('color', 'light-dark(black, white)', onChange);
    root.append(this.probe.element);
  }

  get current(): 'light' | 'dark' {
    return this.probe.current === 'rgb(0, 0, 0)' ? 'light' : 'dark';
  }

  stop(): void {
    this.probe.element.remove();
  }
}
