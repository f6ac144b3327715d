import { changesSinceLast } from './release/changes-since.mjs';

/** Says what a host meets that goes from the last version to this one, and which version that asks for, by the manifests of both. */
const since = changesSinceLast();
if (!since) {
  console.log('No version was released yet: all is new.');
} else {
  const { last, changes, level, next } = since;
  console.log(`Since ${last}: ${level}, so ${next} is next.`);
  for (const { level: asked, text } of changes) console.log(`- ${asked}: ${text}`);
}
