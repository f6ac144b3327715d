/** A length on a whole pixel of the screen: what is drawn is sharp there only. */
export function onPixel(length: number): number {
  return Math.round(length * devicePixelRatio) / devicePixelRatio;
}

/** Calls back when the screen or the user's zoom gives a pixel of CSS another number of pixels. Returns what ends it. */
export function onPixelRatioChange(callback: () => void): () => void {
  const life = new AbortController();
  const listen = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        listen();
        callback();
      },
      { once: true, signal: life.signal },
    );
  };
  listen();
  return () => {
    life.abort();
  };
}
