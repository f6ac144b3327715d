import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { Ticker } from './ticker.js';

/** Has an element drawn anew once the ages that it shows read otherwise (R10). */
export class ShownAges implements ReactiveController {
  private shown = '';

  /** @param current how the ages in view read now */
  constructor(
    host: ReactiveControllerHost,
    private readonly current: () => string,
  ) {
    host.addController(this);
    new Ticker(host, () => {
      if (this.current() !== this.shown) host.requestUpdate();
    });
  }

  hostUpdated(): void {
    this.shown = this.current();
  }
}
