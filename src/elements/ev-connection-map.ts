import { StatusMap } from './status-map.js';

/**
 * A world map of the connection status of all Charge Stations in production: groups as small pies that split, locations as pins with a popup.
 *
 * @customElement ev-connection-map
 * @statuscolors connection evse station
 */
export class EvConnectionMap extends StatusMap {
  protected readonly dimension = 'connection';
}
