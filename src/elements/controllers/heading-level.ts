import { ancestorsOf } from '../../messages/nearest-language.js';
import { shown } from '../../model/fields.js';
import { warnOnce } from '../../provider/warn-once.js';
import { isServed } from './served.js';

/** The level of a view's heading where nothing around it says another. */
const USUAL_LEVEL = 3;

/**
 * Of the heading of a view: what the nearest `heading-level` above an element says, out of its shadow roots too, 1 to 6. A server does not know
 * what is above.
 */
export function headingLevelOf(element: Element): number {
  if (isServed(element)) return USUAL_LEVEL;
  for (const at of ancestorsOf(element)) {
    if (!at.hasAttribute('heading-level')) continue;
    const given = at.getAttribute('heading-level');
    const level = Number(given);
    if (Number.isInteger(level) && level >= 1 && level <= 6) return level;
    warnOnce(`<${at.localName}> heading-level is ${shown(given)}; expected a whole number, 1 to 6.`);
    return USUAL_LEVEL;
  }
  return USUAL_LEVEL;
}
