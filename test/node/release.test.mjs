import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

import { releasedChangelog } from '../../scripts/release/changelog.mjs';
import { withRepository } from '../../scripts/release/with-repository.mjs';
import { isBefore, nextVersion } from '../../scripts/release/next-version.mjs';

const NEXT = [
  ['0.1.0', 'patch', '0.1.1'],
  ['0.1.0', 'minor', '0.1.1'],
  ['0.1.9', 'major', '0.2.0'],
  ['1.4.2', 'patch', '1.4.3'],
  ['1.4.2', 'minor', '1.5.0'],
  ['1.4.2', 'major', '2.0.0'],
];
for (const [version, level, next] of NEXT)
  test(`a ${level} version after ${version} is ${next}`, () =>
    assert.equal(nextVersion(version, level), next));

test('versions come in the order of their numbers', () => {
  assert.ok(isBefore('0.9.0', '0.10.0'));
  assert.ok(isBefore('1.9.9', '2.0.0'));
  assert.ok(!isBefore('1.0.0', '1.0.0'));
  assert.ok(!isBefore('1.1.0', '1.0.9'));
  assert.throws(
    () => isBefore('next', '1.0.0'),
    /"next" is no version; expected three numbers, as in 1\.0\.0\./,
  );
});

test('what is unreleased goes under the version and its day', () => {
  const before = '# Changelog\n\n## Unreleased\n\n- A map.\n\n## 0.1.0 (2026-01-02)\n\n- A pie.\n';
  assert.equal(
    releasedChangelog(before, '0.2.0', '2026-03-04'),
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-03-04)\n\n- A map.\n\n## 0.1.0 (2026-01-02)\n\n- A pie.\n',
  );
  assert.throws(
    () => releasedChangelog('# Changelog\n\n## Unreleased\n', '0.2.0', '2026-03-04'),
    /has nothing under/,
  );
});

for (const remote of [
  'https://code.example/charging/ev-widgets.git',
  'https://code.example/charging/ev-widgets',
  'git@code.example:charging/ev-widgets.git',
  'ssh://git@code.example/charging/ev-widgets.git',
])
  test(`a library that is pushed to ${remote} says where its source, its page and its issues are`, () =>
    assert.deepEqual(JSON.parse(withRepository('{"name":"ev-widgets"}', remote)), {
      name: 'ev-widgets',
      repository: { type: 'git', url: 'git+https://code.example/charging/ev-widgets.git' },
      homepage: 'https://code.example/charging/ev-widgets#readme',
      bugs: 'https://code.example/charging/ev-widgets/issues',
    }));

test('a library that is pushed nowhere, or to a folder, says nothing of that', () => {
  for (const remote of [
    undefined,
    '/srv/git/ev-widgets.git',
    'file:///srv/git/ev-widgets.git',
    '../ev-widgets',
  ])
    assert.equal(withRepository('{"name":"ev-widgets"}', remote), '{"name":"ev-widgets"}');
});

const LIBRARY = {
  name: 'ev-widgets',
  version: '0.1.0',
  files: ['index.js'],
  workspaces: ['server'],
  scripts: { test: 'node --eval 0', 'test:hosts': 'node --eval 0' },
};
const manifestWith = (...attributes) => ({
  modules: [
    {
      declarations: [
        {
          tagName: 'ev-panel',
          name: 'EvPanel',
          attributes: attributes.map(name => ({ name, type: { text: 'string' } })),
        },
      ],
    },
  ],
});

