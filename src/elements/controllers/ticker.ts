import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds. */
const EVERY = 1000;

const hosts = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tickAll(): void {
  for (const tick of hosts) tick();
}

/** Notifies an element once a second, for ages that it shows: one timer for all elements of a page. */
export class Ticker implements ReactiveController {
  /** @param onTick called once a second while the element is in the page */
  constructor(
    host: ReactiveControllerHost,
    private readonly onTick: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.onTick);
    timer ??= setInterval(tickAll, EVERY);
  }

  hostDisconnected(): void {
    hosts.delete(this.onTick);
    if (hosts.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }
}
