import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { StatusCounts } from '../model/types.js';
import { isGroup } from '../model/answers.js';
import type { MapItem } from '../model/answers.js';
import { donutArcs } from './donut.js';

/** How the statuses of a map look and read. */
export interface MarkerLook {
  /** The statuses of the map's dimension in their fixed order (R22). */
  statuses: readonly string[];
  /** A status's colour as CSS writes it, for example `var(--ev-color-connection-online)`. */
  color(status: string): string;
  /** What tells a pin's state apart from colour, for example `!`; undefined where all is well. */
  sign(counts: StatusCounts): string | undefined;
  /** What a screen reader says of a marker; `counts` are the visible ones. */
  label(item: MapItem, counts: StatusCounts): string;
}

/** An item as it is drawn: without its hidden statuses. */
export interface Marker {
  /** Stays the same as long as the item does. */
  key: string;
  item: MapItem;
  counts: StatusCounts;
  /** Stations or EVSEs inside, hidden ones not counted. */
  count: number;
}

function keyOf(item: MapItem): string {
  return isGroup(item) ? `group ${item.longitude},${item.latitude},${item.locations}` : `location ${item.id}`;
}

function westToEast({ item: one }: Marker, { item: other }: Marker): number {
  return one.longitude - other.longitude || other.latitude - one.latitude;
}

/** R21: what is drawn of the items, from west to east; one with nothing but hidden statuses is not. */
export function visibleMarkers(
  items: readonly MapItem[],
  statuses: readonly string[],
  hidden: ReadonlySet<string>,
): Marker[] {
  const shown = statuses.filter(status => !hidden.has(status));
  return items
    .map(item => {
      const counts = Object.fromEntries(shown.map(status => [status, item.counts[status] ?? 0]));
      const count = Object.values(counts).reduce((sum, value) => sum + value, 0);
      return { key: keyOf(item), item, counts, count };
    })
    .filter(({ count }) => count > 0)
    .sort(westToEast);
}

const exactly = new Intl.NumberFormat();
const compactly = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });

/** A count as there is room for it: from 10,000 on in thousands and millions. */
export function formatCount(count: number): string {
  return (count < 10_000 ? exactly : compactly).format(count);
}

/** A group's radius in pixels grows with the order of magnitude of what it holds, from the least to the most. */
const LEAST = { count: 2, radius: 17 };
const MOST = { count: 50_000, radius: 32 };

function groupRadius(count: number): number {
  const share = Math.log(count / LEAST.count) / Math.log(MOST.count / LEAST.count);
  return LEAST.radius + (MOST.radius - LEAST.radius) * Math.max(0, Math.min(1, share));
}

/** A pin's head and tip in pixels; the tip's end stands at the location. */
const HEAD = 16;
const TIP = 9;

function pinOutline(): string {
  const across = Math.acos(HEAD / (HEAD + TIP));
  const [x, y] = [HEAD * Math.sin(across), HEAD * Math.cos(across)].map(value => value.toFixed(2));
  return `M0,${HEAD + TIP}L-${x},${y}A${HEAD},${HEAD},0,1,1,${x},${y}Z`;
}

const PIN_OUTLINE = pinOutline();

/** How far a marker reaches from its position, in pixels. */
export function extentOf({ item, count }: Marker): { above: number; below: number } {
  if (!isGroup(item)) return { above: 2 * HEAD + TIP, below: 0 };
  const radius = groupRadius(count);
  return { above: radius, below: radius };
}

function slices({ counts }: Marker, look: MarkerLook, outer: number, inner: number): SVGTemplateResult[] {
  const statuses = Object.keys(counts);
  return donutArcs(Object.values(counts), outer, inner).map(
    ({ index, path }) => svg`<path class="slice" fill=${look.color(statuses[index]!)} d=${path} />`,
  );
}

function cluster(marker: Marker, look: MarkerLook): TemplateResult {
  const radius = Math.round(groupRadius(marker.count));
  const size = 2 * radius;
  return html`<button
    type="button"
    class="marker"
    part="cluster"
    data-count=${marker.count}
    aria-label=${look.label(marker.item, marker.counts)}
  >
    <svg width=${size} height=${size} viewBox="${-radius} ${-radius} ${size} ${size}" aria-hidden="true">
      <circle class="ground" r=${radius} />
      ${slices(marker, look, radius - 1.5, radius * 0.66)}
    </svg>
    <span class="number">${formatCount(marker.count)}</span>
  </button>`;
}

function pin(marker: Marker, look: MarkerLook): TemplateResult {
  const sign = look.sign(marker.counts);
  return html`<button
    type="button"
    class="marker pin"
    part="pin"
    data-count=${marker.count}
    aria-label=${look.label(marker.item, marker.counts)}
  >
    <svg width="34" height="42" viewBox="-17 -17 34 42" aria-hidden="true">
      <path class="ground" d=${PIN_OUTLINE} />
      ${slices(marker, look, HEAD - 1.5, HEAD - 5)}
    </svg>
    <span class="number">${formatCount(marker.count)}</span>
    ${sign === undefined ? '' : html`<span class="sign">${sign}</span>`}
  </button>`;
}

/** R15, R16: a group's small pie, or a location's pin; drawn anew only where something on it changed. */
export function markerTemplate(marker: Marker, look: MarkerLook): unknown {
  const { item, counts } = marker;
  const told = isGroup(item) ? [] : [item.name, item.stations];
  return guard([...told, JSON.stringify(counts)], () =>
    isGroup(item) ? cluster(marker, look) : pin(marker, look),
  );
}
