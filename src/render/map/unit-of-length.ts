/** Where roads are measured in miles. */
const IN_MILES = new Set(['US', 'GB', 'LR', 'MM']);

/** The nearest `lang` above an element, out of its shadow roots too; empty where none says any. */
export function languageOf(element: Element): string {
  const near = element.closest<HTMLElement>('[lang]');
  if (near) return near.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}

/** The unit that a map's scale counts in: miles where a language names a region that does (`en-US`), else metres. */
export function unitOfLength(language: string): 'metric' | 'imperial' {
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1];
  return region && IN_MILES.has(region.toUpperCase()) ? 'imperial' : 'metric';
}
