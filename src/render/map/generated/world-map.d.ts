import type { GeometryCollection, Topology } from 'topojson-specification';

/** Natural Earth's land and countries at 1:50 million. */
export declare const topology: Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

/** Each country's English name, where to write it in degrees, and the zoom from which there is room for it (0 to 6). */
export declare const labels: readonly (readonly [name: string, longitude: number, latitude: number, fromZoom: number])[];
