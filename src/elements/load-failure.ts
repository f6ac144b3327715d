import type { TemplateResult } from 'lit';

import { localizeOf } from '../messages/nearest-language.js';
import { errorBelowNotice, errorNotice } from '../render/shared/notices.js';
import type { DataController } from './controllers/data-controller.js';
import { isInOverview } from './in-overview.js';

/** Stands in place of a view that has no data to show; the reason and the way on are with an overview, where that says them. */
export function loadFailure(
  view: Element,
  { error, provider, state }: DataController<unknown>,
): TemplateResult {
  const localize = localizeOf(view);
  if (isInOverview(view) && state.status === 'error') return errorBelowNotice(localize);
  return errorNotice(localize, localize.term('dataNotLoaded'), error, {
    label: localize.term('tryAgain'),
    onClick: () => void provider?.refresh(),
  });
}
