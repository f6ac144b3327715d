import type { ReactiveController, ReactiveControllerHost } from 'lit';

const DELAY = 200;

/** The text that a list is searched for, debounced while the reader types. */
export class ListSearch implements ReactiveController {
  /** What the list is to be searched for; empty for all. */
  text = '';
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  readonly type = (text: string): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.set(text);
    }, DELAY);
  };

  clear(): void {
    clearTimeout(this.timer);
    this.set('');
  }

  private set(text: string): void {
    this.text = text;
    this.host.requestUpdate();
  }
}
