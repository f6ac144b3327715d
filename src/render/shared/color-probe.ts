/**
 * An unseen element that CSS computes a colour for. Nothing else tells when that becomes another: it has a transition that
 * is over at once, so a `transitionend` comes from it.
 * @param color as CSS writes it, for example `var(--ev-color-surface, Canvas)`
 */
export function colorProbe(color: string): HTMLElement {
  const probe = document.createElement('i');
  Object.assign(probe.style, {
    position: 'absolute',
    visibility: 'hidden',
    forcedColorAdjust: 'none',
    color,
    transition: 'color 1ms',
  });
  return probe;
}
