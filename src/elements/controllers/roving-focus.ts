import type { LitElement, ReactiveController } from 'lit';

import { directionOf } from '../../messages/nearest-language.js';
import { keyLeadsTo } from '../../render/shared/roving.js';

/** What is one stop of the Tab key: selectors of what holds it, of its rows where it has any, and of what is in them. */
interface Roved {
  container: string;
  row?: string;
  item: string;
}

type Item = HTMLElement | SVGElement;

/** Has what stands together be one stop of the Tab key, within which the arrow keys, Home and End lead on. */
export class RovingFocus implements ReactiveController {
  private stop?: Item;
  /** Where the stop is among all: what comes in its place takes it over. */
  private place = 0;
  private listening?: AbortController;

  constructor(
    private readonly host: LitElement,
    private readonly roved: Roved,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const root = this.host.renderRoot;
    root.addEventListener('focusin', ({ target }) => this.stopAt(this.itemOf(target)), { signal });
    root.addEventListener('keydown', event => this.onKeydown(event as KeyboardEvent), { signal });
  }

  hostUpdated(): void {
    const items = this.rows().flat();
    if (this.stop && items.includes(this.stop)) this.place = items.indexOf(this.stop);
    this.stop = items[Math.min(this.place, items.length - 1)];
    for (const item of items) {
      const tabIndex = item === this.stop ? 0 : -1;
      if (item.tabIndex !== tabIndex) item.tabIndex = tabIndex;
    }
  }

  hostDisconnected(): void {
    this.listening?.abort();
  }

  private get container(): Element | null {
    return this.host.renderRoot.querySelector(this.roved.container);
  }

  private rows(): Item[][] {
    const { container } = this;
    const { row, item } = this.roved;
    if (!container) return [];
    const rows = row ? [...container.querySelectorAll(row)] : [container];
    return rows
      .map(each => (each.matches(item) ? [each as Item] : [...each.querySelectorAll<Item>(item)]))
      .filter(({ length }) => length > 0);
  }

  private itemOf(target: EventTarget | null): Item | undefined {
    const item = (target as Element).closest<Item>(this.roved.item);
    return item && this.container?.contains(item) ? item : undefined;
  }

  private stopAt(item: Item | undefined): void {
    if (!item || item === this.stop) return;
    if (this.stop) this.stop.tabIndex = -1;
    item.tabIndex = 0;
    this.stop = item;
  }

  private onKeydown(event: KeyboardEvent): void {
    const { key, target } = event;
    const from = this.itemOf(target);
    if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isMirrored = directionOf(this.host) === 'rtl';
    const to = keyLeadsTo(this.rows(), from, key, isMirrored);
    if (!to) return;
    event.preventDefault();
    to.focus();
  }
}
