import { createRandom } from '../../portal/sample/random.mjs';
import { life } from './life.mjs';
import { ocpp16 } from './ocpp-1.6.mjs';
import { ocpp2 } from './ocpp-2.mjs';

/** Versions of OCPP, and how many stations of each there are in a hundred. */
const VERSIONS = [
  ['1.6', 60],
  ['2.0.1', 30],
  ['2.1', 7],
  // Delivered, and not connected yet.
  [undefined, 3],
];

const DIALECTS = { 1.6: ocpp16, '2.0.1': ocpp2, 2.1: ocpp2 };

/**
 * @typedef {object} ChargePoint
 * @property {string} id
 * @property {'1.6' | '2.0.1' | '2.1'} version
 * @property {() => ReturnType<life>} live begins its life
 */

/**
 * The charge points of made-up stations, but those that are not connected yet.
 * @param {import('../../../src/model/records.js').Location[]} locations
 * @param {number} seed
 * @returns {ChargePoint[]}
 */
export function createChargePoints(locations, seed) {
  const random = createRandom(seed);
  return locations
    .flatMap(({ stations }) => stations)
    .flatMap(({ id }, index) => {
      const version = random.weighted(VERSIONS);
      const own = createRandom(seed + index);
      const live = () => life({ dialect: DIALECTS[version], evses: own.integer(1, 4), random: own });
      return version ? [{ id, version, live }] : [];
    });
}
