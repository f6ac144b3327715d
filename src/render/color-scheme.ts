const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');

/** Which scheme an element is shown in: what its `color-scheme` allows, of both the one that the user prefers. */
export function schemeOf(element: Element): 'light' | 'dark' {
  const allowed = getComputedStyle(element).colorScheme.split(/\s+/);
  if (!allowed.includes('dark')) return 'light';
  if (!allowed.includes('light')) return 'dark';
  return prefersDark().matches ? 'dark' : 'light';
}

/** Calls back when the user comes to prefer another scheme. Returns what ends it. */
export function onSchemeChange(callback: () => void): () => void {
  const query = prefersDark();
  query.addEventListener('change', callback);
  return () => {
    query.removeEventListener('change', callback);
  };
}
