import type { DataProvider } from '../../provider/data-provider.js';
import { DataStateEvent } from '../events.js';

/** Dispatches `ev-data-state` on an element for each new state of a provider (R14). */
export class StateEvents {
  private followed?: DataProvider;
  private unsubscribe?: () => void;

  constructor(private readonly element: HTMLElement) {}

  get isFollowing(): boolean {
    return this.followed !== undefined;
  }

  /** Follows this provider, and no longer the one before; undefined follows none. */
  follow(provider: DataProvider | undefined): void {
    if (this.followed === provider) return;
    this.unsubscribe?.();
    this.followed = provider;
    let last = provider?.state;
    this.unsubscribe = provider?.subscribe(() => {
      if (provider.state === last) return;
      last = provider.state;
      this.element.dispatchEvent(new DataStateEvent(provider.state));
    });
  }
}
