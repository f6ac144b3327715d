import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { MapDimension } from '../../model/questions.js';
import { breakdown } from '../shared/breakdown.js';
import { SECTIONS } from '../shared/sections.js';
import { nameOf } from './marker-look.js';
import type { Marker } from './marker.js';

/** What a group or a pin holds: its name, and how many are in each status that is not hidden. */
export function markerBreakdown(
  localize: Localize,
  { item, count, counts }: Marker,
  dimension: MapDimension,
): TemplateResult {
  const { statuses, counted } = SECTIONS[dimension];
  const numbers = Object.entries(counts)
    .filter(([, number]) => number > 0)
    .map(([status, number]) => ({ status, number, share: localize.share(number, count) }));
  return html`<p class="subject">${nameOf(localize, item)}</p>
    <p class="quiet">${localize.counted(counted, count)}</p>
    ${breakdown(localize, dimension, statuses, numbers)}`;
}
