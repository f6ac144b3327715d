import { StatusPie } from './status-pie.js';

/**
 * A pie of the connection status of all Charge Stations in production (R3), with its legend.
 *
 * @customElement ev-connection-pie
 * @attr {number} heading-level - Of which level its heading is, 1 to 6 (3 without it); stands on the element, or on anything around it.
 * @statuscolors connection
 */
export class EvConnectionPie extends StatusPie {
  protected readonly dimension = 'connection';
}
