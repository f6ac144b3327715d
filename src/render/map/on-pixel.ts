/** A length on a whole pixel of the screen: what is drawn is sharp there only. */
export function onPixel(length: number): number {
  return Math.round(length * devicePixelRatio) / devicePixelRatio;
}
