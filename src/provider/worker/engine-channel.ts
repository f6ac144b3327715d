import type { Engine } from './engine.js';

/** What an engine can be asked to do: its public methods. */
export type EngineMethod = keyof Engine;

export type EngineAnswer<M extends EngineMethod> = Awaited<ReturnType<Engine[M]>>;

/** Where an engine runs. */
export type EnginePlace = 'worker' | 'tab';

/** The way to an engine, in the tab or in a worker. */
export interface EngineChannel {
  /** Where it runs, once it has started. */
  readonly place?: EnginePlace;
  /** Why it answers nothing any more, where that is so. */
  readonly failure?: Error;
  /**
   * Calls a method of the engine. Calls are made in their order, so that a change that is sent after a commit is one of the new network;
   * questions that take long (`SLOW_QUESTIONS`) are answered after all others, from the network that was committed by then and as of its clock.
   */
  call<M extends EngineMethod>(method: M, ...args: Parameters<Engine[M]>): Promise<EngineAnswer<M>>;
  dispose(): void;
}
