import { importLines, propsInterface } from './parts.mjs';

/** The types of the tags in Vue's templates, for vue-tsc and its editors. */
export function vueTypes(elements) {
  const handlerOf = event => `on${event.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;
  return `import type { HTMLAttributes, PublicProps } from 'vue';

${importLines(elements)}

${elements.map(element => propsInterface(element, `${element.name}Props`, { eventName: handlerOf, hasAttributes: true })).join('\n\n')}

type Tag<Element, Props> = new () => Element & { $props: Props & Omit<HTMLAttributes, keyof Props> & PublicProps };

declare module 'vue' {
  interface GlobalComponents {
${elements.map(({ name, tagName }) => `    '${tagName}': Tag<Elements.${name}, ${name}Props>;`).join('\n')}
  }
}
`;
}
