import type { LitElement } from 'lit';

import type { LegendOptions } from '../../render/pie/legend.js';
import type { DataController, DataHost } from './data-controller.js';
import { PointedTarget } from './pointed-target.js';

/** Slices, legend rows' bars and their buttons. */
const TARGETS = '[data-status]';

/** Has the status of the slice or legend row that a reader points at stand out in all views of its section. */
export class PointedStatus {
  /** Ends that. */
  private restore?: () => void;

  constructor(
    host: DataHost & LitElement,
    private readonly data: DataController<unknown>,
    private readonly options: () => LegendOptions,
  ) {
    new PointedTarget(host, TARGETS, target => this.point(target as SVGElement | HTMLElement | undefined));
  }

  private point(target: SVGElement | HTMLElement | undefined): void {
    const { dimension, counts } = this.options();
    const status = target?.dataset.status;
    const before = this.restore;
    // What nobody is in has nothing to stand out.
    this.restore =
      status !== undefined && counts[status] ? this.data.highlight.show(dimension, status) : undefined;
    before?.();
  }
}
