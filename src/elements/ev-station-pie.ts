import { StatusPie } from './status-pie.js';

/**
 * A pie of the status of all Charge Stations in production (R8, R9), with its legend.
 *
 * @customElement ev-station-pie
 * @statuscolors station
 */
export class EvStationPie extends StatusPie {
  protected readonly dimension = 'station';
}
