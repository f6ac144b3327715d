import { ExplainedError } from '../model/explained-error.js';
import { say } from '../model/load-reasons.js';
import type {
  BoundingBox,
  Counts,
  FacetValue,
  LocationDetail,
  MapItem,
  StationPage,
} from '../model/questions.js';
import type { TrendPoint } from '../model/records.js';
import { abortable, anySignal } from './abortable.js';
import { arrival } from './arrival.js';
import type { DataState, QuestionOptions } from './data-provider.js';
import { disposed } from './disposed.js';
import type { DisposableProvider } from './local-provider.js';
import { partOf } from './reason-of.js';
import type { RemoteSession } from './remote-session.js';
import { feedUrl } from './sources/feed-source.js';
import { checkRequestOptions } from './sources/request-options.js';
import type { RequestOptions } from './sources/request-options.js';
import { shownUrl } from './sources/shown-url.js';
import { Subscribers } from './subscribers.js';

type Question = 'counts' | 'mapItems' | 'location' | 'stations' | 'bounds' | 'trend' | 'facets';
type About<Q extends Question> = Parameters<DisposableProvider[Q]>;
type Answer<Q extends Question> = Awaited<ReturnType<DisposableProvider[Q]>>;

/** Only a page whose network a server answers for downloads what asks it. */
class RemoteProvider implements DisposableProvider {
  private readonly subscribers = new Subscribers();
  private readonly lifetime = new AbortController();
  private session?: RemoteSession;
  /** The state until what asks the server has arrived. */
  private early: DataState = { status: 'idle', leftOut: 0 };
  private arriving?: Promise<RemoteSession>;

  constructor(
    private readonly base: string,
    private readonly options: RequestOptions,
  ) {}

  get state(): DataState {
    return this.session?.state ?? this.early;
  }

  now(): number {
    return this.session?.now() ?? Date.now();
  }

  subscribe(onChange: () => void): () => void {
    const stop = this.subscribers.add(onChange);
    void this.arrive();
    this.follow();
    return () => {
      stop();
      this.follow();
    };
  }

  async refresh({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const either = anySignal(signal, this.lifetime.signal);
    const session = await abortable(this.arrive(), either).catch(() => undefined);
    await session?.refresh(signal);
  }

  counts(...asked: About<'counts'>): Promise<Counts> {
    return this.ask('counts', asked);
  }

  mapItems(...asked: About<'mapItems'>): Promise<MapItem[]> {
    return this.ask('mapItems', asked);
  }

  location(...asked: About<'location'>): Promise<LocationDetail | undefined> {
    return this.ask('location', asked);
  }

  stations(...asked: About<'stations'>): Promise<StationPage> {
    return this.ask('stations', asked);
  }

  bounds(...asked: About<'bounds'>): Promise<BoundingBox | undefined> {
    return this.ask('bounds', asked);
  }

  trend(...asked: About<'trend'>): Promise<TrendPoint[]> {
    return this.ask('trend', asked);
  }

  facets(...asked: About<'facets'>): Promise<FacetValue[]> {
    return this.ask('facets', asked);
  }

  dispose(): void {
    this.lifetime.abort(disposed());
    this.subscribers.clear();
    this.session?.dispose();
  }

  private async ask<Q extends Question>(question: Q, asked: About<Q>): Promise<Answer<Q>> {
    const { signal } = (asked.at(-1) ?? {}) as QuestionOptions;
    const either = anySignal(signal, this.lifetime.signal);
    either.throwIfAborted();
    const session = this.session ?? (await abortable(this.arrive(), either));
    return (session[question] as (...about: About<Q>) => Promise<Answer<Q>>).apply(session, asked);
  }

  /** Never settles where it is no longer wanted. */
  private arrive(): Promise<RemoteSession> {
    this.arriving ??= new Promise(resolve => {
      const { signal } = this.lifetime;
      const failed = (reason: unknown) => {
        const error = new ExplainedError(say('serverCodeMissing', shownUrl(this.base), partOf(reason)));
        this.early = { status: 'error', leftOut: 0, error };
        this.subscribers.notify();
      };
      this.early = { status: 'loading', leftOut: 0 };
      this.subscribers.notify();
      void arrival(() => import('./remote-session.js'), signal, failed).then(code => {
        if (!code || signal.aborted) return;
        this.session = new code.RemoteSession(this.base, this.options, signal, () => {
          this.follow();
          this.subscribers.notify();
        });
        this.follow();
        resolve(this.session);
      });
    });
    return this.arriving;
  }

  private follow(): void {
    this.session?.follow(this.subscribers.size > 0 && !this.lifetime.signal.aborted);
  }
}

/**
 * Has a server answer widgets: one that aggregates a network too big for a tab, by the protocol of docs/protocol.md, such as
 * `ev-widgets-server`. Asks when first asked or subscribed to, and follows the server's stream of changes while anybody is subscribed.
 * @param url of the server's answers, relative to the page
 * @param options of its requests
 * @throws TypeError or RangeError where that is no URL, or an option is not as documented
 */
export function remoteProvider(url: string | URL, options: RequestOptions = {}): DisposableProvider {
  const base = feedUrl(url);
  checkRequestOptions(options);
  return new RemoteProvider(base, options);
}
