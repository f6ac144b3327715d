import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

import type { Counts } from '../model/answers.js';
import type { DataProvider } from '../provider/types.js';
import { StatusPie } from './status-pie.js';

/**
 * A pie of the status of all EVSEs whose station is online and in production (R5, R6), with its legend.
 *
 * @customElement ev-evse-pie
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
export class EvEvsePie extends StatusPie {
  /** Counts EVSEs of offline stations too, by their last known status. */
  @property({ type: Boolean, attribute: 'include-offline' }) includeOffline = false;

  protected readonly dimension = 'evse';

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('includeOffline')) this.data.ask();
  }

  protected override count(provider: DataProvider, signal: AbortSignal): Promise<Counts> {
    return provider.counts('evse', { signal, includeOffline: this.includeOffline });
  }
}
