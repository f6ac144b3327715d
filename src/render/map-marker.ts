import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { isGroup } from '../model/answers.js';
import type { MapItem } from '../model/answers.js';
import { donutAngles, slicePath, toHundredths } from './donut.js';
import type { Extent } from './map-anchor.js';

/** How many are in each status of a map's dimension, in their fixed order; none in a hidden one. */
export type StatusValues = readonly number[];

/** How the statuses of a map look and read. */
export interface MarkerLook {
  /** The statuses of the map's dimension in their fixed order (R22). */
  statuses: readonly string[];
  /** A status's colour as CSS writes it, for example `var(--ev-color-connection-online)`. */
  color(status: string): string;
  /** What tells a pin's state apart from colour, for example `!`; undefined where all is well. */
  sign(values: StatusValues): string | undefined;
  /** What a screen reader says of a marker. */
  label(item: MapItem, values: StatusValues): string;
}

/** An item as it is drawn: without its hidden statuses. */
export interface Marker {
  /** Stays the same as long as the item does. */
  key: string;
  item: MapItem;
  /** Stations or EVSEs inside, hidden ones not counted. */
  count: number;
  values: StatusValues;
  /** Differs where anything that is seen or said of it does, but for its place. */
  content: string;
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
  const isShown = statuses.map(status => !hidden.has(status));
  return items
    .map(item => {
      const values = statuses.map((status, index) => (isShown[index] && item.counts[status]) || 0);
      const said = isGroup(item) ? '' : `${item.stations} ${item.name}`;
      return {
        key: keyOf(item),
        item,
        values,
        count: values.reduce((sum, value) => sum + value, 0),
        content: `${values} ${said}`,
      };
    })
    .filter(({ count }) => count > 0)
    .sort(westToEast);
}

const exactly = new Intl.NumberFormat();
const compactly = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });

/** A count as there is room for it: from 10,000 on in thousands and millions. */
function formatCount(count: number): string {
  return (count < 10_000 ? exactly : compactly).format(count);
}

/** A group's radius in pixels grows with the order of magnitude of what it holds, from the least to the most. */
const LEAST = { count: 2, radius: 17 };
const MOST = { count: 50_000, radius: 32 };

function groupRadius(count: number): number {
  const share = Math.log(count / LEAST.count) / Math.log(MOST.count / LEAST.count);
  return Math.round(LEAST.radius + (MOST.radius - LEAST.radius) * Math.max(0, Math.min(1, share)));
}

/** A pin in pixels: the radius of its head, and how far its tip, which stands at the location, is below the head. */
const PIN = { head: 17, tip: 8 };

/** How far a marker reaches from its position, in pixels: above, below and to either side. */
export interface MarkerExtent extends Extent {
  aside: number;
}

/** The room that a marker takes. */
export function extentOf({ item, count }: Marker): MarkerExtent {
  if (!isGroup(item)) return { above: 2 * PIN.head + PIN.tip, below: 0, aside: PIN.head };
  const radius = groupRadius(count);
  return { above: radius, below: radius, aside: radius };
}

function pinOutline(radius: number): string {
  const { head, tip } = PIN;
  const across = Math.acos(radius / (head + tip));
  const aside = radius * Math.sin(across);
  const [left, right, down] = [head - aside, head + aside, head + radius * Math.cos(across)].map(
    toHundredths,
  );
  return `M${head},${2 * head + tip}L${left},${down}A${radius},${radius},0,1,1,${right},${down}Z`;
}

const PIN_OUTLINE = pinOutline(PIN.head - 1);

/** A slice inherits its colour: only its outline is worked out anew when its share changes. */
function ring({ values }: Marker, look: MarkerLook, middle: number, outer: number, inner: number) {
  const slices = donutAngles(values);
  return values.map((_, index) => {
    const angle = slices.find(slice => slice.index === index);
    return angle
      ? svg`<g fill=${look.color(look.statuses[index]!)}>
          <path class="slice" d=${slicePath(angle, outer, inner, middle)} />
        </g>`
      : nothing;
  });
}

function cluster(marker: Marker, look: MarkerLook): TemplateResult {
  const radius = groupRadius(marker.count);
  return html`<button
    type="button"
    class="marker"
    part="cluster"
    data-count=${marker.count}
    aria-label=${look.label(marker.item, marker.values)}
  >
    <svg aria-hidden="true">
      <circle class="shadow" cx=${radius} cy=${radius + 1.5} r=${radius} />
      <circle class="ground" cx=${radius} cy=${radius} r=${radius - 0.5} />
      ${ring(marker, look, radius, radius - 1.5, radius * 0.66)}
    </svg>
    <span class="number">${formatCount(marker.count)}</span>
  </button>`;
}

function pin(marker: Marker, look: MarkerLook): TemplateResult {
  const { head } = PIN;
  const sign = look.sign(marker.values);
  return html`<button
    type="button"
    class="marker pin"
    part="pin"
    data-count=${marker.count}
    aria-label=${look.label(marker.item, marker.values)}
  >
    <svg aria-hidden="true">
      <circle class="shadow" cx=${head} cy=${head + 1} r=${head - 0.5} />
      <path class="ground" d=${PIN_OUTLINE} />
      ${ring(marker, look, head, head - 2.5, head - 6)}
    </svg>
    <span class="number">${formatCount(marker.count)}</span>
    ${sign === undefined ? nothing : html`<span class="sign">${sign}</span>`}
  </button>`;
}

/** R15, R16: a group's small pie, or a location's pin; drawn anew only where something on it changed. */
export function markerTemplate(marker: Marker, look: MarkerLook): unknown {
  return guard(
    [marker.content],
    () => html`<div class="place">${isGroup(marker.item) ? cluster(marker, look) : pin(marker, look)}</div>`,
  );
}
