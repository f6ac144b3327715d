import DataLoader from 'dataloader';

import { groupBy } from '../../../src/model/group-by.js';
import type { MapTile } from '../../../src/model/map-tiles.js';
import type { MapDimension, MapItem } from '../../../src/model/questions.js';
import type { Scope } from '../../../src/model/records.js';
import { CLUSTER_MAX_ZOOM } from '../../../src/engine/counts/build-hierarchy.js';
import type { Database, Queries } from '../database/database.js';
import { RefusedError } from '../refused-error.js';
import { answerMapItems } from './map-items.js';

/** Tiles that are answered together at most: those of two views of a screen. */
const MOST_TOGETHER = 24;

/** What stands in a tile at a zoom. */
export interface MapQuestion {
  dimension: MapDimension;
  zoom: number;
  tile: MapTile;
  scope?: Scope;
}

/** Answers for tiles that are asked for in one turn of the event loop, as those of a view are, together: their cells overlap, and an empty tile costs nothing more. */
export class MapQuestions {
  private readonly loader: DataLoader<MapQuestion, MapItem[], string>;

  constructor(private readonly database: Database) {
    this.loader = new DataLoader(questions => this.answerAll(questions), {
      batchScheduleFn: setImmediate,
      maxBatchSize: MOST_TOGETHER,
      cacheKeyFn: question => JSON.stringify(question),
    });
  }

  answer(question: MapQuestion): Promise<MapItem[]> {
    return this.loader.load(question);
  }

  private async answerAll(questions: readonly MapQuestion[]): Promise<(MapItem[] | Error)[]> {
    // What is asked from now on is of a later moment.
    this.loader.clearAll();
    const answers = new Map<MapQuestion, MapItem[] | Error>();
    const alike = groupBy(questions, ({ dimension, zoom, tile, scope }) =>
      JSON.stringify([dimension, zoom, tile.z, scope]),
    );
    await Promise.all(
      [...alike.values()].map(async together => {
        const answered = await this.answerAlike(together);
        together.forEach((question, index) => answers.set(question, answered[index]!));
      }),
    );
    return questions.map(question => answers.get(question)!);
  }

  /** @param together questions that differ in their tiles alone */
  private async answerAlike(together: readonly MapQuestion[]): Promise<(MapItem[] | Error)[]> {
    const { dimension, zoom, scope } = together[0]!;
    const tiles = together.map(({ tile }) => tile);
    const ask = (queries: Queries) => answerMapItems(queries, dimension, zoom, tiles, scope);
    try {
      // Where nothing is grouped, it is one statement, which is of one moment by itself.
      return await (zoom > CLUSTER_MAX_ZOOM ? ask(this.database) : this.database.snapshot(ask));
    } catch (error) {
      if (together.length === 1 || !(error instanceof RefusedError))
        return together.map(() => error as Error);
      // Too much for one answer: each tile may hold so much.
      const each = await Promise.all(together.map(question => this.answerAlike([question])));
      return each.flat();
    }
  }
}
