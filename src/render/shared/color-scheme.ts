import { styleProbe } from './style-probe.js';

/** Which scheme an element is shown in: what its `color-scheme` allows; if it allows both, the user's preference. */
export function schemeOf(element: Element): 'light' | 'dark' {
  const allowed = getComputedStyle(element).colorScheme.split(/\s+/);
  if (!allowed.includes('dark')) return 'light';
  if (!allowed.includes('light')) return 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Calls back when the scheme changes that a root's content is shown in, by the user's preference or the page's `color-scheme`.
 * Returns a function that stops it.
 */
export function onSchemeChange(root: ParentNode, callback: () => void): () => void {
  const probe = styleProbe('color', 'light-dark(black, white)', callback);
  root.append(probe);
  return () => {
    probe.remove();
  };
}
