import type { LitElement, ReactiveController } from 'lit';

/** The states that elements show as `:state(…)`. */
type ElementState = 'loading' | 'empty' | 'error' | 'stale';

/** Sets an element's `:state(…)`s after each update. */
export class StatesController implements ReactiveController {
  private readonly internals: ElementInternals;

  constructor(
    host: LitElement,
    private readonly current: () => Partial<Record<ElementState, boolean>>,
  ) {
    this.internals = host.attachInternals();
    host.addController(this);
  }

  hostUpdated(): void {
    const { states } = this.internals;
    for (const [state, holds] of Object.entries(this.current())) {
      if (holds) states.add(state);
      else states.delete(state);
    }
  }
}