/** A library of its own, of one commit; `release` and `changes` run in it as they do in this one. */
function library(t) {
  const folder = mkdtempSync(join(tmpdir(), 'ev-widgets-release-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const read = file => readFileSync(join(folder, file), 'utf8');
  const write = (file, content) =>
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  const git = (...given) => execFileSync('git', given, { cwd: folder, encoding: 'utf8' });
  const commit = () => {
    git('add', '.');
    git(
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@localhost',
      'commit',
      '--quiet',
      '--message',
      'A change',
    );
  };
  const run = (script, ...given) => {
    const env = { ...process.env, npm_config_registry: 'http://localhost:1', npm_config_fetch_retries: '0' };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve(`scripts/${script}.mjs`), ...given],
      {
        cwd: folder,
        encoding: 'utf8',
        env,
      },
    );
    return { status, told: stdout + stderr };
  };
  git('init', '--quiet');
  mkdirSync(join(folder, 'examples/hosts/react'), { recursive: true });
  write('index.js', 'export {};\n');
  write('package.json', LIBRARY);
  mkdirSync(join(folder, 'server'));
  write('server/package.json', { name: 'ev-widgets-server', version: '0.1.0' });
  write('package-lock.json', {
    version: '0.1.0',
    lockfileVersion: 3,
    packages: { '': { version: '0.1.0' }, server: { version: '0.1.0' } },
  });
  write('examples/hosts/react/package.json', { private: true, dependencies: { 'ev-widgets': '^0.1.0' } });
  write('custom-elements.json', manifestWith('heading', 'help'));
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- A map.\n');
  commit();
  return { read, write, git, commit, run };
}

test('a release refuses what is not committed', t => {
  const { write, run, read } = library(t);
  write('index.js', 'export const more = 1;\n');
  const { status, told } = run('release');
  assert.equal(status, 1);
  assert.match(told, /these are not:\n M index\.js/);
  assert.doesNotMatch(read('CHANGELOG.md'), /0\.1\.0/);
});

test('a release whose checks fail changes nothing', t => {
  const { write, commit, run, git } = library(t);
  write('package.json', { ...LIBRARY, scripts: { ...LIBRARY.scripts, test: 'node --eval process.exit(3)' } });
  commit();
  const { status, told } = run('release');
  assert.equal(status, 1);
  assert.match(told, /npm test failed/);
  assert.equal(git('status', '--porcelain'), '');
});

test('the first release is of the version that is there, packed and tried, with what to do next', t => {
  const { run, read, git } = library(t);
  const { status, told } = run('release');
  assert.equal(status, 0, told);
  assert.match(read('CHANGELOG.md'), /^## Unreleased\n\n## 0\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- A map\.\n$/m);
  assert.match(told, /ev-widgets 0\.1\.0 is ready/);
  assert.match(
    told,
    /git tag v0\.1\.0\n.*\n +npm publish ev-widgets-0\.1\.0\.tgz\n +npm publish ev-widgets-server-0\.1\.0\.tgz/,
  );
  for (const name of ['ev-widgets', 'ev-widgets-server'])
    assert.ok(git('status', '--porcelain').includes(`?? ${name}-0.1.0.tgz`), name);
  assert.match(run('changes').told, /No version was released yet/);
});

test('a release after another has the version that the manifest’s changes ask for, in every file that states it', t => {
  const { write, commit, run, read, git } = library(t);
  git('tag', 'v0.1.0');
  write('custom-elements.json', manifestWith('heading'));
  commit();
  assert.match(
    run('changes').told,
    /^Since 0\.1\.0: major, so 0\.2\.0 is next\.\n- major: <ev-panel> attribute "help" is gone\.\n$/,
  );
  const refused = run('release', '0.1.1');
  assert.equal(refused.status, 1);
  assert.match(
    refused.told,
    /0\.1\.1 comes before 0\.2\.0, .*\n- major: <ev-panel> attribute "help" is gone\./,
  );
  const { status, told } = run('release');
  assert.equal(status, 0, told);
  for (const file of ['package.json', 'server/package.json', 'package-lock.json'])
    assert.equal(JSON.parse(read(file)).version, '0.2.0', file);
  assert.deepEqual(JSON.parse(read('package-lock.json')).packages, {
    '': { version: '0.2.0' },
    server: { version: '0.2.0' },
  });
  const { dependencies } = JSON.parse(read('examples/hosts/react/package.json'));
  assert.deepEqual(dependencies, { 'ev-widgets': '^0.2.0' });
});

test('a version that is later than asked for may be given', t => {
  const { run, read, git } = library(t);
  git('tag', 'v0.1.0');
  git('remote', 'add', 'origin', 'git@code.example:charging/ev-widgets.git');
  const { status, told } = run('release', '1.0.0');
  assert.equal(status, 0, told);
  const { version, homepage } = JSON.parse(read('package.json'));
  assert.deepEqual([version, homepage], ['1.0.0', 'https://code.example/charging/ev-widgets#readme']);
});
