import { partOf, parts, until } from './page.js';

/** A file that the page had its browser save. */
interface SavedFile {
  name: string;
  blob: Blob;
}

/** What the page saves and copies from now on, in place of the browser. */
export class Saved {
  readonly files: SavedFile[] = [];
  /** Each by its kinds. */
  readonly copied: Record<string, Blob>[] = [];
  /** Why the browser lets nothing be copied. */
  refusal?: Error;
  private readonly click = HTMLAnchorElement.prototype.click;
  private readonly write = Clipboard.prototype.write;

  constructor() {
    const { files, click } = this;
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) return click.call(this);
      const { download: name, href } = this;
      void fetch(href)
        .then(response => response.blob())
        .then(blob => files.push({ name, blob }));
    };
    Clipboard.prototype.write = async items => {
      if (this.refusal) throw this.refusal;
      for (const item of items) {
        const kinds = await Promise.all(
          item.types.map(async kind => [kind, await item.getType(kind)] as const),
        );
        this.copied.push(Object.fromEntries(kinds));
      }
    };
  }

  /** Gives the browser back what it does. */
  restore(): void {
    HTMLAnchorElement.prototype.click = this.click;
    Clipboard.prototype.write = this.write;
  }

  /** The only file that was saved, once it is. */
  async file(): Promise<SavedFile> {
    await until(() => this.files.length > 0);
    return this.files[0]!;
  }
}

/** Opens the menu of a view, and chooses from it. */
export async function choose(view: Element, choice: string): Promise<void> {
  partOf(view, 'save').click();
  const wanted = () => parts(view, 'save-choice').find(({ dataset }) => dataset.choice === choice);
  await until(() => wanted()?.checkVisibility() === true);
  wanted()!.click();
}

/** What is said of what was chosen. */
export const toldOf = (view: Element): string =>
  partOf(view, 'save').parentElement!.querySelector('[role="status"]')!.textContent;

/** A picture's pixels. */
export interface Pixels {
  width: number;
  height: number;
  /** The colour at a place, as `rgbOf` writes it. */
  at(x: number, y: number): number;
}

const colorIn = (data: Uint8ClampedArray, index: number) =>
  (data[index]! << 16) | (data[index + 1]! << 8) | data[index + 2]!;

/** A PNG as it decodes. */
export async function pixelsOf(png: Blob): Promise<Pixels> {
  const image = await createImageBitmap(png);
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, at: (x, y) => colorIn(data, 4 * (y * width + x)) };
}

/** A colour of CSS as pixels have it: 0xRRGGBB. */
export function rgbOf(color: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return colorIn(context.getImageData(0, 0, 1, 1).data, 0);
}

/** How many pixels have a colour, left of `end`. */
export function countOf(pixels: Pixels, color: number, end = pixels.width): number {
  let count = 0;
  for (let y = 0; y < pixels.height; y++)
    for (let x = 0; x < end; x++) if (pixels.at(x, y) === color) count += 1;
  return count;
}
