import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { isGroup } from '../../model/questions.js';
import type { MapItem } from '../../model/questions.js';
import { donutAngles } from '../shared/donut.js';
import type { Extent } from './map-anchor.js';
import type { MarkerRing } from './marker-rings.js';
import { MOST_STATUSES } from './ring-shaders.js';

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

const TURN = 2 * Math.PI;

/** Where the slice of each status ends; one with no share ends where it begins. */
function sliceEnds(values: StatusValues): number[] {
  const angles = donutAngles(values);
  let end = 0;
  return Array.from({ length: MOST_STATUSES }, (_, status) => {
    end = angles.find(({ index }) => index === status)?.end ?? end;
    // Whatever comes after the last slice must not begin beside it by rounding.
    return angles.at(-1)!.index <= status ? TURN : end;
  });
}

/** A marker's ring, around the middle of its head. */
export function ringOf({ item, count, values }: Marker, look: MarkerLook): Omit<MarkerRing, 'x' | 'y'> {
  const content = { ends: sliceEnds(values), number: formatCount(count), scale: 1, opacity: 1 };
  if (isGroup(item)) {
    const radius = groupRadius(count);
    return { ...content, radius, tip: 0, outer: radius - 2, inner: radius * 0.66 + 0.5 };
  }
  const { head, tip } = PIN;
  return { ...content, sign: look.sign(values), radius: head, tip, outer: head - 3, inner: head - 5.5 };
}

// Two templates, for a part's name must be written out to be in custom-elements.json.
function cluster(marker: Marker, look: MarkerLook): TemplateResult {
  return html`<button
    type="button"
    class="marker"
    part="cluster"
    data-count=${marker.count}
    aria-label=${look.label(marker.item, marker.values)}
  >
    <span class="number">${formatCount(marker.count)}</span>
  </button>`;
}

function pin(marker: Marker, look: MarkerLook): TemplateResult {
  return html`<button
    type="button"
    class="marker pin"
    part="pin"
    data-count=${marker.count}
    aria-label=${look.label(marker.item, marker.values)}
  >
    <span class="number">${formatCount(marker.count)}</span>
  </button>`;
}

/** R15, R16: the button of a group or a pin, with its number; made anew only where something on it changed. */
export function markerTemplate(marker: Marker, look: MarkerLook): unknown {
  return guard(
    [marker.content],
    () => html`<div class="place">${isGroup(marker.item) ? cluster(marker, look) : pin(marker, look)}</div>`,
  );
}
