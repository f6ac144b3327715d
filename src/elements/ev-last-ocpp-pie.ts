import { StatusPie } from './status-pie.js';

/**
 * A pie of the time since the last OCPP message of each Charge Station (R7), with its legend.
 *
 * @customElement ev-last-ocpp-pie
 * @statuscolors last-message
 */
export class EvLastOcppPie extends StatusPie {
  protected readonly dimension = 'last-message';
}
