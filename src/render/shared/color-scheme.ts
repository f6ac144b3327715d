/** Which scheme an element is shown in: what its `color-scheme` allows; if it allows both, the user's preference. */
export function schemeOf(element: Element): 'light' | 'dark' {
  const allowed = getComputedStyle(element).colorScheme.split(/\s+/);
  if (!allowed.includes('dark')) return 'light';
  if (!allowed.includes('light')) return 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * A hidden element whose colour depends on the scheme. No event tells that the scheme of an element has changed, but this
 * one's transition, which is over at once, ends in a `transitionend`.
 */
function schemeProbe(): HTMLElement {
  const probe = document.createElement('i');
  Object.assign(probe.style, {
    position: 'absolute',
    visibility: 'hidden',
    forcedColorAdjust: 'none',
    color: 'light-dark(black, white)',
    transition: 'color 1ms',
  });
  return probe;
}

/**
 * Calls back when the scheme changes that a root's content is shown in, by the user's preference or the page's `color-scheme`.
 * Returns a function that stops it.
 */
export function onSchemeChange(root: ParentNode, callback: () => void): () => void {
  const probe = schemeProbe();
  probe.addEventListener('transitionend', callback);
  root.append(probe);
  return () => {
    probe.remove();
  };
}
