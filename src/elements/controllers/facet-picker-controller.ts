import type { LitElement, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import type { Facet, FacetValue } from '../../model/questions.js';
import type { Scope } from '../../model/records.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { facetOptions } from '../../render/shared/facet-options.js';
import { facetPicker } from '../../render/facet-picker.js';

/** A control by which a reader chooses countries, or operators (R32). */
export class FacetPickerController {
  isOpen = false;
  private values: readonly FacetValue[] = [];
  /** What was chosen when the list was opened: it stands first, and does not move while it is read. */
  private first: readonly string[] = [];
  private text = '';
  /** Whether there was ever more than one to choose; a choice of the other facet may leave one. */
  private hasChoice = false;
  private asked?: AbortController;

  /**
   * @param chosen what is chosen now
   * @param onChoose told of what is chosen from now on
   */
  constructor(
    private readonly host: LitElement,
    private readonly facet: Facet,
    private readonly chosen: () => readonly string[],
    private readonly onChoose: (chosen: string[]) => void,
  ) {}

  /** Asks a provider what there is to choose. */
  async ask(provider: DataProvider, scope?: Scope): Promise<void> {
    this.asked?.abort();
    const { signal } = (this.asked = new AbortController());
    try {
      const values = await provider.facets?.(this.facet, { signal, scope });
      if (signal.aborted) return;
      this.values = values ?? [];
      this.hasChoice ||= this.values.length > 1;
      this.host.requestUpdate();
    } catch {
      // Why nothing can be had is told by every view.
    }
  }

  /** Forgets what another provider told. */
  reset(): void {
    this.asked?.abort();
    this.values = [];
    this.hasChoice = false;
  }

  /** Nothing where there is nothing to choose, and nothing chosen. */
  render(): TemplateResult | undefined {
    const chosen = this.chosen();
    if (!this.hasChoice && chosen.length === 0) return undefined;
    const { facet, isOpen, text } = this;
    const localize = localizeOf(this.host);
    return facetPicker({
      localize,
      ...{ facet, isOpen, text, chosen },
      options: isOpen ? facetOptions(localize, facet, this.values, this.first) : [],
      onToggle: () => {
        if (isOpen) this.close();
        else this.open();
      },
      onSearch: typed => {
        this.text = typed;
        this.host.requestUpdate();
      },
      onChoose: value => {
        this.onChoose(chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value]);
      },
      onKey: event => {
        this.onKey(event);
      },
      onLeave: ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !this.element?.contains(relatedTarget)) this.close();
      },
    });
  }

  private get element(): HTMLElement | null {
    return this.host.renderRoot.querySelector(`.picker[data-facet="${this.facet}"]`);
  }

  private open(): void {
    this.isOpen = true;
    this.first = this.chosen();
    this.text = '';
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.element?.querySelector('input')?.focus());
  }

  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.host.requestUpdate();
  }

  private onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (!this.isOpen) return;
    if (key === 'Escape') {
      event.stopPropagation();
      this.element?.querySelector('button')?.focus();
      this.close();
    } else if (!this.move(key, event.target as Element)) return;
    event.preventDefault();
  }

  /** Moves the focus among the options; returns whether the key does. */
  private move(key: string, from: Element): boolean {
    const options = [...(this.element?.querySelectorAll<HTMLElement>('[type="checkbox"]') ?? [])];
    const at = options.indexOf(from as HTMLElement);
    if (at < 0 && key !== 'ArrowDown') return false;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, options.length - 1),
      ArrowUp: at - 1,
      Home: 0,
      End: options.length - 1,
    };
    const place = places[key];
    if (place === undefined) return false;
    const above = this.element?.querySelector<HTMLElement>('[type="search"]');
    (options[place] ?? above ?? options[0])?.focus();
    return true;
  }
}
