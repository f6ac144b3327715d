import type { ReactiveController } from 'lit';

import { isSame } from '../../model/fields.js';
import { tabFilter } from '../../model/list-tabs.js';
import type { ListTab } from '../../model/list-tabs.js';
import type { StationQuery } from '../../model/questions.js';
import type { StationFilter } from '../../model/records.js';
import type { DataProvider, DataState } from '../../provider/data-provider.js';
import { DataController } from './data-controller.js';
import type { DataHost } from './data-controller.js';
import { StationPages } from './station-pages.js';
import { tabCounts } from './tab-counts.js';
import type { TabCounts } from './tab-counts.js';

/** What a list asks for. */
interface ListQuestion {
  filter: StationFilter;
  tab: ListTab;
  search: string;
  sort: StationQuery['sort'];
}

/** The rows that a list shows and how many each of its tabs holds; both follow the question, the provider and its data. */
export class StationRows implements ReactiveController {
  /** The rows of the question as it is now. */
  pages?: StationPages;
  /** Shown until the first page of another search or order has come. */
  private outgoing?: StationPages;
  /** What the tabs were counted for last. */
  private counted?: string;
  private readonly data: DataController<{ of: string; counts: TabCounts } | undefined>;

  /**
   * @param question undefined where what the host asks cannot be read
   * @param onStart called where other rows are asked for than before
   */
  constructor(
    private readonly host: DataHost,
    private readonly question: () => ListQuestion | undefined,
    private readonly onStart: () => void,
  ) {
    this.data = new DataController(host, (provider, signal) => this.countTabs(provider, signal));
    host.addController(this);
  }

  get provider(): DataProvider | undefined {
    return this.data.provider;
  }

  /** Why the provider around could not be set up. */
  get problem(): Error | undefined {
    return this.data.problem;
  }

  get state(): DataState {
    return this.data.state;
  }

  /** The rows on the page. */
  get shown(): StationPages | undefined {
    return this.pages?.isKnown ? this.pages : (this.outgoing ?? this.pages);
  }

  /** How many stations each tab holds, once known. */
  get counts(): Partial<TabCounts['stations']> {
    return this.known?.stations ?? {};
  }

  /** How many EVSEs of the stations listed are in a status, where that is known. */
  evsesIn(status: string): number | undefined {
    const tab = this.question()?.tab;
    return (tab && this.known?.evses[tab]) ?? this.pages?.evsesIn(status);
  }

  /** Why the last question or fetch failed. */
  get error(): Error | undefined {
    return this.pages?.error ?? (this.state.status === 'error' ? this.state.error : undefined);
  }

  hostUpdate(): void {
    // An update may be under way when the element is removed.
    if (this.host.isConnected) this.follow();
  }

  hostUpdated(): void {
    if (this.pages && this.counted !== this.countKey) this.data.ask();
  }

  hostDisconnected(): void {
    this.pages?.stop();
    this.pages = this.outgoing = undefined;
  }

  /** Asks again for what could not be had. */
  retry(): void {
    if (this.state.status === 'error') void this.provider?.refresh();
    this.data.ask();
    this.pages?.update();
  }

  private get known(): TabCounts | undefined {
    const { answer } = this.data;
    return answer?.of === this.countKey ? answer.counts : undefined;
  }

  private get countKey(): string {
    const { filter, search } = this.question() ?? {};
    return JSON.stringify([filter, search]);
  }

  /** Starts anew where the question or the provider is another. */
  private follow(): void {
    const { provider, pages } = this;
    const question = this.question();
    if (!question) {
      pages?.stop();
      this.pages = this.outgoing = undefined;
      return;
    }
    const { filter, tab, search, sort } = question;
    const query = { filter: tabFilter(filter, tab), search, sort };
    if (pages?.isKnown) this.outgoing = undefined;
    if (pages?.provider === provider && (!pages || isSame(pages.query, query))) return;
    pages?.stop();
    const isSameTab = pages?.provider === provider && isSame(pages?.query.filter, query.filter);
    this.outgoing = isSameTab && this.shown?.isKnown ? this.shown : undefined;
    this.pages = provider && new StationPages(provider, query, () => this.host.requestUpdate());
    this.onStart();
  }

  private async countTabs(provider: DataProvider, signal: AbortSignal) {
    const question = this.question();
    if (!question) return undefined;
    const of = this.countKey;
    // Asked the same again: the data changed.
    if (of === this.counted && provider === this.pages?.provider) this.pages.dataChanged();
    this.counted = of;
    return { of, counts: await tabCounts(provider, question, this.data.scope, signal) };
  }
}
