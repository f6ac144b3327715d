import { CLUSTER_MAX_ZOOM, CLUSTER_RADIUS } from '../../src/engine/counts/build-hierarchy.js';
import type { Changes, Points } from '../page/networks.js';

/** The first view of every map: MapLibre's zoom, in which the world is 512 pixels wide at 0. */
export const VIEW = { center: [10, 30] as [longitude: number, latitude: number], zoom: 2 };

/** How near in pixels locations must be to be grouped, and up to which zoom: everyone groups as our engine does. */
export const RADIUS = CLUSTER_RADIUS;
export const MAX_ZOOM = CLUSTER_MAX_ZOOM;

/** A library that groups locations and counts their statuses, most of them on a map that is already loaded. */
export interface Peer {
  /** Makes the input that this peer takes; untimed. */
  prepare(points: Points): void;
  /** Takes the input, and resolves when the first groups with their counts are there: drawn, where it has a map. */
  load(): Promise<void> | void;
  /** Makes the input of a change; untimed. */
  prepareChange(changes: Changes): Promise<void> | void;
  /** Takes the change, and resolves when its counts are there: drawn, where it has a map. */
  change(): Promise<void> | void;
  /** Forgets what was loaded, so that it can be loaded again; untimed. */
  clear(): Promise<void> | void;
}

/** The place for a map: all of the page. */
export function stage(): HTMLElement {
  const container = document.createElement('div');
  container.style.cssText = 'position: absolute; inset: 0';
  document.body.append(container);
  return container;
}

/** Adds a library's own rules to the page. */
export function addCss(text: string): void {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
}
