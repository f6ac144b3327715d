import { colorProbe } from '../shared/color-probe.js';

/** As CSS computes a colour that was mixed in sRGB: `color(srgb 0 0.5 1 / 0.5)`. */
const NUMBERS = /^color\(srgb (\S+) (\S+) (\S+?)(?: \/ (\S+))?\)$/;

/** Red, green, blue and alpha, 0 to 1, the first three multiplied by the last. */
function premultiplied(color: string): number[] {
  const [, red, green, blue, alpha = 1] = NUMBERS.exec(color) ?? [];
  // What is no colour, or has no such channel, is as black as CSS makes it.
  return [red, green, blue, 1].map(channel => (Number(channel) || 0) * Number(alpha));
}

/**
 * Colours and a font that CSS decides, for what CSS does not draw: host pages change them at any time, by a property, a
 * class or another scheme.
 */
export class Paints {
  readonly #probes = document.createElement('div');
  #colors: Float32Array | undefined;
  #font: string | undefined;

  /**
   * @param colors as CSS writes them, for example `var(--ev-color-surface, Canvas)`
   * @param onChange a colour or the font has become another
   */
  constructor(parent: HTMLElement, colors: readonly string[], onChange: () => void) {
    this.#probes.className = 'paints';
    // Mixed with itself, every colour is computed as numbers of one kind.
    this.#probes.append(...colors.map(color => colorProbe(`color-mix(in srgb, ${color}, ${color})`)));
    parent.append(this.#probes);
    // Of a colour, or of the font, which has such a transition too.
    this.#probes.addEventListener('transitionend', () => {
      this.forget();
      onChange();
    });
  }

  /** Red, green, blue and alpha of each colour in turn, 0 to 1, the first three multiplied by the last. */
  get colors(): Float32Array {
    this.#colors ??= Float32Array.from(
      [...this.#probes.children].flatMap(probe => premultiplied(getComputedStyle(probe).color)),
    );
    return this.#colors;
  }

  /** The family of the font, as CSS writes it. */
  get font(): string {
    this.#font ??= getComputedStyle(this.#probes).fontFamily;
    return this.#font;
  }

  /** They may have changed while nothing was shown, which no transition tells. */
  forget(): void {
    this.#colors = undefined;
    this.#font = undefined;
  }
}
