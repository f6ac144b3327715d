import type { ReactiveController } from 'lit';

import type { Dimension } from '../../model/records.js';
import type { Highlight } from '../../provider/highlight.js';
import type { DataController, DataHost } from './data-controller.js';

/** Connects an element to the status that stands out in its section. */
export class HighlightController implements ReactiveController {
  private followed?: Highlight;
  private stop?: () => void;

  /** @param onChange called when another status may stand out */
  constructor(
    private readonly host: DataHost,
    private readonly data: DataController<unknown>,
    private readonly dimension: () => Dimension,
    private readonly onChange: () => void,
  ) {
    host.addController(this);
  }

  /** The status that stands out; one that the legend hides (R21) does not. */
  get status(): string | undefined {
    const { data } = this;
    const dimension = this.dimension();
    const status = data.highlight.of(dimension);
    return status !== undefined && data.filters.hidden(dimension).has(status) ? undefined : status;
  }

  hostUpdate(): void {
    const { highlight } = this.data;
    if (!this.host.isConnected || highlight === this.followed) return;
    this.stop?.();
    this.followed = highlight;
    this.stop = highlight.subscribe(this.onChange);
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = this.followed = undefined;
  }
}
