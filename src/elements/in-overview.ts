import type { DataState } from '../provider/data-provider.js';
import { isServed } from './controllers/served.js';

/** Whether a view is one of an overview, which says once for all of them how the data is and what of it is missing (R14). */
export function isInOverview(view: Element): boolean {
  if (isServed(view)) return false;
  const root = view.getRootNode();
  if (!(root instanceof ShadowRoot)) return false;
  return root.host.localName === 'ev-overview' || isInOverview(root.host);
}

/** Whether the panel or the overview around a view says that its first data is under way. */
export function isLoadingTold(view: Element, { status }: DataState): boolean {
  return status === 'loading' || isInOverview(view);
}
