import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { HELP } from '../../server/src/arguments.ts';
import { PAGES, blocksIn, codesIn, foundIn, tableOf } from '../support/docs.mjs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What a page has its readers type: commands, each with its page. */
const commands = [...PAGES]
  .flatMap(([file, page]) => [
    ...codesIn(page).map(command => ({ file, command })),
    ...blocksIn(page, 'sh').flatMap(block =>
      block.split(/\n|&&/).map(command => ({ file, command: command.trim() })),
    ),
  ])
  .filter(({ command }) => /^(?:[A-Z_]+=\S+ )?(?:npm|npx|node) /.test(command));

/** The folder's package that a command of npm is about. */
function packageOf(command) {
  const [, prefix] = /--prefix (\S+)/.exec(command) ?? [];
  const folder = prefix ?? (command.includes('-w ev-widgets-server') ? 'server' : '.');
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
}

/** Whether npm, npx or Node finds what a command names. */
function isRunnable(command) {
  const words = command.replace(/^[A-Z_]+=\S+ /, '').split(/\s+/);
  const files = words.filter(word => /^(?:scripts|server|test)(?:\/[\w.-]+)+$/.test(word.replace(']', '')));
  if (files.some(file => !existsSync(file.replace(']', '')))) return false;
  if (words[0] === 'node') return files.length > 0;
  if (words[0] === 'npx')
    return words[1] === 'ev-widgets-server' || existsSync(`node_modules/.bin/${words[1]}`);
  const name = /^npm (?:--prefix \S+ )?(?:run )?(?:--silent )?([\w:-]+)/.exec(words.join(' '))?.[1];
  return ['ci', 'install'].includes(name) || name in packageOf(command).scripts;
}

test('every command that a page has its readers type is there', () => {
  assert.ok(commands.length > 40);
  assert.deepEqual(
    commands.filter(({ command }) => !isRunnable(command)),
    [],
  );
});

test('CONTRIBUTING says what each script is for', () => {
  const rows = tableOf(PAGES.get('CONTRIBUTING.md'), 'command', 'what it does');
  const told = rows
    .flatMap(([command]) => codesIn(command))
    .map(code => /^npm (?:run )?([\w:-]+)/.exec(code)?.[1]);
  // What npm runs by itself, and what others begin with.
  const inner = ['prepare', 'prepack', 'generate', 'build'];
  assert.deepEqual(
    Object.keys(scripts).filter(name => !told.includes(name) && !inner.includes(name)),
    [],
  );
});

test('every option of ev-widgets-server that a page names is told by its --help', () => {
  const page = PAGES.get('server/README.md');
  const told = [...codesIn(page), ...blocksIn(page, 'sh')].flatMap(code =>
    [...code.matchAll(/(?:^|\s)(--[a-z][a-z-]*)/g)].map(([, option]) => option),
  );
  // Of other commands.
  const others = ['--divided', '--no-save', '--server'];
  const options = [...new Set(told)].filter(option => !others.includes(option));
  assert.ok(options.length > 8);
  for (const option of options) assert.ok(HELP.includes(`  ${option} `), option);
});

test('every variable of the environment that a page names is read', () => {
  const named = new Set(foundIn(/\b(?:EV_WIDGETS_[A-Z]+|CHROME_PATH)\b/g).map(({ match: [name] }) => name));
  const code = ['scripts', 'server', 'test']
    .flatMap(folder => readdirSync(folder, { recursive: true }).map(file => `${folder}/${file}`))
    .filter(file => /\.(ts|mjs)$/.test(file) && !file.includes('node_modules'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  assert.ok(named.size > 4);
  for (const name of named)
    assert.match(code, new RegExp(`\\benv\\.${name}\\b|\\b${name}\\b.*= process\\.env`), name);
});

test('CONTRIBUTING describes each folder of the source, in the order in which one may import another', () => {
  const [block] = blocksIn(PAGES.get('CONTRIBUTING.md'), '');
  const told = [...block.matchAll(/^src\/(\w+)\//gm)].map(([, folder]) => folder);
  const folders = readdirSync('src', { withFileTypes: true }).filter(entry => entry.isDirectory());
  assert.deepEqual(told.toSorted(), folders.map(({ name }) => name).sort());
  const [, layers] = /const LAYERS = \[([^\]]*)\]/.exec(readFileSync('eslint.config.mjs', 'utf8'));
  const order = [...new Set([...layers.matchAll(/'(\w+)\//g)].map(([, folder]) => folder))];
  assert.deepEqual(told, order);
  for (const [, folder, inner] of block.matchAll(/^src\/(\w+)\/.*?((?:\w+\/(?: \([^)]*\))?,? ?)+)/gm))
    for (const [, name] of inner.matchAll(/(\w+)\//g))
      assert.ok(existsSync(`src/${folder}/${name}`), `${folder}/${name}`);
});
