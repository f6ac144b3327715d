import { readFileSync } from 'node:fs';

import { changesBetween, levelOf } from '../manifest/changes.mjs';
import { lastVersion } from './last-version.mjs';
import { nextVersion } from './next-version.mjs';

/**
 * What a host meets that goes from the last version to what is here, by the manifests of both.
 * @returns {{last: string, changes: ReturnType<typeof changesBetween>, level: string, next: string} | undefined} the least version that this asks for; undefined where none was released
 */
export function changesSinceLast() {
  const last = lastVersion();
  if (!last) return undefined;
  const changes = changesBetween(last.manifest, JSON.parse(readFileSync('custom-elements.json', 'utf8')));
  const level = levelOf(changes);
  return { last: last.version, changes, level, next: nextVersion(last.version, level) };
}
