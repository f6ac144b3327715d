import { StatusMap } from './status-map.js';

/**
 * A world map of the status of all EVSEs whose station is online and in production: groups as small pies that split, locations as pins with a popup.
 *
 * @customElement ev-evse-map
 * @statuscolors connection evse station
 * @fires {NavigateEvent} ev-navigate - A link to a details page was clicked; cancelable (R18).
 * @fires {ViewChangeEvent} ev-view-change - The map shows another part of the world, or another zoom.
 * @fires {FilterChangeEvent} ev-filter-change - All hidden statuses were shown again (R21).
 * @csspart cluster - A group of locations, with data-count (R15).
 * @csspart pin - A location, with data-count (R16).
 * @csspart popup - A location's stations, or the locations of a stack (R17).
 * @csspart search - The field that finds a location or station.
 * @csspart hit - What the search found, with data-location-id.
 * @csspart fit - The button that shows the whole network.
 * @csspart left-out - How many stations have no usable position.
 * @csspart empty - Stands above the map where there is nothing to show.
 * @csspart error - Stands in place of the map where it cannot be shown.
 * @csspart refresh - The button that fetches the latest data (R12).
 * @csspart help - The button that explains the view (R13).
 * @csspart fullscreen - The button that expands the view and brings it back (R11).
 * @csspart age - How old the data is (R14).
 * @cssstate loading - Data is being fetched.
 * @cssstate empty - Nothing is there to show, or all of it is hidden.
 * @cssstate error - The last fetch failed, or the map cannot be drawn.
 * @cssstate stale - The live stream is interrupted.
 */
export class EvEvseMap extends StatusMap {
  protected readonly dimension = 'evse';
}
