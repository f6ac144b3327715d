import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Reads a file below a folder.
 * @param {string} folder
 * @param {string} path as the URL gave it, decoded
 * @returns {Promise<{bytes: Buffer, type: string, version: string} | undefined>} undefined where there is none that may be
 * served: it is missing, a folder, outside, or of a type that the page has no use for
 */
export async function readStaticFile(folder, path) {
  const type = TYPES[extname(path)];
  const file = join(folder, path);
  if (!type || path.includes('\0') || path.includes('\\') || !file.startsWith(folder + sep)) return undefined;
  try {
    const { size, mtimeMs } = await stat(file);
    return { bytes: await readFile(file), type, version: `${size}-${mtimeMs}` };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR') return undefined;
    throw error;
  }
}
