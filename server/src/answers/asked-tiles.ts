import { tileAt } from '../../../src/model/map-tiles.js';
import type { MapTile } from '../../../src/model/map-tiles.js';
import type { MapItem } from '../../../src/model/questions.js';
import { cellNumber, CELLS_OF_WORLD } from '../network/cells.js';

/** Tiles of one level of the map, told apart by their numbers. */
export class AskedTiles {
  private readonly places: Map<number, number>;

  /** @param tiles of one level */
  constructor(readonly tiles: readonly MapTile[]) {
    this.places = new Map(tiles.map(({ x, y }, index) => [cellNumber(x, y), index]));
  }

  private get level(): number {
    return this.tiles[0]!.z;
  }

  /** The index of the tile in which something stands; undefined where it stands in none of them. */
  indexOf({ longitude, latitude }: { longitude: number; latitude: number }): number | undefined {
    const { x, y } = tileAt(this.level, longitude, latitude);
    return this.places.get(cellNumber(x, y));
  }

  /** Whether a zoom's cell is in one of them. */
  hold(cell: number, zoom: number): boolean {
    return this.places.has(Math.floor(cell / 4 ** (zoom + CELLS_OF_WORLD - this.level)));
  }

  /** What stands in each. */
  divide(items: readonly MapItem[]): MapItem[][] {
    const divided: MapItem[][] = this.tiles.map(() => []);
    for (const item of items) {
      const index = this.indexOf(item);
      if (index !== undefined) divided[index]!.push(item);
    }
    return divided;
  }
}
