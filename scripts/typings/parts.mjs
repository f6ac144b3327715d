/** A docblock of a text from the manifest. */
const docOf = text => `/** ${text.replaceAll('*/', '*').replaceAll('\n', ' ')} */`;

/** What a framework may set of an element: its public fields, and the attributes that are no fields, with their types. */
export function fieldsOf({ name: element, members = [], attributes = [] }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const typeOf = field => `Elements.${element}['${field}']`;
  const settable = [
    ...attributes.map(({ fieldName, name, type, description }) =>
      fieldName
        ? { name: fieldName, type: typeOf(fieldName), description }
        : { name, type: type.text, description },
    ),
    ...fields.map(({ name, description }) => ({ name, type: typeOf(name), description })),
  ];
  return [...new Map(settable.map(field => [field.name, field])).values()];
}

/** Imports the classes of the elements as `Elements`, and those of their events by their names. */
export function importLines(elements) {
  const events = new Set(elements.flatMap(({ events = [] }) => events.map(({ type }) => type.text)));
  return `import type * as Elements from '../index.js';\nimport type { ${[...events].join(', ')} } from '../index.js';`;
}

/**
 * An interface of what an element takes.
 * @param {string} name
 * @param {{eventName: (event: string) => string, hasAttributes?: boolean}} options what a handler of an event is called, and whether attributes go
 * by their own names beside those of their fields
 */
export function propsInterface(element, name, { eventName, hasAttributes = false }) {
  const fields = fieldsOf(element);
  const known = new Map(fields.map(field => [field.name, field]));
  const attributes = (hasAttributes ? (element.attributes ?? []) : []).filter(({ name }) => !known.has(name));
  const lines = [
    ...fields,
    ...attributes.map(({ name, fieldName }) => ({ ...known.get(fieldName), name })),
  ].map(({ name, type, description }) => `  ${docOf(description)}\n  '${name}'?: ${type} | undefined;`);
  const events = (element.events ?? []).map(
    event =>
      `  ${docOf(event.description)}\n  ${eventName(event.name)}?: ((event: ${event.type.text}) => void) | undefined;`,
  );
  return `${docOf(element.description)}\ninterface ${name} {\n${[...lines, ...events].join('\n')}\n}`;
}
