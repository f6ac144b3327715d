import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { MapItem } from '../../model/questions.js';
import { visibleMarkers } from './marker.js';
import type { MarkerLook } from './marker-look.js';

/** How many are listed: the others have less trouble. */
const LISTED = 20;

/** What a map shows there and around, as a list with the most trouble first: not seen, for a map cannot be read from top to bottom. */
export function mapList(
  items: readonly MapItem[],
  hidden: ReadonlySet<string>,
  look: MarkerLook,
): TemplateResult | typeof nothing {
  const markers = visibleMarkers(look.localize, items, look.dimension, hidden);
  if (markers.length === 0) return nothing;
  const first = markers
    .sort((one, other) => other.trouble - one.trouble || other.count - one.count)
    .slice(0, LISTED);
  const more = markers.length - first.length;
  return html`<ul class="visually-hidden" aria-label=${look.listName}>
    ${first.map(({ item, counts }) => html`<li>${look.label(item, counts)}</li>`)}
    ${more > 0 ? html`<li>${look.localize.counted('moreWithLess', more)}</li>` : nothing}
  </ul>`;
}
