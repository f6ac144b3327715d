import { build } from 'esbuild';

const ENTRY = `
  export { localizeFor } from './src/messages/nearest-language.js';
  export { SECTIONS } from './src/render/shared/sections.js';
  export { labelOf } from './src/render/shared/status-label.js';
  export { lookOf } from './src/render/shared/status-look.js';
`;

/** The colours as the source has them, for each dimension: `--ev-color-<dimension>-<status>` with its default. */
export async function readStatusColors() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const source = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const { SECTIONS, labelOf, localizeFor, lookOf } = source;
  const english = localizeFor('en');
  return Object.fromEntries(
    Object.entries(SECTIONS).map(([dimension, { counted, statuses: list }]) => [
      dimension,
      list.map(status => {
        const label = labelOf(english, dimension, status).toLowerCase();
        const what =
          dimension === 'last-message' ? `last message: ${label}` : `${dimension} status: ${label}`;
        const { light, dark } = lookOf(dimension, status, list).color;
        return {
          name: `--ev-color-${dimension}-${status}`,
          description: `Colour of ${english.term(`${counted}Noun`, english.amount(2))} by ${what}.`,
          default: `light-dark(${light}, ${dark})`,
        };
      }),
    ]),
  );
}
