import { executeServerCommand } from '@web/test-runner-commands';

/** Red, green and blue, 0 to 255. */
export type Color = [red: number, green: number, blue: number];

/** What is seen of the page at a moment; one pixel of the screen a pixel of CSS. */
export interface Screenshot {
  /** The colour at a point of the viewport. */
  colorAt(x: number, y: number): Color;
}

/** What is seen of an element and of some pixels around it. */
export async function screenshotOf(element: Element, margin = 8): Promise<Screenshot> {
  const box = element.getBoundingClientRect();
  const [left, top] = [Math.floor(box.left) - margin, Math.floor(box.top) - margin];
  const [width, height] = [Math.ceil(box.width) + 2 * margin, Math.ceil(box.height) + 2 * margin];
  const clip = { x: left, y: top, width, height };
  const encoded = await executeServerCommand<string, object>('screenshot', clip);
  const bytes = Uint8Array.from(atob(encoded), character => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const pixels = new OffscreenCanvas(width, height).getContext('2d')!;
  pixels.drawImage(image, 0, 0);
  return {
    colorAt: (x, y) =>
      [...pixels.getImageData(Math.floor(x) - left, Math.floor(y) - top, 1, 1).data].slice(0, 3) as Color,
  };
}

/** Pretends that the system forces its own colours on pages, until called with false. */
export async function forceColors(isActive: boolean): Promise<void> {
  await executeServerCommand('forced-colors', isActive ? 'active' : 'none');
}
