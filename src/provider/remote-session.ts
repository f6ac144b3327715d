import { levelOf, tilesOf } from '../model/map-tiles.js';
import type {
  BoundingBox,
  Counts,
  Facet,
  FacetValue,
  LocationDetail,
  MapItem,
  MapView,
  StationPage,
  StationQuery,
} from '../model/questions.js';
import type { Dimension, Scope, TrendPoint } from '../model/records.js';
import { say } from '../model/server-reasons.js';
import { readServedState } from '../model/served-state.js';
import type { ServedState } from '../model/served-state.js';
import { abortable, anySignal } from './abortable.js';
import { BOUNDS, COUNTS, FACETS, ITEMS, LOCATION, PAGE, TREND } from './answer-shapes.js';
import type { DataState, QuestionOptions } from './data-provider.js';
import { Loads } from './loads.js';
import { ProviderClock } from './provider-clock.js';
import { partOf } from './reason-of.js';
import { questionUrl } from './remote-address.js';
import type { QueryValue } from './remote-address.js';
import { RemoteAnswers } from './remote-answers.js';
import type { Expected } from './remote-answers.js';
import { RemoteLoader } from './remote-loader.js';
import { RemoteStream } from './remote-stream.js';
import { fetchJson } from './sources/fetch-json.js';
import { RequestError } from './sources/request-error.js';
import type { RequestOptions } from './sources/request-options.js';
import { shownUrl } from './sources/shown-url.js';

const STATE = say('servedState');

/** Puts the questions of a page to a server (docs/protocol.md), and follows what its network has come to. */
export class RemoteSession {
  private served?: ServedState;
  private isFollowed = false;
  private readonly clock = new ProviderClock();
  private readonly answers: RemoteAnswers;
  private readonly loader: RemoteLoader;
  private readonly loads: Loads;
  private readonly stream: RemoteStream;

  /**
   * @param base of the server's answers
   * @param onChange called when the state has changed, or an answer may have
   */
  constructor(
    private readonly base: string,
    private readonly options: RequestOptions,
    private readonly lifetime: AbortSignal,
    private readonly onChange: () => void,
  ) {
    this.answers = new RemoteAnswers(options, lifetime, error => this.questionFailed(error));
    this.loader = new RemoteLoader(
      signal => this.load(signal),
      state => {
        this.answers.retry();
        this.take(state);
      },
    );
    this.loads = new Loads(this.loader, () => this.progressed(), lifetime);
    this.stream = new RemoteStream(
      questionUrl(base, 'changes'),
      options,
      state => this.changed(state),
      () => this.progressed(),
      () => void this.loads.refresh(),
    );
  }

  get state(): DataState {
    const { served, loads, stream } = this;
    const { failure } = this.loader;
    const interruption = served && stream.interruption;
    const settled = failure ? 'error' : interruption ? 'stale' : served ? 'ready' : 'idle';
    return {
      status: loads.isLoading ? 'loading' : settled,
      asOf: served?.asOf,
      error: failure ?? interruption,
      leftOut: served?.leftOut ?? 0,
      firstLeftOut: served?.firstLeftOut,
      problems: stream.problems.with(served?.problems),
      late: served?.late,
      lastMessageIs: served?.lastMessageIs,
      retryAt: loads.retryAt,
      isLoading: loads.isUnderWay || undefined,
    };
  }

  now(): number {
    return this.clock.now();
  }

  /** Whether anybody would be notified: the stream is open for them alone, and what failed is tried again for them. */
  follow(isFollowed: boolean): void {
    this.answers.isRetried = isFollowed;
    if (!isFollowed) this.answers.isLive = false;
    this.stream.follow(isFollowed && this.served !== undefined);
    this.loads.follow(isFollowed);
    const isNew = isFollowed && !this.isFollowed;
    this.isFollowed = isFollowed;
    if (isNew) void this.loads.whenLoaded().catch(() => undefined);
  }

  refresh(signal?: AbortSignal): Promise<void> {
    return this.loads.refresh(signal);
  }

