/** How a picture looks: in the colours, the font, the sizes and the direction of the element that it is of. */
export class PictureLook {
  readonly family: string;
  /** The size of the element's text in pixels. */
  readonly em: number;
  readonly isRightToLeft: boolean;
  /** Whether statuses have patterns beside their colours. */
  readonly isPatterned: boolean;
  private readonly probe = document.createElement('span');
  private readonly colors = new Map<string, string>();

  /** @param root the element's shadow root, which is probed until `release` is called */
  constructor(root: ShadowRoot) {
    const { probe } = this;
    Object.assign(probe.style, {
      ...{ forcedColorAdjust: 'none', position: 'absolute', visibility: 'hidden' },
      opacity: 'var(--ev-patterns, 0)',
    });
    root.append(probe);
    const { fontFamily, fontSize, direction, opacity } = getComputedStyle(probe);
    this.family = fontFamily;
    this.em = parseFloat(fontSize);
    this.isRightToLeft = direction === 'rtl';
    this.isPatterned = opacity === '1' || matchMedia('(forced-colors: active)').matches;
  }

  /** A colour as a canvas takes it, of one as CSS writes it: `var(--_surface)`. */
  color(css: string): string {
    let color = this.colors.get(css);
    if (color === undefined) {
      this.probe.style.color = css;
      color = getComputedStyle(this.probe).color;
      this.colors.set(css, color);
    }
    return color;
  }

  release(): void {
    this.probe.remove();
  }
}
