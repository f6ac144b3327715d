import type { LitElement, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { mapSearch } from '../../render/map/map-search.js';
import type { SearchHit } from '../../render/map/map-search.js';
import { searchHits } from './search-hits.js';

/** Milliseconds that typing is debounced by. */
const DELAY = 200;

/** How many stations are asked for. */
const MOST_STATIONS = 200;

/** A map's search: type a location or station, choose one, and go there. */
export class SearchController {
  private text = '';
  private hits?: readonly SearchHit[];
  private active = -1;
  private message = '';
  private timer?: ReturnType<typeof setTimeout>;
  private abort?: AbortController;

  /** @param onChoose goes to a location; answers whether the map has it */
  constructor(
    private readonly host: LitElement,
    private readonly provider: () => DataProvider | undefined,
    private readonly onChoose: (locationId: string) => Promise<boolean>,
  ) {
    host.addController({ hostDisconnected: () => this.stop() });
  }

  /** @param view the map that is searched */
  render(view: string): TemplateResult {
    return mapSearch({
      localize: localizeOf(this.host),
      view,
      text: this.text,
      hits: this.hits,
      active: this.active,
      message: this.message,
      onInput: text => {
        this.type(text);
      },
      onKey: event => {
        this.onKey(event);
      },
      onChoose: hit => void this.choose(hit),
      onBlur: () => {
        this.stop();
        this.show(undefined);
      },
    });
  }

  private type(text: string): void {
    this.text = text;
    this.stop();
    if (text.trim() === '') this.show(undefined);
    else this.timer = setTimeout(() => void this.find(), DELAY);
  }

  private async find(): Promise<void> {
    const abort = (this.abort = new AbortController());
    const { text } = this;
    try {
      const query = { filter: {}, search: text, limit: MOST_STATIONS };
      const page = await this.provider()?.stations(query, { signal: abort.signal });
      if (!abort.signal.aborted)
        this.show(searchHits(page?.stations ?? [], text, page?.cursor !== undefined));
    } catch (error) {
      const reason = await localizeOf(this.host).explained(error as Error);
      if (!abort.signal.aborted) this.show([], reason);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const { hits = [], active } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      const from = active < 0 && step < 0 ? 0 : active;
      this.active = (from + step + hits.length) % hits.length;
      event.preventDefault();
      this.host.requestUpdate();
    } else if (event.key === 'Enter' && hits.length > 0) {
      void this.choose(hits[Math.max(0, active)]!);
    } else if (event.key === 'Escape' && (this.hits || this.message)) {
      event.preventDefault();
      event.stopPropagation();
      this.stop();
      this.show(undefined);
    }
  }

  private async choose(hit: SearchHit): Promise<void> {
    this.stop();
    this.text = hit.stationId ?? hit.name;
    this.show(undefined);
    const abort = (this.abort = new AbortController());
    const showMessage = (message: string) => {
      if (!abort.signal.aborted) this.show(undefined, message);
    };
    try {
      if (!(await this.onChoose(hit.locationId)))
        showMessage(localizeOf(this.host).term('noPosition', hit.name));
    } catch (error) {
      const localize = localizeOf(this.host);
      showMessage(localize.term('notFound', hit.name, await localize.explained(error as Error)));
    }
  }

  private show(hits: readonly SearchHit[] | undefined, message = ''): void {
    this.hits = hits;
    this.active = -1;
    this.message = message || (hits?.length === 0 ? localizeOf(this.host).term('nothingFound') : '');
    this.host.requestUpdate();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.abort?.abort();
  }
}
