import type { LitElement, ReactiveController } from 'lit';

/** A link or button of a row that has the focus. */
interface Held {
  element: Element;
  stationId: string;
  /** Which of its row's it is. */
  place: number;
}

const controlsIn = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('a, button')];

function held(element: Element | null): Held | undefined {
  const row = element?.closest<HTMLElement>('.row');
  const stationId = row?.dataset.stationId;
  if (!element || !row || stationId === undefined) return undefined;
  return { element, stationId, place: controlsIn(row).indexOf(element as HTMLElement) };
}

/** Has the focus stay with the station that it is at, where others come in the place of the rows of a list. */
export class RowFocus implements ReactiveController {
  private held?: Held;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.held = held(this.root.activeElement);
  }

  hostUpdated(): void {
    const before = this.held;
    this.held = undefined;
    const { activeElement } = this.root;
    if (!before || (activeElement && activeElement !== before.element)) return;
    if (activeElement && held(activeElement)?.stationId === before.stationId) return;
    const row = this.root.querySelector(`.row[data-station-id="${CSS.escape(before.stationId)}"]`);
    const target = row && controlsIn(row)[before.place];
    (target ?? this.root.querySelector<HTMLElement>('.table'))?.focus({ preventScroll: true });
  }

  private get root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot;
  }
}
