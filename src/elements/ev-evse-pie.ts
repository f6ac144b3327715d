import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

import type { Counts } from '../model/questions.js';
import type { Dimension } from '../model/records.js';
import type { DataProvider } from '../provider/data-provider.js';
import { StatusPie } from './status-pie.js';

/**
 * A pie of the status of all EVSEs whose station is online and in production (R5, R6), with its legend.
 *
 * @customElement ev-evse-pie
 * @attr {number} heading-level - Of which level its heading is, 1 to 6 (3 without it); stands on the element, or on anything around it.
 * @statuscolors evse
 */
export class EvEvsePie extends StatusPie {
  /** Counts EVSEs of offline stations too, by their last known status. */
  @property({ type: Boolean, attribute: 'include-offline' }) includeOffline = false;

  protected readonly dimension = 'evse';

  protected override updated(changed: PropertyValues<this>): void {
    // The first question is the controller's own.
    if (changed.get('includeOffline') !== undefined) this.data.ask();
  }

  // A trend is of the EVSEs whose station is online.
  protected override get trendDimension(): Dimension | undefined {
    return this.includeOffline ? undefined : this.dimension;
  }

  protected override count(provider: DataProvider, signal: AbortSignal): Promise<Counts> {
    return provider.counts('evse', { signal, includeOffline: this.includeOffline });
  }
}
