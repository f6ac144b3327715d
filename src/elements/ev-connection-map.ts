import { StatusMap } from './status-map.js';

/**
 * A world map of the connection status of all Charge Stations in production: groups as small pies that split, locations as pins with a popup.
 *
 * @customElement ev-connection-map
 * @attr {number} heading-level - Of which level its heading is, 1 to 6 (3 without it); stands on the element, or on anything around it.
 * @statuscolors connection evse station
 */
export class EvConnectionMap extends StatusMap {
  protected readonly dimension = 'connection';
}
