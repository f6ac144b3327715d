/** A docblock of a text from the manifest. */
const docOf = text => `/** ${text.replaceAll('*/', '*').replaceAll('\n', ' ')} */`;

/** The public fields of an element: what a framework may set of it. */
export function fieldsOf({ members = [], attributes = [] }) {
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const named = [
    ...attributes.map(({ fieldName, description }) => ({ name: fieldName, description })),
    ...fields,
  ];
  return [...new Map(named.map(field => [field.name, field])).values()];
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
  const attributes = hasAttributes ? (element.attributes ?? []) : [];
  const fields = [
    ...fieldsOf(element),
    ...attributes.filter(attribute => attribute.name !== attribute.fieldName),
  ].map(
    field =>
      `  ${docOf(field.description)}\n  '${field.name}'?: Elements.${element.name}['${field.fieldName ?? field.name}'] | undefined;`,
  );
  const events = (element.events ?? []).map(
    event =>
      `  ${docOf(event.description)}\n  ${eventName(event.name)}?: ((event: ${event.type.text}) => void) | undefined;`,
  );
  return `${docOf(element.description)}\ninterface ${name} {\n${[...fields, ...events].join('\n')}\n}`;
}
