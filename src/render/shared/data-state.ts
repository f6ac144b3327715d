import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { DataState } from '../../provider/data-provider.js';
import { icon } from './icons.js';

/** In a sentence, and in the word that a view adds to its age where an overview says the sentence. */
interface Told {
  sentence: string;
  word: string;
}

/** What is told of a provider's state (R14); undefined where all is well. */
export function toldOf(localize: Localize, { status, asOf }: DataState): Told | undefined {
  switch (status) {
    case 'loading':
      return { sentence: localize.term('loading'), word: localize.term('loadingWord') };
    case 'stale':
      return { sentence: localize.term('interrupted'), word: localize.term('staleWord') };
    case 'error':
      return asOf === undefined
        ? { sentence: localize.term('notLoaded'), word: localize.term('notLoadedWord') }
        : { sentence: localize.term('notRefreshed'), word: localize.term('notRefreshedWord') };
    default:
      return undefined;
  }
}

/** Whether what is told is a failure, rather than that data is on its way. */
export function isFailure({ status }: DataState): boolean {
  return status === 'error' || status === 'stale';
}

/** What is told in a sentence or a word; a failure with a sign, and its reason on hover. */
export function toldMark(localize: Localize, state: DataState, words: string): TemplateResult {
  if (!isFailure(state)) return html`<span class="told">${words}</span>`;
  const reason = state.error && localize.explain(state.error).text;
  return html`<span class="told error" part="error" title=${reason ?? nothing}
    >${icon('warning')}${words}</span
  >`;
}
