import type { LitElement, ReactiveController } from 'lit';

import { StateChangeEvent } from '../events.js';
import type { OverviewState } from '../events.js';

/** Tells a host once what changed of an overview's state, however it came about. */
export class OverviewStateChanges implements ReactiveController {
  /** The state that the host was last told of. */
  private told = '';

  constructor(private readonly overview: LitElement & { readonly state: OverviewState }) {
    overview.addController(this);
  }

  hostUpdated(): void {
    const { state: now } = this.overview;
    const text = JSON.stringify(now);
    if (text === this.told) return;
    const isFirst = this.told === '';
    this.told = text;
    if (!isFirst) this.overview.dispatchEvent(new StateChangeEvent(now));
  }
}
