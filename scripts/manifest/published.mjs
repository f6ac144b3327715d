import { existsSync, readFileSync } from 'node:fs';

import ts from 'typescript';

const MODULE = 'dist/index.js';
/** What an element is described by, beside itself, and what one of each is called. */
export const CALLED = {
  attributes: 'attribute',
  members: 'member',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'CSS property',
  cssStates: 'state',
};
export const KINDS = Object.keys(CALLED);

const isPublic = ({ privacy, static: isStatic }) =>
  privacy !== 'private' && privacy !== 'protected' && !isStatic;

/** The type of what an event tells, written out: its interface's fields. */
function detailOf(eventName, files) {
  const sources = files.map(file =>
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const statements = sources.flatMap(source => [...source.statements]);
  const event = statements.find(node => ts.isClassDeclaration(node) && node.name?.text === eventName);
  const type = event?.heritageClauses?.[0]?.types[0]?.typeArguments?.[0]?.getText();
  const declared = statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === type);
  if (!declared)
    throw new Error(`${eventName} extends no CustomEvent of an interface in ${files.join(', ')}.`);
  const fields = declared.members.map(member => {
    const optional = member.questionToken ? '?' : '';
    return `${member.name.getText()}${optional}: ${member.type.getText()}`;
  });
  return {
    kind: 'field',
    name: 'detail',
    readonly: true,
    type: { text: `{ ${fields.join('; ')} }` },
    description: ts.getTextOfJSDocComment(declared.jsDoc?.[0]?.comment) ?? '',
  };
}

const without = (item, name) => Object.fromEntries(Object.entries(item).filter(([field]) => field !== name));

/** An element as a host meets it: no bases of the source's own, nothing private. */
function publishedElement(element) {
  const kinds = KINDS.map(kind => {
    // The analyzer takes an event class's first argument for one's name.
    const isSo = item => isPublic(item) && (kind !== 'events' || item.name?.startsWith('ev-'));
    return [kind, (element[kind] ?? []).filter(isSo).map(item => without(item, 'inheritedFrom'))];
  });
  const events = kinds.find(([kind]) => kind === 'events')[1];
  for (const { type } of events.filter(event => event.type))
    type.references = [{ name: type.text, module: MODULE, start: 0, end: type.text.length }];
  return {
    ...Object.fromEntries(Object.entries(element).filter(([field]) => !KINDS.includes(field))),
    ...Object.fromEntries(kinds.filter(([, items]) => items.length > 0)),
    superclass: { name: 'LitElement', package: 'lit' },
  };
}

/** Adds what the source uses of the CSS properties: the tokens as any element describes them, and its statuses' colours. */
function withCssProperties(element, surface, tokens, statusColors) {
  const own = new Map((element.cssProperties ?? []).map(property => [property.name, property]));
  for (const name of surface.properties)
    if (!own.has(name) && tokens.has(name)) own.set(name, tokens.get(name));
  for (const dimension of element.statusColors ?? [])
    for (const property of statusColors[dimension]) own.set(property.name, property);
  const rest = without(element, 'statusColors');
  return own.size > 0 ? { ...rest, cssProperties: [...own.values()] } : rest;
}

const definitionPath = tag => `define/${tag}`;

function definition({ tagName, name }) {
  if (!existsSync(`src/${definitionPath(tagName)}.ts`))
    throw new Error(`<${tagName}> has no src/${definitionPath(tagName)}.ts that registers it.`);
  return {
    kind: 'javascript-module',
    path: `dist/${definitionPath(tagName)}.js`,
    declarations: [],
    exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: MODULE } }],
  };
}

/**
 * The manifest of what is published, from the analyzer's one of the source.
 * @param {object} manifest
 * @param {(path: string, name: string) => import('./surface.mjs').Surface} surfaceOf
 */
export function publishedManifest(manifest, surfaceOf, statusColors) {
  const found = manifest.modules.flatMap(({ path, declarations }) =>
    declarations.filter(({ kind }) => kind === 'class').map(declaration => ({ path, declaration })),
  );
  const sources = found.filter(({ declaration }) => declaration.customElement && declaration.tagName);
  const tokens = new Map(
    sources.flatMap(({ declaration }) => declaration.cssProperties ?? []).map(token => [token.name, token]),
  );
  const elements = sources.map(({ path, declaration }) =>
    withCssProperties(publishedElement(declaration), surfaceOf(path, declaration.name), tokens, statusColors),
  );
  const events = found
    .filter(({ declaration }) => declaration.superclass?.name === 'CustomEvent')
    .map(({ path, declaration: { kind, name, description } }) => ({
      kind,
      name,
      description,
      superclass: { name: 'CustomEvent', package: 'global:' },
      members: [detailOf(name, [path, 'src/provider/data-provider.ts'])],
    }));
  const declarations = [...elements, ...events];
  return {
    schemaVersion: manifest.schemaVersion,
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations,
        exports: declarations.map(({ name }) => ({
          kind: 'js',
          name,
          declaration: { name, module: MODULE },
        })),
      },
      ...elements.map(definition),
    ],
  };
}
