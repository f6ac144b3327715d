import ts from 'typescript';

import { CALLED, KINDS } from './published.mjs';

/** What a version asks of a host that has the one before: nothing, nothing but to look at what is new, or to change its code. */
export const LEVELS = ['patch', 'minor', 'major'];

/** A type's text without comments and what the source's layout put in it. */
const flat = (text = '') =>
  text
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What a host's code has to fit: the type of an attribute, a property or an event; what a method takes and returns. */
function shapeOf({ kind, type, readonly, parameters = [], return: returned }) {
  if (kind !== 'method') return `${readonly ? 'readonly ' : ''}${flat(type?.text)}`;
  const taken = parameters.map(({ name, optional, type: given }) => {
    const sign = optional ? '?' : '';
    return `${name}${sign}: ${flat(given?.text)}`;
  });
  return `(${taken.join(', ')}) => ${flat(returned?.type?.text)}`;
}

/** The fields of a detail, whose type is written out, with the shape of each. */
function fieldsOf(detail) {
  const source = ts.createSourceFile('', `type Detail = ${detail}`, ts.ScriptTarget.ES2022, true);
  return source.statements[0].type.members.map(member => [
    `field "${member.name.getText()}"`,
    `${member.questionToken ? 'optional ' : ''}${flat(member.type.getText())}`,
  ]);
}

/** Whose things by what they are called, with the shape of each. */
function offeredBy({ tagName, name, ...declaration }) {
  if (!tagName) return [name, fieldsOf(declaration.members.find(({ name }) => name === 'detail').type.text)];
  const things = KINDS.flatMap(kind =>
    (declaration[kind] ?? []).map(thing => [`${CALLED[kind]} "${thing.name}"`, shapeOf(thing)]),
  );
  return [`<${tagName}>`, [['class', name], ...things]];
}

const offersOf = ({ modules }) =>
  new Map(
    modules
      .flatMap(({ declarations }) => declarations)
      .map(offeredBy)
      .map(([owner, things]) => [owner, new Map(things)]),
  );

/** What is gone, has changed or is new from one map by name to another. */
function* differences(before, after, called, changed) {
  for (const [name, shape] of before) {
    if (!after.has(name)) yield { level: 'major', text: `${called(name)} is gone.` };
    else yield* changed(called(name), shape, after.get(name));
  }
  for (const name of after.keys())
    if (!before.has(name)) yield { level: 'minor', text: `${called(name)} is new.` };
}

function* changedShape(called, before, after) {
  if (before !== after) yield { level: 'major', text: `${called} was \`${before}\`, and is \`${after}\`.` };
}

const changedOwner = (owner, before, after) =>
  differences(before, after, name => `${owner} ${name}`, changedShape);

/**
 * What a host meets that goes from one version to another, by their manifests. Renamed is gone, and new; of another type is changed for whoever reads it.
 * @param {object} before custom-elements.json of the version that it has
 * @param {object} after
 * @returns {{level: 'minor' | 'major', text: string}[]} a sentence each; none where nothing but what is inside differs
 */
export function changesBetween(before, after) {
  return [...differences(offersOf(before), offersOf(after), owner => owner, changedOwner)];
}

/** The greatest that any change asks for; a patch where there is none. */
export const levelOf = changes => LEVELS[Math.max(0, ...changes.map(({ level }) => LEVELS.indexOf(level)))];
