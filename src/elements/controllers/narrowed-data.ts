import { ContextProvider } from '@lit/context';
import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import { isSame } from '../../model/fields.js';
import type { Facet } from '../../model/questions.js';
import type { Scope } from '../../model/records.js';
import { FACETS, intersection, listOf } from '../../model/scope.js';
import { providedData } from '../../provider/context.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { scopedProvider } from '../../provider/scoped-provider.js';
import { DataController } from './data-controller.js';
import type { DataHost } from './data-controller.js';
import { FacetPickerController } from './facet-picker-controller.js';

/**
 * An element's data, and what its reader narrows it to (R32): the country and the operator are chosen in controls that it renders, and
 * all that is in the element is provided with what is left. It is within the scope of the provider around.
 */
export class NarrowedData implements ReactiveController {
  /** The element's own data, which is not narrowed. */
  readonly data: DataController;
  private chosen: Scope = {};
  /** What the scoped provider was made of. */
  private madeOf: unknown[] = [];
  /** Ends the subscription. */
  private stop?: () => void;
  /** What the provider's status was. */
  private status?: string;
  private readonly context: ContextProvider<typeof providedData, DataHost>;
  private readonly pickers: Readonly<Record<Facet, FacetPickerController>>;

  /** @param onChoose called when the reader has chosen */
  constructor(
    private readonly host: DataHost,
    onChoose: () => void,
  ) {
    this.data = new DataController(host);
    this.context = new ContextProvider(host, { context: providedData });
    const picker = (facet: Facet) =>
      new FacetPickerController(
        host,
        facet,
        () => listOf(this.chosen[facet]) ?? [],
        chosen => {
          this.scope = { ...this.chosen, [facet]: chosen };
          onChoose();
        },
      );
    this.pickers = { country: picker('country'), operator: picker('operator') };
    this.clear = () => {
      this.scope = undefined;
      onChoose();
    };
    host.addController(this);
  }

  /** What the reader chose, as lists; undefined where that is nothing. */
  get scope(): Scope | undefined {
    return Object.keys(this.chosen).length > 0 ? this.chosen : undefined;
  }

  set scope(scope: Scope | undefined) {
    const chosen: Scope = {};
    for (const facet of FACETS) {
      const values = listOf(scope?.[facet]) ?? [];
      if (values.length > 0) chosen[facet] = values;
    }
    if (isSame(chosen, this.chosen)) return;
    this.chosen = chosen;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const { data, chosen } = this;
    const { filters, highlight, provider, problem, scope } = data;
    const madeOf = [provider, filters, chosen, problem];
    const [before] = this.madeOf;
    if (provider !== before) for (const facet of FACETS) this.pickers[facet].reset();
    if (provider !== before || !this.stop) this.follow(provider);
    if (madeOf.every((each, index) => each === this.madeOf[index])) return;
    this.madeOf = madeOf;
    this.ask(provider);
    this.context.setValue(
      provider
        ? {
            provider: this.scope ? scopedProvider(provider, this.scope) : provider,
            filters,
            highlight,
            scope: intersection(scope, this.scope),
          }
        : problem,
    );
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }

  /** The controls; nothing where there is nothing to choose. */
  render(): TemplateResult | typeof nothing {
    const controls = FACETS.map(facet => this.pickers[facet].render()).filter(each => each !== undefined);
    if (controls.length === 0) return nothing;
    const localize = localizeOf(this.host);
    return html`${controls}${
      this.scope
        ? html`<button
            type="button"
            class="text-button"
            part="clear-filters"
            aria-label=${localize.term('clearFilters')}
            @click=${this.clear}
          >
            ${localize.term('clear')}
          </button>`
        : nothing
    }`;
  }

  private readonly clear: () => void;

  private follow(provider: DataProvider | undefined): void {
    this.stop?.();
    this.status = provider?.state.status;
    this.stop =
      this.host.isConnected && provider
        ? provider.subscribe(() => {
            // What there is to choose changes with a load, hardly ever between two: then only an open list shows it.
            const { status } = provider.state;
            const isLoaded = status === 'ready' && this.status !== 'ready';
            this.status = status;
            if (isLoaded || FACETS.some(facet => this.pickers[facet].isOpen)) this.ask(provider);
          })
        : undefined;
  }

  /** Asks what there is to choose of each facet, within what is chosen of the other. */
  private ask(provider: DataProvider | undefined): void {
    if (!provider) return;
    for (const facet of FACETS)
      void this.pickers[facet].ask(provider, { ...this.chosen, [facet]: undefined });
  }
}
