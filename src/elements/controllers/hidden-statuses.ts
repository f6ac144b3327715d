import type { LitElement, ReactiveController, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import type { Dimension } from '../../model/records.js';
import { DIMENSIONS } from '../../model/statuses.js';
import { tellsOfTrouble, troubleStatuses } from '../../model/trouble.js';
import { isTroubleOnly, wellStatuses } from '../../model/trouble-only.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { SECTIONS } from '../../render/shared/sections.js';
import { troubleOnlyButton } from '../../render/shared/trouble-only-button.js';
import { FilterChangeEvent } from '../events.js';
import type { OverviewState } from '../events.js';
import type { DataController } from './data-controller.js';

/**
 * What an overview hides in each section: what its host sets, which waits for data, and "Trouble only" (R26), which is on where exactly
 * what is well is hidden, however that came about.
 */
export class HiddenStatuses implements ReactiveController {
  /** What a host has hidden before there was data to filter. */
  private pending?: OverviewState['hidden'];
  /** Whom the statuses of the last message were asked of: a host may have set them. */
  private asked?: DataProvider;
  private lastMessageStatuses = SECTIONS['last-message'].statuses;

  constructor(
    private readonly host: LitElement,
    private readonly data: DataController,
  ) {
    host.addController(this);
  }

  /** The statuses that are hidden, by the dimensions that hide any. */
  get all(): OverviewState['hidden'] {
    const all: OverviewState['hidden'] = {};
    for (const dimension of DIMENSIONS) {
      const statuses = this.pending?.[dimension] ?? [...this.data.filters.hidden(dimension)];
      if (statuses.length > 0) all[dimension] = [...statuses];
    }
    return all;
  }

  set all(hidden: OverviewState['hidden']) {
    this.pending = hidden;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    this.hidePending();
    const { provider, state } = this.data;
    if (provider && provider !== this.asked && state.asOf !== undefined) void this.askStatuses(provider);
  }

  render(): TemplateResult {
    return troubleOnlyButton(localizeOf(this.host), this.isOn, () => this.toggle());
  }

  /** The dimensions that have trouble, with all their statuses. The age of an update is none. */
  private get dimensions(): [Dimension, readonly string[]][] {
    const { lastMessageIs } = this.data.state;
    return DIMENSIONS.filter(dimension => tellsOfTrouble(dimension, lastMessageIs))
      .map((dimension): [Dimension, readonly string[]] => [dimension, this.statusesOf(dimension)])
      .filter(([dimension, statuses]) => troubleStatuses(dimension, statuses).length > 0);
  }

  private get isOn(): boolean {
    const { filters } = this.data;
    return this.dimensions.every(([dimension, statuses]) =>
      isTroubleOnly(dimension, statuses, filters.hidden(dimension)),
    );
  }

  private statusesOf(dimension: Dimension): readonly string[] {
    return dimension === 'last-message' ? this.lastMessageStatuses : SECTIONS[dimension].statuses;
  }

  private hidePending(): void {
    const { pending, data } = this;
    if (!pending || !data.provider) return;
    this.pending = undefined;
    for (const dimension of DIMENSIONS) data.filters.set(dimension, pending[dimension] ?? []);
  }

  private toggle(): void {
    const { isOn } = this;
    for (const [dimension, statuses] of this.dimensions) {
      const hidden = isOn ? [] : wellStatuses(dimension, statuses);
      this.data.filters.set(dimension, hidden);
      this.host.dispatchEvent(new FilterChangeEvent({ dimension, hidden }));
    }
  }

  private async askStatuses(provider: DataProvider): Promise<void> {
    this.asked = provider;
    try {
      const { byStatus } = await provider.counts('last-message');
      if (this.asked !== provider) return;
      this.lastMessageStatuses = Object.keys(byStatus);
      this.host.requestUpdate();
    } catch {
      // The pies say what failed; the next news has it asked again.
      if (this.asked === provider) this.asked = undefined;
    }
  }
}
