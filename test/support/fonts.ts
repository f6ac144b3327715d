/** A font as wide as any system's, and one as narrow: a layout that holds in both depends on no machine's font. */
const FILES = {
  wide: {
    400: new URL(
      '../../node_modules/@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
      import.meta.url,
    ),
    700: new URL(
      '../../node_modules/@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2',
      import.meta.url,
    ),
  },
  narrow: {
    400: new URL(
      '../../node_modules/@fontsource/roboto-condensed/files/roboto-condensed-latin-400-normal.woff2',
      import.meta.url,
    ),
    700: new URL(
      '../../node_modules/@fontsource/roboto-condensed/files/roboto-condensed-latin-700-normal.woff2',
      import.meta.url,
    ),
  },
} as const;

/**
 * Loads a font into the document, in regular and bold.
 * @returns the name of its family, for `--ev-font-family`
 */
export async function useFont(width: keyof typeof FILES): Promise<string> {
  // No name that the machine may have a font of.
  const family = `ev-test-${width}`;
  const loaded = [...document.fonts].some(face => face.family === family);
  if (!loaded) {
    const faces = Object.entries(FILES[width]).map(
      ([weight, file]) => new FontFace(family, `url(${file.href})`, { weight }),
    );
    for (const face of await Promise.all(faces.map(face => face.load()))) document.fonts.add(face);
  }
  return family;
}
