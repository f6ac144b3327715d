import type { Marker } from './marker.js';
import type { MarkerSize } from './marker-size.js';

/** A marker as it is drawn on a map. */
export interface ShownMarker {
  marker: Marker;
  isPin: boolean;
  size: MarkerSize;
  x: number;
  y: number;
}

/** What a map shows at a moment, to be drawn elsewhere; lengths are pixels of CSS. */
export interface MapSnapshot {
  ground: HTMLCanvasElement;
  width: number;
  height: number;
  /** Where the one world stands on a map that is wider than it. */
  world?: { left: number; width: number };
  markers: ShownMarker[];
  /** A length on the map, and how far that is. */
  scale: { width: number; text: string };
  /** Where the map is from. */
  sources: string;
}
