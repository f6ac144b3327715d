import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { isGroup } from '../model/answers.js';
import type { MapItem } from '../model/answers.js';
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
export function formatCount(count: number): string {
  return (count < 10_000 ? exactly : compactly).format(count);
}

/** A group's radius in pixels grows with the order of magnitude of what it holds, from the least to the most. */
const LEAST = { count: 2, radius: 17 };
const MOST = { count: 50_000, radius: 32 };

/** The radius of a group's pie in pixels. */
export function groupRadius(count: number): number {
  const share = Math.log(count / LEAST.count) / Math.log(MOST.count / LEAST.count);
  return Math.round(LEAST.radius + (MOST.radius - LEAST.radius) * Math.max(0, Math.min(1, share)));
}

/** A pin in pixels: the radius of its head, and how far its tip, which stands at the location, is below the head. */
export const PIN = { head: 17, tip: 8 };

/** How far a marker reaches from its position, in pixels. */
export function extentOf({ item, count }: Pick<Marker, 'item' | 'count'>): Extent {
  if (!isGroup(item)) return { above: 2 * PIN.head + PIN.tip, below: 0 };
  const radius = groupRadius(count);
  return { above: radius, below: radius };
}

/**
 * R15, R16: what a marker is used by, over what is drawn of it: a button of its size. Its texts are not seen, they are drawn.
 */
export function markerTemplate({ item, values, count, content }: Marker, look: MarkerLook): unknown {
  return guard(
    [content],
    () =>
      html`<div class="place">
        <button
          type="button"
          class="marker"
          part=${isGroup(item) ? 'cluster' : 'pin'}
          data-count=${count}
          aria-label=${look.label(item, values)}
        >
          ${formatCount(count)}
        </button>
      </div>`,
  );
}
