import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Duration } from '../../model/amounts.js';
import type { Localize } from '../../messages/localize.js';
import type { ListNarrowing } from '../../model/list-narrowing.js';
import type { Facet, FacetValue } from '../../model/questions.js';
import type { StationFilter } from '../../model/records.js';
import { FACET_TERMS, facetName, facetOptions } from '../shared/facet-options.js';

/** Seconds. */
const TROUBLE_FOR: readonly [seconds: number, value: number, unit: Duration['unit']][] = [
  [3600, 1, 'hour'],
  [86_400, 24, 'hour'],
  [604_800, 7, 'day'],
];

/** What a reader can narrow a list by, and has. */
interface NarrowingOptions {
  localize: Localize;
  /** What the list is narrowed from. */
  filter: StationFilter;
  narrowing: ListNarrowing;
  /** What there is to choose from; a facet that its provider does not tell of is absent. */
  facets: Partial<Record<Facet, readonly FacetValue[]>>;
  /** Takes what was chosen, on top of what was chosen before. */
  onNarrow(chosen: ListNarrowing): void;
}

interface Choice {
  value: string;
  label: string;
}

function selection(
  choice: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
  onChoose: (value: string) => void,
): TemplateResult {
  return html`<select
    part="choice"
    data-choice=${choice}
    aria-label=${label}
    class=${chosen ? 'chosen' : ''}
    @change=${(event: Event) => {
      onChoose((event.target as HTMLSelectElement).value);
    }}
  >
    ${choices.map(
      ({ value, label: text }) =>
        html`<option .value=${value} .selected=${value === chosen}>${text}</option>`,
    )}
  </select>`;
}

/** A country or an operator to choose (R32); nothing where there is no choice. */
function facetSelection(
  facet: Facet,
  { localize, filter, narrowing, facets, onNarrow }: NarrowingOptions,
): TemplateResult | typeof nothing {
  const allowed = filter[facet];
  const values = (facets[facet] ?? []).filter(({ value }) => allowed?.includes(value) ?? true);
  const chosen = narrowing[facet];
  if (values.length < 2 && chosen === undefined) return nothing;
  const { title, all } = FACET_TERMS[facet];
  const isListed = chosen === undefined || values.some(({ value }) => value === chosen);
  const choices = [
    { value: '', label: localize.term(all) },
    ...facetOptions(localize, facet, values, []).map(({ value, name, stations }) => ({
      value,
      label: `${name} (${localize.number(stations)})`,
    })),
    ...(isListed ? [] : [{ value: chosen, label: facetName(localize, facet, chosen) }]),
  ];
  return selection(facet, localize.term(title), choices, chosen ?? '', value => {
    onNarrow({ [facet]: value || undefined });
  });
}

/** For how long stations are to be in trouble (R27); nothing where the list asks for that by itself. */
function troubleSelection({
  localize,
  filter,
  narrowing,
  onNarrow,
}: NarrowingOptions): TemplateResult | typeof nothing {
  if (filter.troubleFor !== undefined) return nothing;
  const { troubleFor } = narrowing;
  const isListed = troubleFor === undefined || TROUBLE_FOR.some(([seconds]) => seconds === troubleFor);
  const choice = (seconds: number, duration: Duration) => ({
    value: String(seconds),
    label: localize.term('inTroubleForOver', duration),
  });
  const choices = [
    { value: '', label: localize.term('inTroubleForAny') },
    ...TROUBLE_FOR.map(([seconds, value, unit]) => choice(seconds, localize.duration(value, unit))),
    ...(isListed ? [] : [choice(troubleFor, localize.duration(troubleFor, 'second'))]),
  ];
  return selection('trouble-for', localize.term('inTroubleFor'), choices, String(troubleFor ?? ''), value => {
    onNarrow({ troubleFor: value ? Number(value) : undefined });
  });
}

/** What narrows a list further than its filter. */
export function narrowingTools(options: NarrowingOptions): TemplateResult {
  return html`<div class="narrowing" role="group" aria-label=${options.localize.term('narrowList')}>
    ${facetSelection('country', options)} ${facetSelection('operator', options)} ${troubleSelection(options)}
  </div>`;
}
