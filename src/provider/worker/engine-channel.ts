import type { Engine } from './engine.js';

/** What an engine can be asked to do: its public methods. */
export type EngineMethod = keyof Engine;

export type EngineAnswer<M extends EngineMethod> = Awaited<ReturnType<Engine[M]>>;

/** The way to an engine, in the tab or in a worker. */
export interface EngineChannel {
  /** Why it answers nothing any more, where that is so. */
  readonly failure?: Error;
  /**
   * Calls a method of the engine. Calls are made in their order, so that a change that is sent after a commit is one of the new network;
   * questions that take long (`SLOW_QUESTIONS`) are answered after all others, from the network that was committed by then and as of its clock.
   */
  call<M extends EngineMethod>(method: M, ...args: Parameters<Engine[M]>): Promise<EngineAnswer<M>>;
  dispose(): void;
}

/** A call on its way to a worker. A signal, which a method takes as its last argument, does not cross. */
export interface PostedCall {
  id: number;
  method: EngineMethod;
  args: unknown[];
  isAbortable: boolean;
}

/** An answer on its way from a worker. */
export type PostedAnswer = { id: number; value: unknown } | { id: number; error: unknown };
