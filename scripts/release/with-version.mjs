/**
 * A package.json, of the library or of an example that depends on it, or the library's lock file, with its version set.
 * @param {string} text
 * @param {string} version
 */
export function withVersion(text, version) {
  const given = JSON.parse(text);
  if ('version' in given) given.version = version;
  if (given.dependencies?.['ev-widgets']) given.dependencies['ev-widgets'] = `^${version}`;
  if (given.packages?.['']) given.packages[''].version = version;
  return `${JSON.stringify(given, undefined, 2)}\n`;
}
