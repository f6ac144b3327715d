import type { BoundingBox } from '../model/questions.js';
import type { Scope } from '../model/records.js';
import { abortable, anySignal } from './abortable.js';
import type { EngineSession } from './engine-session.js';
import type { Loads } from './loads.js';
import type { ProviderClock } from './provider-clock.js';
import type { Engine } from './worker/engine.js';
import type { EngineAnswer } from './worker/engine-channel.js';

/** The engine's methods that answer a question. */
export type Question = 'counts' | 'mapItems' | 'location' | 'stations' | 'bounds' | 'trend' | 'facets';

/** What a question takes after `now`. */
export type About<Q extends Question> = Parameters<Engine[Q]> extends [number, ...infer Rest] ? Rest : never;

/** Puts questions to the engine: after the first load, as of now, until they are aborted. Where it is lost, to the one in its place. */
export class EngineQuestions {
  private readonly bounds = new Map<string, Promise<BoundingBox | undefined>>();
  /** Of which locations the bounds are. */
  private locationsVersion?: number;

  constructor(
    private readonly session: EngineSession,
    private readonly loads: Loads,
    private readonly clock: ProviderClock,
    private readonly lifetime: AbortSignal,
  ) {}

  ask<Q extends Question>(question: Q, about: About<Q>, signal?: AbortSignal): Promise<EngineAnswer<Q>> {
    return this.whenLoaded(() => this.call(question, about), signal);
  }

  /** The box around all locations of a scope; asked of the engine only where locations have changed. */
  askBounds(scope?: Scope, signal?: AbortSignal): Promise<BoundingBox | undefined> {
    return this.whenLoaded(() => this.boundsOf(scope), signal);
  }

  private async whenLoaded<T>(ask: () => Promise<T>, asked?: AbortSignal): Promise<T> {
    const signal = anySignal(asked, this.lifetime);
    signal.throwIfAborted();
    for (;;) {
      await abortable(this.loads.whenLoaded(), signal);
      const { engine } = this.session;
      try {
        return await abortable(ask(), signal);
      } catch (error) {
        if (error !== engine.failure) throw error;
      }
    }
  }

  private call<Q extends Question>(question: Q, about: About<Q>): Promise<EngineAnswer<Q>> {
    const args = [this.clock.now(), ...about] as unknown as Parameters<Engine[Q]>;
    return this.session.engine.call(question, ...args);
  }

  private boundsOf(scope: Scope | undefined): Promise<BoundingBox | undefined> {
    const { locationsVersion } = this.session;
    if (locationsVersion !== this.locationsVersion) this.bounds.clear();
    this.locationsVersion = locationsVersion;
    const key = JSON.stringify(scope ?? {});
    let bounds = this.bounds.get(key);
    if (!bounds) this.bounds.set(key, (bounds = this.call('bounds', [scope])));
    return bounds.then(box => box && [...box]);
  }
}
