import { execFileSync } from 'node:child_process';

const git = (...given) =>
  execFileSync('git', given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 });

/**
 * The last version before what is checked out, by its tag, with its manifest.
 * @returns {{version: string, manifest: object} | undefined} undefined where none was released
 */
export function lastVersion() {
  let tag;
  try {
    tag = git('describe', '--tags', '--match', 'v[0-9]*', '--abbrev=0').trim();
  } catch {
    return undefined;
  }
  return { version: tag.slice(1), manifest: JSON.parse(git('show', `${tag}:custom-elements.json`)) };
}