  async counts(
    dimension: Dimension,
    { signal, scope, includeOffline }: QuestionOptions & { includeOffline?: boolean } = {},
  ): Promise<Counts> {
    const query = { scope, includeOffline: includeOffline ? true : undefined };
    return (await this.ask(`counts/${encodeURIComponent(dimension)}`, query, COUNTS, signal)) as Counts;
  }

  async mapItems(view: MapView, { signal, scope }: QuestionOptions = {}): Promise<MapItem[]> {
    const path = `map/${encodeURIComponent(view.dimension)}/${levelOf(view.zoom)}`;
    const tiles = tilesOf(view).map(({ z, x, y }) =>
      this.ask(`${path}/${z}/${x}/${y}`, { scope }, ITEMS, signal),
    );
    return ((await Promise.all(tiles)) as MapItem[][]).flat();
  }

  async location(id: string, { signal, scope }: QuestionOptions = {}): Promise<LocationDetail | undefined> {
    const found = (await this.ask('location', { id, scope }, LOCATION, signal)) as LocationDetail | undefined;
    // JSON has no NaN, which says that it is not on the map.
    return found && { ...found, longitude: found.longitude ?? NaN, latitude: found.latitude ?? NaN };
  }

  async stations(query: StationQuery, { signal, scope }: QuestionOptions = {}): Promise<StationPage> {
    return (await this.ask('stations', { ...query, scope }, PAGE, signal)) as StationPage;
  }

  async bounds({ signal, scope }: QuestionOptions = {}): Promise<BoundingBox | undefined> {
    return ((await this.ask('bounds', { scope }, BOUNDS, signal)) as BoundingBox | null) ?? undefined;
  }

  async trend(
    dimension: Dimension,
    { signal, scope, from }: QuestionOptions & { from?: number } = {},
  ): Promise<TrendPoint[]> {
    const path = `trend/${encodeURIComponent(dimension)}`;
    return (await this.ask(path, { scope, from }, TREND, signal)) as TrendPoint[];
  }

  async facets(facet: Facet, { signal, scope }: QuestionOptions = {}): Promise<FacetValue[]> {
    return (await this.ask(`facets/${encodeURIComponent(facet)}`, { scope }, FACETS, signal)) as FacetValue[];
  }

  dispose(): void {
    this.follow(false);
  }

  /** Asks once the state is known: before, nothing is. */
  private async ask(
    path: string,
    query: Record<string, QueryValue> & { scope?: Scope },
    expected: Expected,
    asked?: AbortSignal,
  ): Promise<unknown> {
    const signal = anySignal(asked, this.lifetime);
    signal.throwIfAborted();
    await abortable(this.loads.whenLoaded(), signal);
    return abortable(this.answers.get(questionUrl(this.base, path, query), expected), signal);
  }

  private async load(signal: AbortSignal): Promise<ServedState> {
    this.stream.beginLoad();
    const url = questionUrl(this.base, 'state');
    const { body } = await fetchJson(url, STATE, signal, this.options);
    try {
      return readServedState(body);
    } catch (error) {
      const said = say('notState', shownUrl(url), STATE, partOf(error));
      throw new RequestError({ ...said, isPassing: false }, { cause: error });
    }
  }

  /** The stream tells what the network has come to. */
  private changed(state: ServedState): void {
    this.answers.isLive = true;
    this.loader.changed(this.loads.retry);
    if (state.version !== this.served?.version) this.answers.outdate();
    this.take(state);
    this.onChange();
  }

  private questionFailed(error: RequestError): void {
    const { loader, loads } = this;
    if (loads.isUnderWay || loads.retryAt !== undefined) return;
    loader.questionFailed(error, loads.retry);
    this.progressed();
  }

  private take(state: ServedState): void {
    this.served = state;
    this.clock.commit(state.now);
  }

  private progressed(): void {
    const { loader, loads, stream } = this;
    if (stream.interruption) this.answers.isLive = false;
    if (!loads.isUnderWay) stream.endLoad(loader.failure !== undefined);
    this.onChange();
  }
}
