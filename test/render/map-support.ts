import { mapStyles } from '../../src/render/map-styles.js';
import type { MapGroup, MapItem, MapLocation } from '../../src/model/answers.js';
import type { MarkerLayerOptions } from '../../src/render/markers.js';

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

/** Options of markers that remember what was selected. */
export function markerOptions(): MarkerLayerOptions & { selected: MapItem[] } {
  const selected: MapItem[] = [];
  return {
    selected,
    statuses: ['online', 'offline', 'unknown'],
    color: status => `var(--ev-color-connection-${status})`,
    sign: ([, offline]) => (offline ? '!' : undefined),
    label: (item, values) => `${'id' in item ? (item.name ?? item.id) : item.locations}: ${values}`,
    onSelect: item => selected.push(item),
  };
}

/** A positioned box in a shadow root, as an element gives it to its map. */
export function stage(
  width: number,
  height: number,
): { host: HTMLElement; root: ShadowRoot; container: HTMLElement } {
  const host = document.createElement('div');
  host.style.cssText = `position: absolute; left: 0; top: 0; width: ${width}px; height: ${height}px`;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [mapStyles.styleSheet!];
  const container = document.createElement('div');
  container.style.cssText = 'position: absolute; inset: 0';
  root.append(container);
  document.body.append(host);
  return { host, root, container };
}

export const markersOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('button.marker'),
];

/** The middle of an element on the page. */
export function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The colour that is drawn at a place beside the middle of an element, as `rgb(…)`; empty where nothing is. */
function drawnAt(root: ParentNode, element: Element, across: number, down: number): string {
  const canvas = root.querySelector<HTMLCanvasElement>('.drawing')!;
  const { left, top, width } = canvas.getBoundingClientRect();
  const ratio = canvas.width / width;
  const { x, y } = middleOf(element);
  const at = [x + across - left, y + down - top].map(pixels => Math.floor(pixels * ratio)) as [
    number,
    number,
  ];
  const [red, green, blue, alpha] = canvas.getContext('2d')!.getImageData(...at, 1, 1).data;
  return alpha! < 255 ? '' : `rgb(${red}, ${green}, ${blue})`;
}

/** The colours of a group's pie, clockwise from twelve o'clock; what lies between two slices is left out. */
export function pieOf(root: ParentNode, button: HTMLElement, colors: readonly string[]): string[] {
  const radius = 0.8 * (button.offsetWidth / 2);
  const seen = Array.from({ length: 180 }, (_, step) => {
    const angle = ((step + 0.5) / 180) * 2 * Math.PI;
    return drawnAt(root, button, radius * Math.sin(angle), -radius * Math.cos(angle));
  }).filter(color => colors.includes(color));
  return seen.filter((color, index) => color !== seen[index - 1]);
}

/** Whether a sign is drawn at the upper right of a pin. */
export function hasSign(root: ParentNode, pin: HTMLElement): boolean {
  const [across, down] = [18.5, 3.5 - pin.offsetHeight / 2];
  return drawnAt(root, pin, across, down) !== '';
}
