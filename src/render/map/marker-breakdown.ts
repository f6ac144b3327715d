import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { MapDimension } from '../../model/questions.js';
import { breakdown } from '../shared/breakdown.js';
import { formatCounted, formatShare } from '../shared/format.js';
import { SECTIONS } from '../shared/sections.js';
import { nameOf } from './marker-look.js';
import type { Marker } from './marker.js';

/** What a group or a pin holds: its name, and how many are in each status that is not hidden. */
export function markerBreakdown({ item, count, counts }: Marker, dimension: MapDimension): TemplateResult {
  const { statuses, counted } = SECTIONS[dimension];
  const numbers = Object.entries(counts)
    .filter(([, number]) => number > 0)
    .map(([status, number]) => ({ status, number, share: formatShare(number, count) }));
  return html`<p class="subject">${nameOf(item)}</p>
    <p class="quiet">${formatCounted(count, counted)}</p>
    ${breakdown(dimension, statuses, numbers)}`;
}
