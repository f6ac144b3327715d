import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { releasedChangelog } from './release/changelog.mjs';
import { changesSinceLast } from './release/changes-since.mjs';
import { isBefore } from './release/next-version.mjs';
import { withRepository } from './release/with-repository.mjs';
import { withVersion } from './release/with-version.mjs';

/**
 * `npm run release [-- VERSION]` makes a version ready to be published, of the folder that it runs in: checks everything, sets the version that the manifest's changes ask
 * for, or a later one that is given, of the library and its server, says in package.json which repository it is pushed to, dates the changelog, packs, and publishes on trial. What leaves the machine is left to whoever runs it, who is told how.
 */
const CHECKS = [['test'], ['run', 'test:hosts']];

const read = file => readFileSync(file, 'utf8');
const git = (...given) => execFileSync('git', given, { encoding: 'utf8' }).split('\n').filter(Boolean);

function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function npm(given, hint = []) {
  console.log(`\n> npm ${given.join(' ')}`);
  const { status } = spawnSync('npm', given, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) stop(`npm ${given.join(' ')} failed, so there is no release.`, ...hint);
}

const uncommitted = git('status', '--porcelain');
if (uncommitted.length > 0) stop('A release is made of what is committed; these are not:', ...uncommitted);

const { name: library, version: current } = JSON.parse(read('package.json'));
const { changes, next: least } = changesSinceLast() ?? { changes: [], next: current };
const [version = least] = process.argv.slice(2);
let changelog;
try {
  if (isBefore(version, least)) {
    const asking = changes.map(({ level, text }) => `- ${level}: ${text}`);
    stop(`${version} comes before ${least}, which the changes of custom-elements.json ask for:`, ...asking);
  }
  changelog = releasedChangelog(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
} catch (error) {
  stop(error.message);
}
for (const check of CHECKS) npm(check);

writeFileSync('CHANGELOG.md', changelog);
const PACKAGES = ['package.json', 'server/package.json'];
const stating = git('ls-files', ...PACKAGES, 'package-lock.json', 'examples/hosts/*/package.json');
for (const file of stating) writeFileSync(file, withVersion(read(file), version));
const [origin] = git('config', '--default', '', '--get', 'remote.origin.url');
for (const file of PACKAGES) writeFileSync(file, withRepository(read(file), origin));

const tarballs = PACKAGES.map(file => `${JSON.parse(read(file)).name}-${version}.tgz`);
const undo = ['The version is set all the same; `git restore .` takes it back.'];
npm(['pack', '--workspaces', '--include-workspace-root'], undo);
for (const tarball of tarballs) npm(['publish', '--dry-run', tarball], undo);

console.log(`
${library} ${version} is ready, and nothing has left this machine. Next:
  git commit --all --message "Release ${version}"
  git tag v${version}
  git push origin HEAD v${version}
${tarballs.map(tarball => `  npm publish ${tarball}`).join('\n')}
To take it back instead: git restore .`);
