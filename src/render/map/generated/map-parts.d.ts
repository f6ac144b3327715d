import type { GeometryObject, Topology } from 'topojson-specification';

/** Towns, the first to be named first. */
export interface PackedTowns {
  /** By line. */
  names: string;
  /** Thousandths of a degree from the west of the part's box. */
  longitudes: number[];
  /** Thousandths of a degree from the south of the part's box. */
  latitudes: number[];
  /** The zoom from which there is room for each, in tenths. */
  zooms: number[];
}

/** A part of the nearer map: a region's land and borders, or the whole world's lakes, rivers and states, and towns. */
export interface MapPart {
  /** West, south, east, north in degrees. */
  box: [number, number, number, number];
  topology?: Topology<Partial<Record<'land' | 'borders' | 'lakes' | 'rivers' | 'states', GeometryObject>>>;
  towns: PackedTowns;
}

/** Each part's box and how it is loaded; the first is the one of the whole world. */
export declare const mapParts: readonly (readonly [
  box: MapPart['box'],
  load: () => Promise<{ mapPart: MapPart }>,
])[];
