import { build } from 'esbuild';

const ENTRY = `
  export { LAST_MESSAGE_BUCKETS, lastMessageStatuses } from './src/model/last-message.js';
  export { COUNTED, FIXED_STATUSES, lookOf } from './src/render/shared/status-look.js';
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
  const { COUNTED, FIXED_STATUSES, LAST_MESSAGE_BUCKETS, lastMessageStatuses, lookOf } = source;
  const statuses = { ...FIXED_STATUSES, 'last-message': lastMessageStatuses(LAST_MESSAGE_BUCKETS) };
  return Object.fromEntries(
    Object.entries(statuses).map(([dimension, list]) => [
      dimension,
      list.map(status => {
        const { color, label } = lookOf(dimension, status, list);
        const what =
          dimension === 'last-message' ? `last message: ${label.toLowerCase()}` : label.toLowerCase();
        return {
          name: `--ev-color-${dimension}-${status}`,
          description: `Colour of ${COUNTED[dimension].many} by ${dimension === 'last-message' ? what : `${dimension} status: ${what}`}.`,
          default: color,
        };
      }),
    ]),
  );
}
