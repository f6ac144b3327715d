import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { ListTab } from '../../model/list-tabs.js';
import type { StationSortKey } from '../../model/questions.js';
import type { Sorting } from '../../render/list/station-table.js';

/** Milliseconds that typing is debounced by. */
const DELAY = 200;

/** What a reader of a list chose: the text that it is searched for, its order, its tab, its tools, and the rows that are open. */
export class ReaderChoices implements ReactiveController {
  /** What the list is to be searched for; empty for all. */
  search = '';
  /** The order; undefined for the list's own. */
  sorting?: Sorting;
  /** The tab, for the filter that is shown. */
  tab?: ListTab;
  /** Whether all tools are to be shown where a low window has room for the tabs alone. */
  areToolsUnfolded = false;
  private readonly opened = new Set<string>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  readonly type = (text: string): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.find(text);
    }, DELAY);
  };

  clearSearch(): void {
    clearTimeout(this.timer);
    this.find('');
  }

  /**
   * Sorts by a column, the other way round where it is sorted by that already.
   * @param current as the list is sorted now
   */
  sort(by: StationSortKey, current: Sorting | undefined): void {
    this.sorting = { by, descending: current?.by === by && !current.descending };
    this.host.requestUpdate();
  }

  readonly isOpen = (stationId: string): boolean => this.opened.has(stationId);

  /** Opens a station's row, or shuts it. */
  readonly toggle = (stationId: string): void => {
    if (!this.opened.delete(stationId)) this.opened.add(stationId);
    this.host.requestUpdate();
  };

  /** Shows the tools in a low window, or the rows alone again. */
  readonly unfoldTools = (): void => {
    this.areToolsUnfolded = !this.areToolsUnfolded;
    this.host.requestUpdate();
  };

  private find(text: string): void {
    this.search = text;
    this.host.requestUpdate();
  }
}
