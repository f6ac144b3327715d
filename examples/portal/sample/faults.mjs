import { happens } from './sessions.mjs';

/** @typedef {import('../../../src/model/records.js').Station} Station */
/** @typedef {import('./random.mjs').Random} Random */

const MEAN_REPAIR = 4 * 3600;

/** Such that about 2% of the stations are faulted at any time. */
const MEAN_TIME_BETWEEN_FAULTS = MEAN_REPAIR / 0.02;

/** One fault in four is of the station as a whole. */
const WHOLE_STATION_SHARE = 0.25;

/**
 * Lets a fault come or be mended.
 * @param {Station} station changed in place
 * @param {{random: Random, elapsed: number}} circumstances `elapsed` in seconds
 * @returns {{status?: string, evse?: import('../../../src/model/records.js').Evse, connector?: import('../../../src/model/records.js').Connector} | undefined}
 * the station's new status, or the connector that has another one and its EVSE; undefined where nothing changed
 */
export function advanceFaults(station, { random, elapsed }) {
  const faulted = findFault(station);
  if (!happens(random, elapsed, faulted ? MEAN_REPAIR : MEAN_TIME_BETWEEN_FAULTS)) return undefined;
  if (faulted) return report(station, faulted, 'Available');
  if (random.next() < WHOLE_STATION_SHARE) return report(station, {}, 'Faulted');
  const evse = random.pick(station.evses);
  return report(station, { evse, connector: random.pick(evse.connectors) }, 'Faulted');
}

function findFault(station) {
  if (station.status === 'Faulted') return {};
  for (const evse of station.evses) {
    const connector = evse.connectors.find(({ status }) => status === 'Faulted');
    if (connector) return { evse, connector };
  }
  return undefined;
}

function report(station, where, status) {
  (where.connector ?? station).status = status;
  return where.connector ? where : { status };
}
