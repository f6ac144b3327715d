import { ContextProvider } from '@lit/context';
import { css, html, isServer, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { localizeOf } from '../messages/nearest-language.js';
import { isSame } from '../model/fields.js';
import type { Scope } from '../model/records.js';
import { readScope } from '../model/scope.js';
import { isProvider, newChoices, providedData } from '../provider/context.js';
import type { DataProvider } from '../provider/data-provider.js';
import { scopedProvider } from '../provider/scoped-provider.js';
import type { FeedFormat } from '../provider/sources/feed-formats.js';
import type { RequestHeaders } from '../provider/sources/request-options.js';
import { errorNotice } from '../render/shared/notices.js';
import { keepStyles } from './controllers/kept-styles.js';
import { MadeProvider } from './controllers/made-provider.js';
import { RefreshInterval } from './controllers/refresh-interval.js';
import { followServed, isServed } from './controllers/served.js';
import { StateEvents } from './controllers/state-events.js';
import { TextsController } from './controllers/texts-controller.js';

/** What the provider is made of. */
const MADE_OF = ['provider', 'src', 'format', 'headers', 'live'] as const;

/** A framework gives a record or a function anew with each render: the same record again, or another function, makes no other provider. */
function areOtherHeaders(headers: unknown, before: unknown): boolean {
  return typeof headers !== typeof before || !isSame(headers, before);
}

/**
 * Gives its descendants data, what their legends hide, and the clock: either the host's own `provider`, or one that it makes
 * itself of `src`. Draws nothing of its own.
 *
 * @customElement ev-data-provider
 * @slot - The host's page, with the elements that show the data anywhere in it.
 * @fires {DataStateEvent} ev-data-state - The provider's state changed (R14).
 * @csspart error - Says which attribute cannot be understood, and what was expected.
 */
export class EvDataProvider extends LitElement {
  /** Who answers: `localProvider(source)`, or the host's own. Wins over `src`. */
  @property({ attribute: false }) provider?: DataProvider;

  /** URL of the network, relative to the page. */
  @property() src?: string;

  /**
   * What `src` answers: `network` (a NetworkSnapshot), `ocpi` (OCPI 2.1.1 or 2.2.1 Locations), `columns` (docs/columns.md), or `remote`: the
   * questions themselves (docs/protocol.md), asked of a server for a network too big for a tab.
   */
  @property() format: FeedFormat | 'remote' = 'network';

  /**
   * What each request of `src`, and of a `live` stream of server-sent events, carries: a record, or a function that is called for each
   * request, so that a token can be renewed; for `src` it is called again after a 401. Another record makes the provider anew.
   */
  @property({ attribute: false, hasChanged: areOtherHeaders }) headers?: RequestHeaders;

  /**
   * Seconds, above 0, from the end of a fetch of `src`, or of `provider`, to the next; without it, it is fetched once and when a user asks
   * (R12). A page that is hidden rests, and fetches as soon as it is seen again. What failed is tried again by itself, ever more slowly.
   */
  @property({ type: Number, attribute: 'refresh-interval' }) refreshInterval?: number;

  /** URL of a live stream of NetworkChange: server-sent events, or a WebSocket (`ws:`, `wss:`). See `withLive` and docs/data.md. */
  @property() live?: string;

  /** Narrows everything that descendants show. */
  @property({ attribute: false }) scope?: Scope;

  /** Who answers now: `provider`, or the one made of `src`. */
  get current(): DataProvider | undefined {
    return isProvider(this.provider) ? this.provider : this.made.provider;
  }

  private readonly made = new MadeProvider(this);
  private readonly choices = newChoices();
  private readonly context = new ContextProvider(this, { context: providedData });
  private readonly stateEvents = new StateEvents(this);
  private readonly interval = new RefreshInterval();

  // The page inside inherits nothing of it, and keeps its own look and direction.
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
    .notice {
      color: var(--ev-color-text, light-dark(#1b2127, #e4e8ec));
      font: 0.875rem / 1.4 var(--ev-font-family, system-ui, sans-serif);
      overflow-wrap: anywhere;
      padding: 0.75rem;
      text-align: center;
    }
    .notice p {
      margin: 0;
    }
  `;

  constructor() {
    super();
    keepStyles(this);
    new TextsController(this);
    followServed(this);
  }

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
    // On a server nobody waits for data.
    if (isServer) return;
    // A removed attribute leaves null, and frameworks set undefined for what is not set.
    this.format ??= 'network';
    const isOther = MADE_OF.some(property => changed.has(property));
    if (isOther) this.made.make();
    if (isOther || changed.has('scope')) this.provide();
    if (isOther || changed.has('refreshInterval'))
      this.interval.follow(this.current, this.refreshInterval, this.getAttribute('refresh-interval'));
  }

  protected override render(): TemplateResult {
    const { made, interval } = this;
    const localize = localizeOf(this);
    const isTold = !isServed(this);
    const problem = made.problem ?? this.narrowing.problem;
    return html`${isTold && problem ? errorNotice(localize, localize.term('cannotBeSetUp', this.localName), problem) : ''}
      ${isTold && interval.problem ? errorNotice(localize, localize.term('doesNotFetch', this.localName), interval.problem) : ''}<slot
      ></slot>`;
  }

  private provide(): void {
    const { current, choices, narrowing } = this;
    this.stateEvents.follow(current);
    const { scope, problem } = narrowing;
    const provider = current && scope ? scopedProvider(current, scope) : current;
    this.context.setValue(this.made.problem ?? problem ?? (provider && { provider, ...choices, scope }));
  }

  /** What `scope` narrows to, or why it cannot be read. */
  private get narrowing(): { scope?: Scope; problem?: Error } {
    try {
      return { scope: readScope(this.scope) };
    } catch (problem) {
      return { problem: problem as RangeError };
    }
  }

  private letGo(): void {
    this.stateEvents.follow(undefined);
    this.interval.stop();
    this.made.dispose();
  }
}
