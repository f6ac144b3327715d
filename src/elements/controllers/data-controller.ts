import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';

import type { Scope } from '../../model/records.js';
import { dataOf, isProvider, newChoices, noProviderMessage, providedData } from '../../provider/context.js';
import type { ProvidedData } from '../../provider/context.js';
import type { Filters } from '../../provider/filters.js';
import type { Highlight } from '../../provider/highlight.js';
import type { DataProvider, DataState } from '../../provider/data-provider.js';
import { errorOf } from '../../provider/error-of.js';
import { warnOnce } from '../../provider/warn-once.js';
import { followServed, isServed } from './served.js';

/** An element that shows data: its own provider wins over the one around it. */
export interface DataHost extends LitElement {
  provider?: DataProvider;
}

/** What an element asks; aborted when the element is disconnected or gets another provider. */
type Ask<T> = (provider: DataProvider, signal: AbortSignal) => Promise<T>;

const IDLE: DataState = { status: 'idle', leftOut: 0 };
const NO_CHOICES = newChoices();

/** The data of an element's own provider; none, and a warning, where it was given something else. */
function ownData({ provider, localName }: DataHost): ProvidedData | undefined {
  if (isProvider(provider)) return dataOf(provider);
  warnOnce(`<${localName}> ${noProviderMessage(provider)}`);
  return undefined;
}

function around(context: ProvidedData | Error | undefined): ProvidedData | undefined {
  return context instanceof Error ? undefined : context;
}

/**
 * Connects an element to its data: finds the provider, asks again when an answer may have changed, and keeps the last good
 * answer through loading and errors (R14).
 */
export class DataController<T = undefined> implements ReactiveController {
  /** The last good answer. */
  answer?: T;
  /** Why the last question failed. */
  error?: Error;
  /** The data in use, from the element's own provider or the context. */
  private data?: ProvidedData;
  /** The data of the provider around the element, or why that could not be set up. */
  private context?: ProvidedData | Error;
  /** Ends the subscriptions. */
  private stop?: () => void;
  /** Aborts the questions of this connection. */
  private abort?: AbortController;
  /** The connection that the pending question belongs to. */
  private pending?: AbortController;
  /** Whether an answer may have changed while the question was pending. */
  private isOutdated = false;
  private readonly consumer: ContextConsumer<typeof providedData, DataHost>;

  constructor(
    private readonly host: DataHost,
    private readonly question?: Ask<T>,
  ) {
    followServed(host);
    host.addController(this);
    this.consumer = new ContextConsumer(host, {
      context: providedData,
      subscribe: true,
      callback: data => {
        this.context = data;
        host.requestUpdate();
      },
    });
  }

  get provider(): DataProvider | undefined {
    return this.data?.provider;
  }

  /** Why the provider around could not be set up, where the element needs it. */
  get problem(): Error | undefined {
    return !this.host.provider && this.context instanceof Error ? this.context : undefined;
  }

  get filters(): Filters {
    return (this.data ?? NO_CHOICES).filters;
  }

  get highlight(): Highlight {
    return (this.data ?? NO_CHOICES).highlight;
  }

  get scope(): Scope | undefined {
    return this.data?.scope;
  }

  get state(): DataState {
    return this.data?.provider.state ?? IDLE;
  }

  hostUpdate(): void {
    if (isServed(this.host)) return;
    const data = this.host.provider ? ownData(this.host) : around(this.context);
    if (!this.host.isConnected) return;
    const isSame = data?.provider === this.data?.provider && data?.filters === this.data?.filters;
    if (!isSame) this.answer = this.error = undefined;
    if (!isSame || (data && !this.stop)) this.connect(data);
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('context-provider', this.onLateProvider);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('context-provider', this.onLateProvider);
    this.stop?.();
    this.abort?.abort();
    // The element may be connected again inside another provider.
    this.stop = this.context = this.abort = undefined;
  }

  /** Asks again. While a question is pending, all further calls lead to one more. */
  ask(): void {
    if (this.pending && this.pending === this.abort) this.isOutdated = true;
    else void this.askNow();
  }

  private connect(data: ProvidedData | undefined): void {
    this.stop?.();
    this.abort?.abort();
    this.data = data;
    this.stop = this.abort = undefined;
    if (!data) return;
    this.abort = new AbortController();
    const stopData = data.provider.subscribe(() => {
      this.host.requestUpdate();
      this.ask();
    });
    const stopFilters = data.filters.subscribe(() => {
      this.host.requestUpdate();
    });
    this.stop = () => {
      stopData();
      stopFilters();
    };
    this.ask();
  }

  private async askNow(): Promise<void> {
    const { data, question, abort } = this;
    if (!data || !question || !abort) return;
    this.pending = abort;
    this.isOutdated = false;
    try {
      const answer = await question(data.provider, abort.signal);
      if (abort !== this.abort) return;
      this.answer = answer;
      this.error = undefined;
    } catch (error) {
      if (abort !== this.abort) return;
      this.error = errorOf(error);
    }
    this.pending = undefined;
    this.host.requestUpdate();
    if (this.isOutdated) this.ask();
  }

  /** A provider around the element that was defined later has missed its context request. */
  private readonly onLateProvider = (event: Event) => {
    const { context } = event as HTMLElementEventMap['context-provider'];
    if (context === providedData && !this.context) this.consumer.hostConnected();
  };
}
