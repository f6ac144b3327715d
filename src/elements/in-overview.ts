/** Whether a view is one of an overview, which says once for all of them how the data is and what of it is missing (R14). */
export function isInOverview(view: Element): boolean {
  const root = view.getRootNode();
  if (!(root instanceof ShadowRoot)) return false;
  return root.host.localName === 'ev-overview' || isInOverview(root.host);
}
