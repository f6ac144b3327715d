import { StatusPie } from './status-pie.js';

/**
 * A pie of the time since the last OCPP message of each Charge Station (R7), with its legend.
 *
 * @customElement ev-last-ocpp-pie
 * @fires {DrillDownEvent} ev-drill-down - A slice, its number or a legend row's list was selected; cancelable (R19).
 * @fires {FilterChangeEvent} ev-filter-change - The legend hid a status or showed it again (R21).
 * @csspart slice - A status's slice, with data-status and data-count.
 * @csspart entry - A status's legend bar, a button with aria-pressed, data-status and data-count.
 * @csspart drill - The button of a legend row that asks for the list.
 * @csspart empty - Stands in place of the pie where there is nothing to show.
 * @csspart error - Stands in place of the pie where there is no data to show.
 * @cssstate loading - Data is being fetched.
 * @cssstate empty - Nothing is there to show, or all of it is hidden.
 * @cssstate error - The last fetch failed.
 * @cssstate stale - The live stream is interrupted.
 */
export class EvLastOcppPie extends StatusPie {
  protected readonly dimension = 'last-message';
}
