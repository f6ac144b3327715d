import { importLines, propsInterface } from './parts.mjs';

/** The types of the tags in Svelte's components, for svelte-check and its editors. */
export function svelteTypes(elements) {
  return `import type { HTMLAttributes } from 'svelte/elements';

${importLines(elements)}

${elements.map(element => propsInterface(element, `${element.name}Props`, { eventName: event => `'on${event}'`, hasAttributes: true })).join('\n\n')}

type Tag<Element extends EventTarget, Props> = Props & Omit<HTMLAttributes<Element>, keyof Props>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements.map(({ name, tagName }) => `    '${tagName}': Tag<Elements.${name}, ${name}Props>;`).join('\n')}
  }
}
`;
}
