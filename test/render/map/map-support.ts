import { provideEnglish } from '../../../src/messages/catalogues.js';
import { enListsAndMaps } from '../../../src/messages/en-lists-and-maps.js';
import { localizeFor } from '../../../src/messages/nearest-language.js';
import { mapStyles } from '../../../src/render/map/map-styles.js';
import type { MapGroup, MapItem, MapLocation } from '../../../src/model/questions.js';
import { toMercator } from '../../../src/model/mercator.js';
import { worldSizeAt } from '../../../src/render/map/projection.js';
import type { Projection } from '../../../src/render/map/projection.js';
import type { MarkerLayerOptions } from '../../../src/render/map/markers.js';

/** Waits until something is so; fails with what was awaited, well before the runner gives up. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Still not so: ${condition}`);
    await new Promise(resolve => setTimeout(resolve, 16));
  }
}

export function group(longitude: number, latitude: number, more: Partial<MapGroup> = {}): MapGroup {
  return {
    longitude,
    latitude,
    counts: { online: 38, offline: 2, unknown: 0 },
    locations: 12,
    expansionZoom: 6,
    ...more,
  };
}

export function location(
  id: string,
  longitude: number,
  latitude: number,
  more: Partial<MapLocation> = {},
): MapLocation {
  return { id, longitude, latitude, counts: { online: 3, offline: 0, unknown: 0 }, stations: 3, ...more };
}

provideEnglish(enListsAndMaps);

/** Options of markers that remember what was selected. */
export function markerOptions(): MarkerLayerOptions & { selected: MapItem[] } {
  const selected: MapItem[] = [];
  return {
    selected,
    look: {
      localize: localizeFor('en'),
      name: 'Groups and locations',
      description: 'Arrow keys go to the next.',
      listName: 'On the map',
      dimension: 'connection',
      color: status => `var(--ev-color-connection-${status})`,
      label: (item, counts) =>
        `${'id' in item ? (item.name ?? item.id) : item.locations}: ${Object.values(counts)}`,
    },
    onSelect: item => selected.push(item),
  };
}

/** What a map of 600 × 400 pixels shows. */
export function lookAt(longitude: number, latitude: number, zoom: number): Projection {
  return { ...toMercator(longitude, latitude), worldSize: worldSizeAt(zoom), width: 600, height: 400 };
}

/** A positioned box in a shadow root, as an element gives it to its map. */
export function stage(
  width: number,
  height: number,
): { host: HTMLElement; root: ShadowRoot; container: HTMLElement; map: HTMLElement } {
  const host = document.createElement('div');
  host.style.cssText = `position: absolute; left: 0; top: 0; width: ${width}px; height: ${height}px`;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [mapStyles.styleSheet!];
  const container = document.createElement('div');
  container.style.cssText = 'position: absolute; inset: 0';
  // In place of MapLibre's canvas, which takes the focus.
  const map = document.createElement('div');
  map.tabIndex = 0;
  root.append(container);
  container.append(map);
  document.body.append(host);
  return { host, root, container, map };
}

export const markersOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('button.marker'),
];

/** What is written in a marker's badge; undefined where it has none. */
export function badgeOf(marker: Element): string | undefined {
  const written = marker.querySelector('.badge > span');
  return written ? (JSON.parse(getComputedStyle(written, '::before').content) as string) : undefined;
}

/** The middle of the sign in a marker's badge, which stands at the end that is nearer to the middle of the head. */
export function badgeSignAt(marker: Element): { x: number; y: number } {
  const badge = marker.querySelector('.badge')!;
  const { left, top, right, height } = badge.getBoundingClientRect();
  const across = 0.85 * parseFloat(getComputedStyle(badge).fontSize);
  return { x: marker.matches('.badge-left') ? right - across : left + across, y: top + height / 2 };
}

/** The middle of an element on the page. */
export function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
