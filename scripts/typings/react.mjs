import { importLines, propsInterface } from './parts.mjs';

/** `ev-drill-down` is `onDrillDown`. */
const handlerOf = event =>
  `on${event.replace(/^ev/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}`;

/**
 * Components of React 19, which sets an element's properties and listens to its events by itself, but not where it hydrates what a server sent (its issue 35446): there they
 * are given in a render of their own. They load the elements, and name their events as React does.
 */
export function reactWrappers(elements) {
  const wrapped = elements.map(({ name, tagName, events = [] }) => {
    const names = Object.fromEntries(events.map(event => [handlerOf(event.name), `on${event.name}`]));
    return `export const ${name} = wrapped('${name}', '${tagName}', ${JSON.stringify(names)});`;
  });
  return `'use client';
import { createElement, useSyncExternalStore } from 'react';

${elements.map(({ tagName }) => `import '../define/${tagName}.js';`).join('\n')}

const noChange = () => () => undefined;
const isPage = () => true;
const isServerOrHydrates = () => false;

function wrapped(displayName, tag, events) {
  const component = props => {
    const isAlive = useSyncExternalStore(noChange, isPage, isServerOrHydrates);
    const { children, className, id, style, ref } = props;
    const given = Object.entries(props).map(([name, value]) => [events[name] ?? name, value]);
    return createElement(tag, isAlive ? Object.fromEntries(given) : { children, className, id, style, ref });
  };
  return Object.assign(component, { displayName });
}

${wrapped.join('\n')}
`;
}

/** The types of the components, and of the tags in React's JSX. */
export function reactTypes(elements) {
  return `import type { ClassAttributes, HTMLAttributes, ReactElement } from 'react';

${importLines(elements)}

${elements.map(element => propsInterface(element, `${element.name}Props`, { eventName: handlerOf })).join('\n\n')}

${elements.map(element => propsInterface(element, `${element.name}Tag`, { eventName: event => `'on${event}'`, hasAttributes: true })).join('\n\n')}

type Props<Element, Own> = Own & Omit<HTMLAttributes<Element> & ClassAttributes<Element>, keyof Own>;

${elements.map(({ name }) => `export declare const ${name}: (props: Props<Elements.${name}, ${name}Props>) => ReactElement;`).join('\n')}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({ name, tagName }) => `      '${tagName}': Props<Elements.${name}, ${name}Tag>;`).join('\n')}
    }
  }
}
`;
}
