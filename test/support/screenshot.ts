import { executeServerCommand } from '@web/test-runner-commands';

/** Red, green and blue, 0 to 255. */
export type Color = [red: number, green: number, blue: number];

/** How light a colour is, as WCAG reckons it: 0 to 1. */
export function luminance(color: Color): number {
  const [red, green, blue] = color.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Color;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast of two colours: 1 to 21. */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

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
