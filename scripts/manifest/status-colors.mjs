import { build } from 'esbuild';

const ENTRY = `
  export { SECTIONS } from './src/render/shared/sections.js';
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
  const { SECTIONS, lookOf } = source;
  return Object.fromEntries(
    Object.entries(SECTIONS).map(([dimension, { counted, statuses: list }]) => [
      dimension,
      list.map(status => {
        const { color, label } = lookOf(dimension, status, list);
        const what =
          dimension === 'last-message' ? `last message: ${label.toLowerCase()}` : label.toLowerCase();
        return {
          name: `--ev-color-${dimension}-${status}`,
          description: `Colour of ${counted.many} by ${dimension === 'last-message' ? what : `${dimension} status: ${what}`}.`,
          default: color,
        };
      }),
    ]),
  );
}
