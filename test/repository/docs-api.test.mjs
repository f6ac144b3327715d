import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import ts from 'typescript';

import { declaredIn, fieldsOf } from '../support/declarations.mjs';
import { PAGES, blocksIn, codesIn, foundIn, proseOf, tableOf, wrongOf } from '../support/docs.mjs';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const data = PAGES.get('docs/data.md');

test("the data's page has a table of a provider's state with all of its fields, and no page names another", () => {
  const state = fieldsOf(declaredIn('src/provider/data-provider.ts').get('DataState'));
  const rows = tableOf(data, 'field', 'what it says').map(([field]) => codesIn(field)[0]);
  assert.deepEqual(rows.sort(), state.toSorted());
  const problems = fieldsOf(declaredIn('src/model/problems.ts').get('Problems'));
  const named = foundIn(/(?<!overview\.)\b(state|problems)\.(\w+)\b(?=[`.])/g, page =>
    codesIn(page)
      .map(code => `\`${code}\``)
      .join(' '),
  );
  assert.ok(named.length > 20);
  assert.deepEqual(
    wrongOf(named, ([, of, name]) => (of === 'state' ? state : problems).includes(name)),
    [],
  );
});

test('R23: every function that the package exports is named on a page', () => {
  const program = ts.createSourceFile(
    'index.ts',
    readFileSync('src/index.ts', 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const functions = program.statements
    .filter(node => ts.isExportDeclaration(node) && !node.isTypeOnly)
    .flatMap(({ exportClause }) => exportClause.elements.map(({ name }) => name.text))
    .filter(name => /^[a-z]/.test(name));
  assert.ok(functions.length > 10);
  const all = [...PAGES.values()].join('\n');
  assert.deepEqual(
    functions.filter(name => !new RegExp(`\\b${name}\\b`).test(all)),
    [],
  );
});

test('R23: what can be imported is what the versions promise, and every import that a page names is there', () => {
  const [row] = tableOf(PAGES.get('docs/versions.md'), 'what', 'where it is written down').filter(([what]) =>
    what.startsWith('what can be imported'),
  );
  const promised = codesIn(row[0]).map(code => code.replace(/^ev-widgets$/, '.').replace(/^\//, './'));
  const typed = Object.entries(exports).filter(([, target]) => target.types);
  assert.deepEqual(promised.sort(), typed.map(([path]) => path).sort());
  const named = foundIn(
    /\bev-widgets((?:\/[\w.*-]+)+)/g,
    page => `${proseOf(page)}\n${blocksIn(page, 'js', 'ts', 'tsx').join('\n')}`,
  );
  const isExported = path =>
    `.${path}` in exports ||
    Object.keys(exports).some(
      each =>
        each.includes('*') &&
        new RegExp(`^${each.replaceAll('.', '\\.').replace('*', '.+')}$`).test(`.${path}`),
    );
  assert.ok(named.length > 30);
  assert.deepEqual(
    // Files that lie in node_modules are named by their place there.
    wrongOf(named, ([, path]) => isExported(path) || existsSync(path.slice(1)) || path === '/ev-widgets.js'),
    [],
  );
});

test('the table of questions in the protocol has the paths and parameters of openapi.json', () => {
  const { paths, components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
  const rows = tableOf(PAGES.get('docs/protocol.md'), 'path', 'query', 'answer').map(([path, query]) => [
    `/${codesIn(path)[0]}`,
    codesIn(query).sort(),
  ]);
  const described = Object.entries(paths).map(([path, { get }]) => [
    path,
    (get.parameters ?? [])
      .map(each => (each.$ref ? components.parameters[each.$ref.split('/').at(-1)] : each))
      .filter(each => each.in === 'query')
      .map(({ name }) => name)
      .sort(),
  ]);
  assert.deepEqual(Object.fromEntries(rows), Object.fromEntries(described));
});
