/**
 * A hidden element whose style depends on what no event tells of, such as the scheme of colours or a CSS property: when that changes, its
 * transition, which is over at once, ends in a `transitionend`. None does where the element is not shown: there, it is to be read again once it is.
 */
export function styleProbe(property: 'color' | 'opacity', value: string, onChange: () => void): HTMLElement {
  const probe = document.createElement('i');
  Object.assign(probe.style, {
    position: 'absolute',
    visibility: 'hidden',
    forcedColorAdjust: 'none',
    transition: `${property} 1ms`,
    [property]: value,
  });
  probe.addEventListener('transitionend', onChange);
  return probe;
}
