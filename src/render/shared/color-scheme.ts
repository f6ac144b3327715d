import { styleProbe } from './style-probe.js';

/**
 * Which scheme of colours an element is shown in: asked of the style itself, for it can be by the element's `color-scheme`, the
 * page's `<meta name="color-scheme">` and the user's preference.
 */
export class ColorScheme {
  private readonly probe: HTMLElement;

  /** @param onChange called when the scheme changes that the root's content is shown in */
  constructor(root: ParentNode, onChange: () => void) {
    this.probe = styleProbe('color', 'light-dark(black, white)', onChange);
    root.append(this.probe);
  }

  get current(): 'light' | 'dark' {
    return getComputedStyle(this.probe).color === 'rgb(0, 0, 0)' ? 'light' : 'dark';
  }

  stop(): void {
    this.probe.remove();
  }
}
