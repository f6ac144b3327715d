import { KINDS } from './published.mjs';

/** What the manifest calls each thing that the source shows. */
const SHOWN = {
  parts: 'cssParts',
  slots: 'slots',
  events: 'events',
  states: 'cssStates',
  properties: 'cssProperties',
};
const CALLED = {
  attributes: 'attribute',
  members: 'member',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'CSS property',
  cssStates: 'state',
};
/** Lit gives a slot that has no name the name ''. */
const called = (kind, name) =>
  kind === 'slots' && name === '' ? 'default slot' : `${CALLED[kind]} "${name}"`;

function undescribed(element) {
  const missing = element.description ? [] : [`<${element.tagName}> has no description.`];
  for (const kind of KINDS)
    for (const { name, description } of element[kind] ?? [])
      if (!description) missing.push(`<${element.tagName}> ${called(kind, name)} has no description.`);
  for (const { name, type } of element.events ?? [])
    if (!type?.text)
      missing.push(`<${element.tagName}> event "${name}" has no type: write {…Event} before its name.`);
  return missing;
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
  return [
    ...declarations
      .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(index))
      .map(({ name }) => `${name} is not exported by src/index.ts.`),
    ...elements.flatMap(element => [
      ...undescribed(element),
      ...different(element, surfaces.get(element.tagName), eventsOf),
    ]),
  ];
}
