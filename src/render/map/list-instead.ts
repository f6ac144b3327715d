import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { DataProvider } from '../../provider/data-provider.js';
import type { LinkTemplates } from '../shared/details-link.js';
import { errorNotice } from '../shared/notices.js';

/** Where no map can be drawn, its stations are listed, with their locations and links. */
export function listInstead(
  localize: Localize,
  error: Error,
  { locationHref, stationHref, provider }: LinkTemplates & { provider?: DataProvider },
): TemplateResult {
  return html`<div class="cover instead">
    ${errorNotice(localize, localize.term('noMap'), error)}
    <ev-station-list
      location-href=${locationHref ?? nothing}
      station-href=${stationHref ?? nothing}
      .provider=${provider}
    ></ev-station-list>
  </div>`;
}
