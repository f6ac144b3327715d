import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { PAGES, codesIn, proseOf } from '../support/docs.mjs';

const READMES = readdirSync('examples')
  .map(folder => `examples/${folder}/README.md`)
  .filter(file => existsSync(file));
const pages = new Map([...PAGES, ...READMES.map(file => [file, readFileSync(file, 'utf8')])]);

/** What the headings of a page are called in links, as repositories make it. */
const anchorsOf = page =>
  [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

const linksIn = page =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter(target => !/^https?:/.test(target));

test('every link of README, docs and the examples leads to a file that is there, and to a heading of it', () => {
  const links = [...pages].flatMap(([file, page]) => linksIn(page).map(target => [file, target]));
  assert.ok(links.length > 80);
  const dead = links.filter(([file, target]) => {
    const [path, anchor] = target.split('#');
    const found = path === '' ? file : join(dirname(file), path);
    return (
      !existsSync(found) || (anchor !== undefined && !anchorsOf(readFileSync(found, 'utf8')).includes(anchor))
    );
  });
  assert.deepEqual(dead, []);
});

/** Folders of the repository; `dist` is what `npm run build` makes of it. */
const FOLDERS = [
  '.storybook',
  'bench',
  'dist',
  'docs',
  'examples',
  'scripts',
  'server',
  'src',
  'stories',
  'test',
];

/** Whether a file or folder is there, `*` being any name. */
function isThere(path) {
  if (!path.includes('*')) return existsSync(path);
  const name = new RegExp(`^${path.split('/').at(-1).replaceAll('.', '\\.').replace('*', '.+')}$`);
  return readdirSync(dirname(path)).some(file => name.test(file));
}

test('every file and folder that a page names is there', () => {
  const named = [...PAGES].flatMap(([file, page]) =>
    codesIn(page)
      .map(code => code.replace(/^(node_modules\/)?ev-widgets\//, ''))
      .filter(code =>
        new RegExp(`^(${FOLDERS.map(each => each.replace('.', '\\.')).join('|')})/[\\w./*-]*$`).test(code),
      )
      .map(code => [file, code]),
  );
  assert.ok(named.length > 60);
  assert.deepEqual(
    named.filter(([, code]) => !isThere(code)),
    [],
  );
});

test('every page of docs that the source, the server and the examples name is there', () => {
  const files = ['src', 'server/src', 'examples'].flatMap(folder =>
    readdirSync(folder, { recursive: true })
      .filter(file => /\.(ts|tsx|mjs|js|html)$/.test(file) && !/node_modules|generated/.test(file))
      .map(file => `${folder}/${file}`),
  );
  const named = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\bdocs\/[\w-]+\.(?:md|json)\b/g)].map(([page]) => [file, page]),
  );
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter(([, page]) => !existsSync(page)),
    [],
  );
});
