import { CALLED, KINDS } from './published.mjs';

/** What the manifest calls each thing that the source shows. */
const SHOWN = {
  parts: 'cssParts',
  slots: 'slots',
  events: 'events',
  states: 'cssStates',
  properties: 'cssProperties',
};
/** Lit gives a slot that has no name the name ''. */
const called = (kind, name) =>
  kind === 'slots' && name === '' ? 'default slot' : `${CALLED[kind]} "${name}"`;

/** Ends as a sentence does, where it may be in brackets, and begins as one, or with code. */
const isSentence = text => /^["`A-Z]/.test(text) && /\.\)?$/.test(text);

function undescribed(element) {
  const missing = element.description ? [] : [`<${element.tagName}> has no description.`];
  for (const kind of KINDS) {
    for (const { name, description } of element[kind] ?? []) {
      const thing = `<${element.tagName}> ${called(kind, name)}`;
      if (!description) missing.push(`${thing} has no description.`);
      else if (!isSentence(description))
        missing.push(`${thing} is not described in sentences: ${description}`);
    }
  }
  for (const thing of [...(element.attributes ?? []), ...(element.members ?? [])]) {
    const [own, ...others] = typesOf(thing);
    const needed = thing.kind === 'method' ? others : [own];
    if (!needed.every(Boolean)) missing.push(`<${element.tagName}> ${thing.name} has no type.`);
  }
  for (const { name, type } of element.events ?? [])
    if (!type?.text)
      missing.push(`<${element.tagName}> event "${name}" has no type: write {…Event} before its name.`);
  return missing;
}

/** Types that a host has without importing them. */
const OF_ALL = new Set(['Date', 'Error', 'Partial', 'Promise', 'Record', 'URL']);

/** The names of types in a type's text, without those in its comments and literals. */
const typeNamesIn = (text = '') => matchesOf(text.replaceAll(/\/\*[^]*?\*\/|'[^']*'/g, ''), /\b[A-Z]\w*/g);

const matchesOf = (text, pattern) => [...text.matchAll(pattern)].map(([found]) => found);

/** What a module exports by name, types too. */
const exportedBy = index =>
  new Set(
    [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names]) => matchesOf(names, /\w+/g)),
  );

/** Every type that something of a class has: its own, what it takes, what it returns. */
const typesOf = ({ type, parameters = [], return: returned }) =>
  [type, returned?.type, ...parameters.map(({ type: taken }) => taken)].map(given => given?.text);

/** Where a host meets a type that it cannot import. */
function unreachable({ tagName, name, ...declaration }, exported) {
  const types = KINDS.flatMap(kind => declaration[kind] ?? []).flatMap(typesOf);
  return [...new Set(types.flatMap(typeNamesIn))]
    .filter(type => !exported.has(type) && !OF_ALL.has(type))
    .map(
      type =>
        `${tagName ? `<${tagName}>` : name} names the type ${type}, which src/index.ts does not export.`,
    );
}

/** The attributes that an element heeds wherever they stand around it: its own, and those of the elements inside it. */
function inheritedBy(tag, surfaces, seen = new Set()) {
  const surface = surfaces.get(tag);
  if (!surface || seen.has(tag)) return [];
  seen.add(tag);
  return [...surface.inherited, ...[...surface.tags].flatMap(inner => inheritedBy(inner, surfaces, seen))];
}

/** Where an element heeds an attribute that is none of its properties, and its docblock does not say so; or the other way. */
function differentAttributes({ tagName, attributes = [] }, surfaces) {
  const heeded = new Set(inheritedBy(tagName, surfaces));
  const described = new Set(attributes.map(({ name }) => name));
  const alone = attributes.filter(({ fieldName }) => !fieldName).map(({ name }) => name);
  return [
    ...[...heeded]
      .filter(name => !described.has(name))
      .map(name => `<${tagName}> heeds the attribute "${name}"; its docblock does not say so.`),
    ...alone
      .filter(name => !heeded.has(name))
      .map(name => `<${tagName}> describes the attribute "${name}"; its source heeds none.`),
  ];
}

/** Where an element shows something that its docblock does not say, or says what it does not show. */
function different(element, surface, eventsOf) {
  const complaints = [];
  for (const [shown, kind] of Object.entries(SHOWN)) {
    const described = new Set((element[kind] ?? []).map(({ name }) => name));
    for (const name of surface[shown])
      if (!described.has(name))
        complaints.push(
          `<${element.tagName}> shows the ${called(kind, name)}; its docblock does not say so.`,
        );
    // Events of elements inside bubble through; a colour's name is put together.
    const passing = shown === 'events' ? [...surface.tags].flatMap(eventsOf) : [];
    for (const name of shown === 'properties' ? [] : described)
      if (!surface[shown].has(name) && !passing.includes(name))
        complaints.push(`<${element.tagName}> describes the ${called(kind, name)}; its source shows none.`);
  }
  const hasColors = (element.cssProperties ?? []).some(({ name }) => /^--ev-color-.+-/.test(name));
  if (surface.hasStatusColors && !hasColors)
    complaints.push(`<${element.tagName}> shows status colours; name their dimensions with @statuscolors.`);
  return complaints;
}

/**
 * What the manifest leaves out, or says that is not so.
 * @param {object} manifest as published
 * @param {Map<string, import('./surface.mjs').Surface>} surfaces by tag
 * @param {string} index the text of src/index.ts
 * @returns {string[]} a line each
 */
export function complaintsAbout(manifest, surfaces, index) {
  const declarations = manifest.modules.flatMap(module => module.declarations);
  const elements = declarations.filter(({ customElement }) => customElement);
  const eventsOf = tag =>
    (elements.find(({ tagName }) => tagName === tag)?.events ?? []).map(({ name }) => name);
  const exported = exportedBy(index);
  return [
    ...declarations
      .filter(({ name }) => !exported.has(name))
      .map(({ name }) => `${name} is not exported by src/index.ts.`),
    ...declarations.flatMap(declaration => unreachable(declaration, exported)),
    ...elements.flatMap(element => [
      ...undescribed(element),
      ...different(element, surfaces.get(element.tagName), eventsOf),
      ...differentAttributes(element, surfaces),
    ]),
  ];
}
