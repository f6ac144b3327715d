import { observeElementOffset, VirtualizerController } from '@tanstack/lit-virtual';
import type { Virtualizer } from '@tanstack/lit-virtual';
import type { LitElement, ReactiveController } from 'lit';

import { ScrollScale } from './scroll-scale.js';

/** Pixels of a row before the first was drawn. */
const FIRST_ESTIMATE = 44;

/** The rows that are on the page. */
interface RowsInView {
  /** Their indices, in order. */
  indices: readonly number[];
  /** Pixels from the top of the body to the first. */
  top: number;
  /** Pixels of the body, which stands for all rows. */
  height: number;
}

/**
 * Keeps only the rows in view on the page (`.row` with `data-index`, in `.drawn`, in the scrolled `.table`). Rows are as
 * high as their content: each is measured when it is drawn and when it changes; those not drawn yet count with the
 * `min-height` that the styles give a row.
 */
export class VirtualRows implements ReactiveController {
  private estimate = FIRST_ESTIMATE;
  /** What to scroll to once the body has the height for it. */
  private target?: number | 'end';
  private observed?: Element;
  private readonly scale = new ScrollScale(() => this.table);
  private readonly virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  /** Made in the page: a server has none. */
  private resized?: ResizeObserver;

  /** @param count how many rows there are, those not loaded yet included */
  constructor(
    private readonly host: LitElement,
    private readonly count: () => number,
  ) {
    const controller = new VirtualizerController<HTMLElement, HTMLElement>(host, {
      count: 0,
      getScrollElement: () => this.table,
      estimateSize: () => this.estimate,
      overscan: 12,
      observeElementOffset: (instance, onScroll) =>
        observeElementOffset(instance, (top, isScrolling) => {
          const offset = this.scale.read(top);
          if (!isScrolling) this.scale.settle(offset);
          onScroll(offset, isScrolling);
        }),
      scrollToFn: (offset, { adjustments = 0 }) => {
        this.scale.write(offset + adjustments);
      },
    });
    this.virtualizer = controller.getVirtualizer();
    // By index: while a batch is measured, the virtualizer's starts are those from before it.
    this.virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ index }, _delta, { range }) =>
      range !== null && index < range.startIndex;
    host.addController(this);
  }

  get inView(): RowsInView {
    const items = this.virtualizer.getVirtualItems();
    const { shift, height } = this.scale;
    return { indices: items.map(({ index }) => index), top: (items[0]?.start ?? 0) - shift, height };
  }

  /** Begins at the top, with rows yet to be measured. */
  reset(): void {
    this.virtualizer.measure();
    this.moveTo(0);
  }

  hostUpdate(): void {
    const { virtualizer } = this;
    virtualizer.setOptions({ ...virtualizer.options, count: this.count() });
    this.scale.resize(virtualizer.getTotalSize());
  }

  hostUpdated(): void {
    const { target } = this;
    this.target = undefined;
    if (target === 'end') this.scale.toEnd();
    else if (target !== undefined) this.scale.write(target);
    this.observe();
    this.measure();
  }

  hostDisconnected(): void {
    this.resized?.disconnect();
    this.observed = undefined;
  }

  private get table(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.table');
  }

  private observe(): void {
    const drawn = this.table?.querySelector('.drawn') ?? undefined;
    if (drawn === this.observed) return;
    // In a frame of its own: measuring may draw more rows, which the observer would report as a loop.
    this.resized ??= new ResizeObserver(() => {
      requestAnimationFrame(() => {
        this.measure();
      });
    });
    this.resized.disconnect();
    if (drawn) this.resized.observe(drawn);
    this.observed = drawn;
  }

  private measure(): void {
    // Out of the document there are no styles to measure by.
    if (!this.host.isConnected) return;
    const rows = [...(this.table?.querySelectorAll<HTMLElement>('.row') ?? [])];
    if (rows.length === 0 || this.followsStyles(rows[0]!)) return;
    const { virtualizer, scale } = this;
    const { isAtEnd } = scale;
    const total = virtualizer.getTotalSize();
    for (const row of rows) {
      const height = Number.parseFloat(getComputedStyle(row).height);
      // Rows of a hidden list have none.
      if (height > 0) virtualizer.resizeItem(Number(row.dataset.index), height);
    }
    if (isAtEnd && virtualizer.getTotalSize() !== total) this.target = 'end';
  }

  /** Where the styles give rows another least height, all are estimated anew, and the first in view stays. */
  private followsStyles(row: HTMLElement): boolean {
    const estimate = Number.parseFloat(getComputedStyle(row).minHeight);
    if (estimate === this.estimate) return false;
    const { virtualizer } = this;
    const first = virtualizer.range?.startIndex ?? 0;
    this.estimate = estimate;
    virtualizer.measure();
    this.moveTo(first * estimate);
    return true;
  }

  private moveTo(offset: number): void {
    this.virtualizer.scrollOffset = offset;
    this.target = offset;
  }
}
