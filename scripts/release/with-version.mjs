/**
 * A package.json, of the library, of its server or of an example that depends on it, or their lock file, with the version set.
 * @param {string} text
 * @param {string} version
 */
export function withVersion(text, version) {
  const given = JSON.parse(text);
  if ('version' in given) given.version = version;
  if (given.dependencies?.['ev-widgets']) given.dependencies['ev-widgets'] = `^${version}`;
  for (const folder of ['', 'server']) if (given.packages?.[folder]) given.packages[folder].version = version;
  return `${JSON.stringify(given, undefined, 2)}\n`;
}
