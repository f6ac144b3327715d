import { readFileSync } from 'node:fs';

import { changesBetween, levelOf } from './manifest/changes.mjs';
import { lastVersion } from './release/last-version.mjs';
import { nextVersion } from './release/next-version.mjs';

/** Says what a host meets that goes from the last version to this one, and which version that asks for, by the manifests of both. */
const last = lastVersion();
if (!last) {
  console.log('No version was released yet: all is new.');
} else {
  const changes = changesBetween(last.manifest, JSON.parse(readFileSync('custom-elements.json', 'utf8')));
  const level = levelOf(changes);
  console.log(`Since ${last.version}: ${level}, so ${nextVersion(last.version, level)} is next.`);
  for (const { level: asked, text } of changes) console.log(`- ${asked}: ${text}`);
}
