import { levelOf, tilesOf } from '../../src/model/map-tiles.js';
import type { Answers } from '../../test/support/agreement.js';
import type { ServedNetwork } from '../src/answers/served-network.js';

/** A served network as its questions are put by widgets. */
export function answersOf(network: ServedNetwork): Answers {
  return {
    counts: (dimension, options = {}) => network.counts(dimension, options),
    mapItems: async (view, { scope } = {}) => {
      const tiles = tilesOf(view).map(tile =>
        network.mapItems({ dimension: view.dimension, zoom: levelOf(view.zoom), tile, scope }),
      );
      return (await Promise.all(tiles)).flat();
    },
    location: (id, { scope } = {}) => network.location(id, scope),
    stations: (query, { scope } = {}) => network.stations(query, scope),
  };
}
