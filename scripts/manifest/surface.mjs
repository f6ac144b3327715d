import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import ts from 'typescript';

/**
 * What an element's source shows to its host, found by following every name from its class on: its own class's, its
 * base's, and each template's and controller's that they use. `inherited` are the attributes that it reads of whatever stands around it.
 * @typedef {{inherited: Set<string>, parts: Set<string>, slots: Set<string>, events: Set<string>, states: Set<string>, tags: Set<string>,
 *   properties: Set<string>, hasStatusColors: boolean}} Surface
 */

/** A module's top-level declarations, and where its imported names come from. */
function readModule(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const declarations = new Map();
  const imported = new Map();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = resolve(path, statement.moduleSpecifier.text);
      const names = statement.importClause?.namedBindings;
      if (!from || statement.importClause?.isTypeOnly || !names || !ts.isNamedImports(names)) continue;
      for (const { name, propertyName } of names.elements)
        imported.set(name.text, { from, name: (propertyName ?? name).text });
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        declarations.set(declaration.name.getText(), declaration);
    } else if (statement.name) {
      declarations.set(statement.name.text, statement);
    }
  }
  return { declarations, imported };
}

/** The source file behind a relative import; generated modules and packages show nothing of ours. */
function resolve(importer, specifier) {
  if (!specifier.startsWith('.') || specifier.includes('/generated/')) return undefined;
  return join(dirname(importer), specifier.replace(/\.js$/, '.ts'));
}

const printer = ts.createPrinter({ removeComments: true });

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** The names of the states that a `new StatesController(host, () => ({…}))` sets. */
function statesIn(node) {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'StatesController') return [];
  const found = [];
  const visit = child => {
    if (ts.isObjectLiteralExpression(child))
      found.push(...child.properties.map(({ name }) => name.getText()));
    else ts.forEachChild(child, visit);
  };
  node.arguments.forEach(visit);
  return found;
}

/** Attributes that every element has by HTML. */
const OF_HTML = new Set(['dir', 'lang']);

function addText(surface, text) {
  for (const names of matches(text, /(?<![[\w-])part="([^"]*)"/g))
    for (const name of names.split(/\s+/)) surface.parts.add(name);
  for (const name of matches(text, /\bpart\.add\('([^']*)'/g)) surface.parts.add(name);
  for (const names of matches(text, /\bexportparts="([^"]*)"/g))
    for (const name of names.split(/\s*,\s*/)) surface.parts.add(name.split(/\s*:\s*/).at(-1));
  for (const name of matches(text, /<slot(?:\s+name="([^"]*)")?/g)) surface.slots.add(name);
  for (const name of matches(text, /\b(?:super|new (?:Custom)?Event)\('([^']+)'/g)) surface.events.add(name);
  for (const tag of matches(text, /<(ev-[a-z-]+)/g)) surface.tags.add(tag);
  for (const name of matches(text, /\.hasAttribute\('([^']+)'\)/g))
    if (!OF_HTML.has(name)) surface.inherited.add(name);
  for (const name of matches(text, /var\((--ev-[a-z-]+)(?=[,)])/g)) surface.properties.add(name);
  if (text.includes('var(--ev-color-${')) surface.hasStatusColors = true;
}

/**
 * Follows a class through the source.
 * @param {string} path the file that declares it
 * @param {string} name
 * @returns {Surface}
 */
export function surfaceOf(path, name) {
  const surface = {
    inherited: new Set(),
    parts: new Set(),
    slots: new Set(),
    events: new Set(),
    states: new Set(),
    tags: new Set(),
    properties: new Set(),
    hasStatusColors: false,
  };
  const modules = new Map();
  const seen = new Set();
  const moduleAt = file => modules.get(file) ?? modules.set(file, readModule(file)).get(file);

  const follow = (file, declared) => {
    const key = `${file} ${declared}`;
    const { declarations, imported } = moduleAt(file);
    const node = declarations.get(declared);
    if (!node || seen.has(key)) return;
    // What another element shows is its own surface.
    if (seen.size > 0 && node.getFullText().includes('@customElement')) return;
    seen.add(key);
    addText(surface, printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()));
    const visit = child => {
      for (const state of statesIn(child)) surface.states.add(state);
      if (ts.isCallExpression(child) && child.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const from = resolve(file, child.arguments[0].text ?? '');
        if (from) for (const lazy of moduleAt(from).declarations.keys()) follow(from, lazy);
      }
      if (ts.isIdentifier(child)) {
        const origin = imported.get(child.text);
        if (origin) follow(origin.from, origin.name);
        else if (declarations.has(child.text)) follow(file, child.text);
      }
      ts.forEachChild(child, visit);
    };
    visit(node);
  };
  follow(path, name);
  return surface;
}
