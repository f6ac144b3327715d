import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Scope } from '../model/records.js';
import { SECOND } from '../model/time.js';
import { providedData } from '../provider/context.js';
import { Filters } from '../provider/filters.js';
import type { DataProvider } from '../provider/data-provider.js';
import { localProvider } from '../provider/local-provider.js';
import type { DisposableProvider } from '../provider/local-provider.js';
import { scopedProvider } from '../provider/scoped-provider.js';
import type { FeedFormat } from '../provider/sources/feed-formats.js';
import { feedSource } from '../provider/sources/feed-source.js';
import { withLive } from '../provider/sources/live.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { errorNotice } from '../render/shared/notices.js';
import { StateEvents } from './controllers/state-events.js';

/** What the provider is made of. */
const MADE_OF = ['provider', 'src', 'format', 'live'] as const;

/**
 * Gives its descendants data, what their legends hide, and the clock: either the host's own `provider`, or one that it makes
 * itself of `src`. Draws nothing of its own.
 *
 * @customElement ev-data-provider
 * @slot - The host's page, with the elements that show the data anywhere in it.
 * @fires {DataStateEvent} ev-data-state - The provider's state changed (R14).
 * @csspart error - Says which attribute cannot be understood.
 */
export class EvDataProvider extends LitElement {
  /** Who answers: `localProvider(source)`, or the host's own. Wins over `src`. */
  @property({ attribute: false }) provider?: DataProvider;

  /** URL of the network, relative to the page. */
  @property() src?: string;

  /** What `src` answers: `network` (a NetworkSnapshot) or `ocpi` (OCPI 2.1.1 or 2.2.1 Locations), `columns` (docs/columns.md). */
  @property() format: FeedFormat = 'network';

  /** Seconds between two fetches of `src`; without it, it is fetched once and when a user asks (R12). */
  @property({ type: Number, attribute: 'refresh-interval' }) refreshInterval?: number;

  /** URL of a server-sent event stream of NetworkChange. */
  @property() live?: string;

  /** Narrows everything that descendants show. */
  @property({ attribute: false }) scope?: Scope;

  /** Who answers now: `provider`, or the one made of `src`. */
  get current(): DataProvider | undefined {
    return this.provider ?? this.made;
  }

  private made?: DisposableProvider;
  private problem?: Error;
  private readonly filters = new Filters();
  private readonly context = new ContextProvider(this, { context: providedData });
  private readonly stateEvents = new StateEvents(this);
  private timer?: ReturnType<typeof setInterval>;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // The worker starts, and fetches `src`, before anything in the page is drawn.
    if (this.isUpdatePending) this.performUpdate();
    if (this.hasUpdated && !this.stateEvents.isFollowing)
      this.requestUpdate(this.provider ? 'provider' : 'src');
    this.requestUpdate('refreshInterval');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is connected again by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.letGo();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = MADE_OF.some(property => changed.has(property));
    if (isOther) this.makeProvider();
    if (isOther || changed.has('scope')) this.provide();
    if (changed.has('refreshInterval')) this.setTimer();
  }

  protected override render(): TemplateResult {
    return html`${this.problem ? errorNotice('ev-data-provider cannot be set up.', this.problem) : ''}<slot
      ></slot>`;
  }

  private makeProvider(): void {
    this.made?.dispose();
    this.made = this.problem = undefined;
    if (this.provider || !this.src) return;
    try {
      this.made = localProvider(this.makeSource(this.src));
    } catch (error) {
      this.problem = error as Error;
    }
  }

  private makeSource(src: string) {
    const source = feedSource(src, this.format);
    if (!this.live) return source;
    // What changed while the stream was away is in the next fetch only.
    return withLive(source, this.live, { onReopen: () => this.refresh() });
  }

  private provide(): void {
    const { current, filters, scope } = this;
    this.stateEvents.follow(current);
    const provider = current && scope ? scopedProvider(current, scope) : current;
    this.context.setValue(provider && { provider, filters, scope });
  }

  private letGo(): void {
    this.stateEvents.follow(undefined);
    this.made?.dispose();
    this.made = undefined;
    clearInterval(this.timer);
  }

  private setTimer(): void {
    clearInterval(this.timer);
    const { refreshInterval } = this;
    if (refreshInterval && refreshInterval > 0)
      this.timer = setInterval(() => this.refresh(), refreshInterval * SECOND);
  }

  private refresh(): void {
    void this.current?.refresh();
  }
}
