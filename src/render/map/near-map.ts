import type { Feature, Geometry, Point } from 'geojson';
import { feature } from 'topojson-client';
import type { BoundingBox } from '../../model/questions.js';
import type { MapPart, PackedTowns } from './generated/map-parts.js';
import { rectangle } from './rectangle.js';

/** What an area or a line of the nearer map is. A region's `sea` hides the coarser coast of the map of the world. */
export type NearKind = 'sea' | 'land' | 'borders' | 'lakes' | 'rivers' | 'states';

export type NearShape = Feature<Geometry, { kind: NearKind }>;
/** A town; `from` is the zoom from which there is room for its name. */
export type Town = Feature<Point, { name: string; from: number }>;

/** What a map shows beside the countries of the world (R30), as MapLibre takes it. */
export interface NearFeatures {
  shapes: NearShape[];
  towns: Town[];
}

export const NO_FEATURES: NearFeatures = { shapes: [], towns: [] };

/** The zoom from which the part of the whole world is shown: lakes, rivers, states and cities. */
export const WORLD_ZOOM = 3;
/** The zoom from which the parts of regions are shown: coasts and borders at 1:10 million, and towns. */
export const REGION_ZOOM = 6;

/** Units of packed towns in a degree, and in a step of zoom. */
const PARTS_OF_DEGREE = 1000;
const PARTS_OF_ZOOM = 10;

/** Features are told apart by number, so that those of a part can be added to what is there. */
const FEATURES_OF_PART = 10_000;

function townsOf({ names, longitudes, latitudes, zooms }: PackedTowns, [west, south]: BoundingBox): Town[] {
  if (!names) return [];
  return names.split('\n').map((name, index) => ({
    type: 'Feature',
    properties: { name, from: zooms[index]! / PARTS_OF_ZOOM },
    geometry: {
      type: 'Point',
      coordinates: [west + longitudes[index]! / PARTS_OF_DEGREE, south + latitudes[index]! / PARTS_OF_DEGREE],
    },
  }));
}

function shapesOf({ topology, box }: MapPart): NearShape[] {
  if (!topology) return [];
  const shapes = Object.entries(topology.objects).map(([kind, object]): NearShape => {
    const { geometry } = feature(topology, object) as Feature;
    return { type: 'Feature', properties: { kind: kind as NearKind }, geometry };
  });
  if (!topology.objects.land) return shapes;
  return [{ type: 'Feature', properties: { kind: 'sea' }, geometry: rectangle(box) }, ...shapes];
}

/** A part's features, each with an id of its own among all parts. */
function featuresOf(part: MapPart, index: number): NearFeatures {
  const numbered = <F extends Feature>(features: F[]): F[] =>
    features.map((each, number) => ({ ...each, id: index * FEATURES_OF_PART + number }));
  return { shapes: numbered(shapesOf(part)), towns: numbered(townsOf(part.towns, part.box)) };
}

/** Whether two boxes overlap, on any copy of the world. */
function overlap(one: BoundingBox, [west, south, east, north]: BoundingBox): boolean {
  if (one[3] < south || one[1] > north) return false;
  return [-360, 0, 360].some(turn => one[0] + turn <= east && one[2] + turn >= west);
}

/** The parts of the nearer map that a map has shown; each is loaded when it first comes into view. */
export class NearMap {
  /** Everything that is loaded. */
  readonly features: NearFeatures = { shapes: [], towns: [] };
  private readonly asked = new Set<number>();

  /**
   * @param onLoaded told what has come along
   * @param onError a part that could not be loaded; it is asked for again when the map next moves
   */
  constructor(
    private readonly onLoaded: (added: NearFeatures) => void,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Loads what a map shows there and has not yet. */
  async look(bbox: BoundingBox, zoom: number): Promise<void> {
    if (zoom < WORLD_ZOOM) return;
    const { mapParts } = await import('./generated/map-parts.js');
    const needed = zoom < REGION_ZOOM ? mapParts.slice(0, 1) : mapParts;
    await Promise.all(
      needed.map(async ([box, load], index) => {
        if (this.asked.has(index) || !overlap(box, bbox)) return;
        this.asked.add(index);
        try {
          this.add(featuresOf((await load()).mapPart, index));
        } catch (error) {
          this.asked.delete(index);
          this.onError(error as Error);
        }
      }),
    );
  }

  private add(added: NearFeatures): void {
    this.features.shapes.push(...added.shapes);
    this.features.towns.push(...added.towns);
    this.onLoaded(added);
  }
}
