import { StatusPie } from './status-pie.js';

/**
 * A pie of the connection status of all Charge Stations in production (R3), with its legend.
 *
 * @customElement ev-connection-pie
 * @statuscolors connection
 */
export class EvConnectionPie extends StatusPie {
  protected readonly dimension = 'connection';
}
