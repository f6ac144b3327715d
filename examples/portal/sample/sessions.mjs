import { speaksOcpp2, wordInUse } from './operators.mjs';

/** @typedef {import('../../../src/model/records.js').Connector} Connector */
/** @typedef {import('../../../src/model/records.js').Evse} Evse */
/** @typedef {import('./random.mjs').Random} Random */

/** Seconds within which the share in use follows the hour of day. */
const RELAXATION = 40 * 60;

/** Seconds; in a step longer than this a session's first and last words have come and gone. */
const PASSING = 60;

const IN_USE = new Set(['Preparing', 'Charging', 'SuspendedEV', 'SuspendedEVSE', 'Occupied']);

/** What a status becomes by itself, and after how many seconds on average (OCPP 1.6 §4.9). */
const BECOMES = {
  Preparing: { word: 'Charging', after: 25 },
  Charging: { word: 'SuspendedEV', after: 3 * 3600 },
  Finishing: { word: 'Available', after: 60 },
};

/**
 * Whether something that happens on average once in `mean` seconds happened within `elapsed` seconds.
 * @param {Random} random
 */
export function happens(random, elapsed, mean) {
  const drawn = random.next();
  // The share of the mean is never less than the probability, and spares nearly every exponential.
  return drawn < elapsed / mean && drawn < 1 - Math.exp(-elapsed / mean);
}

/**
 * Moves an EVSE's session on.
 * @param {Evse} evse
 * @param {{random: Random, elapsed: number, inUse: number, operator: string}} circumstances `elapsed` in seconds, `inUse` the
 * share of EVSEs in use there and then
 * @returns {Connector | undefined} the connector that has another status now, already changed in the EVSE
 */
export function advanceSession(evse, { random, elapsed, inUse, operator }) {
  const active = evse.connectors.find(({ status }) => IN_USE.has(status) || status === 'Finishing');
  const next = active && BECOMES[active.status];
  if (next && happens(random, elapsed, next.after)) return report(active, next.word);

  // The exact probability of a two-state process after any time, so that a step can span a second or a night.
  const was = active ? 1 : 0;
  const stillThere = Math.exp(-elapsed / RELAXATION);
  const used = random.next() < inUse + (was - inUse) * stillThere;
  if (active) {
    if (used || active.status === 'Finishing') return undefined;
    return report(active, speaksOcpp2(operator) || elapsed > PASSING ? 'Available' : 'Finishing');
  }
  const free = evse.connectors.filter(({ status }) => status === 'Available');
  if (!used || free.length < evse.connectors.length) return undefined;
  return report(random.pick(free), wordInUse(operator, elapsed > PASSING ? 'Charging' : 'Preparing'));
}

function report(connector, status) {
  connector.status = status;
  return connector;
}
