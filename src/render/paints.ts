/**
 * Colours and a font that CSS decides, for what CSS does not draw: host pages change them at any time, by a property, a
 * class or another scheme.
 */
export class Paints {
  readonly #probes = document.createElement('div');
  #values: Float32Array | undefined;
  #font: string | undefined;

  /**
   * @param colors as CSS writes them, for example `var(--ev-color-surface, Canvas)`
   * @param onChange a colour or the font has become another
   */
  constructor(parent: HTMLElement, colors: readonly string[], onChange: () => void) {
    this.#probes.className = 'paints';
    for (const color of colors) {
      const probe = document.createElement('i');
      probe.style.color = color;
      this.#probes.append(probe);
    }
    parent.append(this.#probes);
    // Nothing else tells when what is computed changes: each has a transition that is over at once.
    this.#probes.addEventListener('transitionend', () => {
      this.forget();
      onChange();
    });
  }

  /** Red, green and blue of each colour in turn, 0 to 1. */
  get values(): Float32Array {
    this.#values ??= this.#read();
    return this.#values;
  }

  /** The family of the font, as CSS writes it. */
  get font(): string {
    this.#font ??= getComputedStyle(this.#probes).fontFamily;
    return this.#font;
  }

  /** They may have changed while nothing was shown, which no transition tells. */
  forget(): void {
    this.#values = undefined;
    this.#font = undefined;
  }

  #read(): Float32Array {
    const probes = [...this.#probes.children];
    // A canvas understands every colour that CSS does.
    const pixels = new OffscreenCanvas(probes.length, 1).getContext('2d', { willReadFrequently: true })!;
    probes.forEach((probe, index) => {
      pixels.fillStyle = getComputedStyle(probe).color;
      pixels.fillRect(index, 0, 1, 1);
    });
    const { data } = pixels.getImageData(0, 0, probes.length, 1);
    return Float32Array.from({ length: 3 * probes.length }, (_, at) => {
      const channel = 4 * Math.floor(at / 3) + (at % 3);
      return data[channel]! / 255;
    });
  }
}
