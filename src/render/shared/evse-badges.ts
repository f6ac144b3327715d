import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { ConnectorDetail, EvseDetail, StationDetail } from '../../model/questions.js';
import { isolated } from './format.js';
import { statusBadge } from './status-badge.js';
import { lookOf } from './status-look.js';
import { countStatuses, statusSummary } from './status-summary.js';

type StationEvses = Pick<StationDetail, 'connection' | 'evses'>;

/** R6: what is known of the EVSEs of a station that is not online is what was last known. */
function areLastKnown({ connection }: StationEvses): boolean {
  return connection !== 'online';
}

/** How many EVSEs are in each status that any is in; dimmed, and said so, where that is as last known. */
export function evseSummary(station: StationEvses): TemplateResult {
  const counts = countStatuses(station.evses.map(({ status }) => status));
  const isLastKnown = areLastKnown(station);
  return html`<div class="evse-summary ${isLastKnown ? 'last-known' : ''}">
    ${isLastKnown && station.evses.length > 0 ? html`<span>last known:</span>` : nothing}
    ${statusSummary('evse', counts)}
  </div>`;
}

/** The word that was reported, where it says more than the status. */
function reportedWord(reported: string | undefined, label: string): TemplateResult | typeof nothing {
  return reported && reported !== label
    ? html` <span class="reported">${isolated(reported)}</span>`
    : nothing;
}

function connector({ id, reported }: ConnectorDetail): TemplateResult {
  return html`<li>Connector ${isolated(id)}: ${isolated(reported || 'nothing reported')}</li>`;
}

function evse({ id, status, reported, connectors = [] }: EvseDetail, isLastKnown: boolean): TemplateResult {
  return html`<li data-evse-id=${id}>
    <span class="evse-id">${isolated(id)}</span>
    <span class="evse-status"
      >${isLastKnown ? 'last known: ' : nothing}${statusBadge('evse', status)}${reportedWord(
        reported,
        lookOf('evse', status).label,
      )}</span
    >
    ${
      connectors.length > 0
        ? html`<ul class="connectors">
            ${connectors.map(connector)}
          </ul>`
        : nothing
    }
  </li>`;
}

/** The EVSEs one by one, with their connectors and the words that these reported. */
export function evseList(station: StationEvses): TemplateResult {
  const isLastKnown = areLastKnown(station);
  return html`<ul class="evses ${isLastKnown ? 'last-known' : ''}">
    ${station.evses.map(each => evse(each, isLastKnown))}
  </ul>`;
}

export const evseStyles = css`
  .evse-summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .last-known {
    color: var(--muted);
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
    color: var(--muted);
    font-size: var(--type-medium);
    overflow-wrap: anywhere;
  }
  .connectors {
    flex-basis: 100%;
    margin: 0;
    padding-inline-start: 0.75em;
  }
`;
