import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize, TextKey } from '../../messages/localize.js';
import type { StationDetail } from '../../model/questions.js';
import type { LastMessageMeaning, SinceMeaning } from '../../model/records.js';
import { isFaulted, isInTrouble } from '../../model/station-trouble.js';
import { isMoment } from '../../model/time.js';
import { sinceAge } from './ages.js';
import { isolated } from '../../messages/isolated.js';

/** What is needed to tell since when. */
export interface SinceOptions {
  localize: Localize;
  /** The network's now in epoch milliseconds. */
  now: number;
  lastMessageIs?: LastMessageMeaning;
}

/** How it is known, in a sentence. In one word beside the age, that is the message of its own name. */
function sentenceOf(is: SinceMeaning, { lastMessageIs }: SinceOptions): TextKey {
  if (is === 'derived') return lastMessageIs === 'update' ? 'derivedFromUpdate' : 'derivedFromMessage';
  return is === 'stated' ? 'statedMeans' : 'observedMeans';
}

/** R27: since when, and in a quiet word how that is known. */
function since(at: number | undefined, is: SinceMeaning | undefined, options: SinceOptions): TemplateResult {
  const isKnown = isMoment(at) && is;
  const { localize, now } = options;
  const sentence = isKnown ? localize.term(sentenceOf(is, options)) : '';
  return html`${sinceAge(localize, at, now, sentence)}${
    isKnown ? html` <span class="quiet" title=${sentence}>${localize.term(is)}</span>` : nothing
  }`;
}

/** R27: since when a station is in trouble; nothing where it is well. */
export function troubleSince(station: StationDetail, options: SinceOptions): TemplateResult | typeof nothing {
  if (!isInTrouble(station, options.now, options.lastMessageIs)) return nothing;
  return since(station.troubleSince, station.troubleSinceIs, options);
}

/** What a station says of its fault; empty where it says nothing. */
export function faultText({ errorCode, info }: StationDetail): string {
  return [errorCode, info]
    .filter(Boolean)
    .map(text => isolated(text!))
    .join(' · ');
}

/** R27: each trouble of a station with since when it is, and what the station says of its fault. */
export function troubleLines(station: StationDetail, options: SinceOptions): TemplateResult {
  const { connection, offlineSince, offlineSinceIs, faultedSince, faultedSinceIs } = station;
  const { localize } = options;
  const fault = faultText(station);
  return html`${
    connection === 'offline'
      ? html`<p class="trouble">
          ${localize.term('offlineSince')} ${since(offlineSince, offlineSinceIs, options)}
        </p>`
      : nothing
  }${
    isFaulted(station)
      ? html`<p class="trouble">
          ${localize.term('faultedSince')} ${since(faultedSince, faultedSinceIs, options)}
        </p>`
      : nothing
  }${fault ? html`<p class="trouble fault" lang=${localize.marks.data ?? nothing}>${fault}</p>` : nothing}`;
}

export const troubleStyles = css`
  .quiet {
    color: var(--_muted);
    font-size: var(--_type-small);
  }
  .trouble {
    font-size: var(--_type-small);
    margin: 2px 0 0;
    overflow-wrap: anywhere;
  }
  .fault {
    color: light-dark(#a8320c, #ff8a63);
  }
`;
