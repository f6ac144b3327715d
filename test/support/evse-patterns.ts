import { everything } from './page.js';

/** What has a pattern in an EVSE pie that shows patterns. */
export const EVSE_PATTERNS: readonly string[] = ['slice', 'entry'].flatMap(part =>
  ['charging', 'faulted', 'undefined'].map(status => `${part} ${status}`),
);

/** The slices and legend rows of a pie whose patterns are seen. */
export function patternsOf(pie: Element): string[] {
  return everything(pie)
    .filter(element => element.matches('.pattern') && getComputedStyle(element).opacity === '1')
    .map(element => element.closest<HTMLElement>('[data-status]')!)
    .map(element => `${element.part.value} ${element.dataset.status}`);
}
