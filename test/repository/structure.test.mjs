import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';

import ts from 'typescript';

const files = readdirSync('src', { recursive: true })
  .map(file => join('src', file))
  .filter(file => file.endsWith('.ts') && !file.includes('generated'));

/** A class of more does more than one thing. */
const MOST_FIELDS = 12;

/** The modules that a file imports or exports from, those of types too. */
const specifiersIn = file =>
  ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName);

/** The files of src that each file imports. */
const imports = new Map(
  files.map(file => [
    file,
    specifiersIn(file)
      .filter(specifier => specifier.startsWith('.') && !specifier.includes('/generated/'))
      .map(specifier => join(dirname(file), specifier.replace(/\.js$/, '.ts'))),
  ]),
);

/** The shortest way from a file back to itself along imports; undefined where there is none. */
function cycleThrough(file) {
  const cameFrom = new Map();
  const queue = [file];
  for (const current of queue) {
    for (const imported of imports.get(current)) {
      if (cameFrom.has(imported)) continue;
      cameFrom.set(imported, current);
      if (imported !== file) {
        queue.push(imported);
        continue;
      }
      const cycle = [file];
      do cycle.unshift(cameFrom.get(cycle[0]));
      while (cycle[0] !== file);
      return cycle;
    }
  }
  return undefined;
}

test('every import of a file of src leads to one', () => {
  const missing = [...imports.values()].flat().filter(file => !existsSync(file));
  assert.deepEqual(missing, []);
});

test('no files of src import each other in a circle, not even for their types', () => {
  const cycles = files.map(cycleThrough).filter(Boolean);
  // One and the same circle is found from each of its files.
  const circles = new Map(cycles.map(cycle => [[...new Set(cycle)].sort().join(), cycle.join(' → ')]));
  assert.deepEqual([...circles.values()], []);
});

test('no two files of src have one name, but for the indexes and what registers an element', () => {
  const named = files.filter(file => basename(file) !== 'index.ts' && dirname(file) !== join('src/define'));
  const names = named.map(file => basename(file));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual(twice, []);
});

test('only the file that makes the map loads maplibre-gl', () => {
  // Types leave no import behind.
  const loads = /^(?:import|export) (?!type )[^;]*'maplibre-gl'|import\('maplibre-gl'\)/m;
  const loading = files.filter(file => loads.test(readFileSync(file, 'utf8')));
  assert.deepEqual(loading, [join('src/render/map/maplibre-view.ts')]);
});

test('no class of src has more than 12 fields', () => {
  const isField = member =>
    ts.isPropertyDeclaration(member) && !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static);
  const parametersOf = member => (ts.isConstructorDeclaration(member) ? [...member.parameters] : []);
  const large = [];
  for (const file of files) {
    const visit = node => {
      if (ts.isClassLike(node)) {
        const stated = node.members.filter(isField);
        const taken = node.members
          .flatMap(parametersOf)
          .filter(each => ts.isParameterPropertyDeclaration(each, each.parent));
        const fields = stated.length + taken.length;
        if (fields > MOST_FIELDS) large.push(`${file}: ${node.name?.text} has ${fields}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  assert.deepEqual(large, []);
});

test("styles' own custom properties begin with --_, so that no page has them too", () => {
  const own = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/(?:var\(|^\s*|')(--(?!_|ev-)[\w-]+)(?=[,):']|\$\{)/gm)].map(
      ([, name]) => `${file}: ${name}`,
    ),
  );
  assert.deepEqual(own, []);
});
