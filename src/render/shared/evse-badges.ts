import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { ConnectorDetail, EvseDetail, StationDetail } from '../../model/questions.js';
import { isolated } from '../../messages/isolated.js';
import { statusBadge } from './status-badge.js';
import { countStatuses, statusSummary } from './status-summary.js';

type StationEvses = Pick<StationDetail, 'connection' | 'evses'>;

/** R6: what is known of the EVSEs of a station that is not online is what was last known. */
function areLastKnown({ connection }: StationEvses): boolean {
  return connection !== 'online';
}

/** How many EVSEs are in each status that any is in; dimmed, and said so, where that is as last known. */
export function evseSummary(localize: Localize, station: StationEvses): TemplateResult {
  const counts = countStatuses(station.evses.map(({ status }) => status));
  const isLastKnown = areLastKnown(station);
  return html`<div class="evse-summary ${isLastKnown ? 'last-known' : ''}">
    ${isLastKnown && station.evses.length > 0 ? html`<span>${localize.term('lastKnown')}</span>` : nothing}
    ${statusSummary(localize, 'evse', counts)}
  </div>`;
}

/** The word that was reported, where it says more than the status. */
function reportedWord(reported: string | undefined, status: string): TemplateResult | typeof nothing {
  return reported && reported.toLowerCase() !== status
    ? html` <span class="reported">${isolated(reported)}</span>`
    : nothing;
}

function connector(localize: Localize, { id, reported }: ConnectorDetail): TemplateResult {
  const word = reported || localize.term('nothingReported');
  return html`<li>${localize.term('connectorReported', isolated(id), isolated(word))}</li>`;
}

function evse(
  localize: Localize,
  { id, status, reported, connectors = [] }: EvseDetail,
  isLastKnown: boolean,
): TemplateResult {
  return html`<li data-evse-id=${id}>
    <span class="evse-id">${isolated(id)}</span>
    <span class="evse-status"
      >${isLastKnown ? `${localize.term('lastKnown')} ` : nothing}${statusBadge(
        localize,
        'evse',
        status,
      )}${reportedWord(reported, status)}</span
    >
    ${
      connectors.length > 0
        ? html`<ul class="connectors">
            ${connectors.map(each => connector(localize, each))}
          </ul>`
        : nothing
    }
  </li>`;
}

/** The EVSEs one by one, with their connectors and the words that these reported. */
export function evseList(localize: Localize, station: StationEvses): TemplateResult {
  const isLastKnown = areLastKnown(station);
  return html`<ul class="evses ${isLastKnown ? 'last-known' : ''}">
    ${station.evses.map(each => evse(localize, each, isLastKnown))}
  </ul>`;
}

export const evseStyles = css`
  .evse-summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .last-known {
    color: var(--_muted);
  }
  .last-known .swatch {
    opacity: 0.45;
  }
  .evses,
  .connectors {
    list-style: none;
    margin: 2px 0 0;
    padding: 0;
  }
  .evses > li {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    justify-content: space-between;
  }
  .evse-id,
  .reported,
  .connectors {
    color: var(--_muted);
    font-size: var(--_type-medium);
    overflow-wrap: anywhere;
  }
  .connectors {
    flex-basis: 100%;
    margin: 0;
    padding-inline-start: 0.75em;
  }
`;
