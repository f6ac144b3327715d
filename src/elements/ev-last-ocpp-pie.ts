import { StatusPie } from './status-pie.js';

/**
 * A pie of the time since the last OCPP message of each Charge Station (R7), with its legend.
 *
 * @customElement ev-last-ocpp-pie
 * @attr {number} heading-level - Of which level its heading is, 1 to 6 (3 without it); stands on the element, or on anything around it.
 * @statuscolors last-message
 */
export class EvLastOcppPie extends StatusPie {
  protected readonly dimension = 'last-message';
}
