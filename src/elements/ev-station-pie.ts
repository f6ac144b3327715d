import { StatusPie } from './status-pie.js';

/**
 * A pie of the status of all Charge Stations in production (R8, R9), with its legend.
 *
 * @customElement ev-station-pie
 * @attr {number} heading-level - Of which level its heading is, 1 to 6 (3 without it); stands on the element, or on anything around it.
 * @statuscolors station
 */
export class EvStationPie extends StatusPie {
  protected readonly dimension = 'station';
}
