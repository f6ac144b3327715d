import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { detailsHref } from '../../model/details-href.js';
import { isolated } from '../../messages/isolated.js';
import type { Localize } from '../../messages/localize.js';

/** The host's pages of locations and stations, as templates with `{id}`. */
export interface LinkTemplates {
  locationHref?: string;
  stationHref?: string;
}

/** What a link leads to. */
interface LinkTarget {
  kind: 'location' | 'station';
  id: string;
  /** The record's own page. */
  href?: string;
}

/** Announces a link; returns whether it may be followed. */
export type Navigate = (target: { kind: LinkTarget['kind']; id: string; href: string }) => boolean;

/** A click that the browser itself opens elsewhere is not the page's to route. */
function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** R18: a text as a real link to its details page, announced first; mere text where there is no page to follow. */
export function detailsLink(
  { marks }: Localize,
  text: string,
  { kind, id, href: own }: LinkTarget,
  templates: LinkTemplates,
  navigate: Navigate,
): TemplateResult {
  const href = detailsHref(id, own, kind === 'location' ? templates.locationHref : templates.stationHref);
  const lang = marks.data ?? nothing;
  if (href === undefined) return html`<span class="name" lang=${lang}>${isolated(text)}</span>`;
  const onClick = (event: MouseEvent) => {
    if (isPlain(event) && !navigate({ kind, id, href })) event.preventDefault();
  };
  return html`<a class="name" lang=${lang} href=${href} @click=${onClick}>${isolated(text)}</a>`;
}
