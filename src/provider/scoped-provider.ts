import type { Scope } from '../model/records.js';
import { intersection } from '../model/scope.js';
import type { DataProvider, QuestionOptions } from './data-provider.js';

/** A provider's answers narrowed to a scope, within which a question may narrow further; its state and data stay the provider's. */
export function scopedProvider(provider: DataProvider, scope: Scope): DataProvider {
  const narrowed = <T extends QuestionOptions>(options?: T) => ({
    ...options,
    scope: intersection(scope, options?.scope),
  });
  return {
    get state() {
      return provider.state;
    },
    subscribe: onChange => provider.subscribe(onChange),
    refresh: options => provider.refresh(options),
    counts: (dimension, options) => provider.counts(dimension, narrowed(options)),
    mapItems: (view, options) => provider.mapItems(view, narrowed(options)),
    location: (id, options) => provider.location(id, narrowed(options)),
    stations: (query, options) => provider.stations(query, narrowed(options)),
    now: provider.now && (() => provider.now!()),
    bounds: provider.bounds && (options => provider.bounds!(narrowed(options))),
    trend: provider.trend && ((dimension, options) => provider.trend!(dimension, narrowed(options))),
    facets: provider.facets && ((facet, options) => provider.facets!(facet, narrowed(options))),
  };
}
