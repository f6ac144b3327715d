import { answerCounts, answerLocation, answerMapItems } from '../../src/engine/answers.js';
import type { Network } from '../../src/engine/network.js';
import { StationLists } from '../../src/engine/station-lists.js';
import type { Answers } from './agreement.js';

/** Asks a network the way a provider is asked. */
export function answersOf(network: Network): Answers {
  const lists = new StationLists(network, 'lists');
  return {
    counts: async (dimension, options) => answerCounts(network, dimension, options),
    mapItems: async (view, options) => answerMapItems(network, view, options?.scope),
    location: async (id, options) => answerLocation(network, id, options?.scope),
    stations: async (query, options) => lists.page(query, options?.scope),
  };
}
