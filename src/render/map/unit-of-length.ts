/** Where roads are measured in miles. */
const IN_MILES = new Set(['US', 'GB', 'LR', 'MM']);

/** The unit that a map's scale counts in: miles where a language names a region that does (`en-US`), else metres. */
export function unitOfLength(language: string): 'metric' | 'imperial' {
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1];
  return region && IN_MILES.has(region.toUpperCase()) ? 'imperial' : 'metric';
}
