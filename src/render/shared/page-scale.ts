/**
 * How many pixels of the page, in which boxes and the mouse are measured, one of an element's own pixels is: a host may scale what it stands in, by `transform` or
 * `zoom`. 1 where it is not laid out.
 */
export function pageScale(element: Element): number {
  const scale = element.getBoundingClientRect().width / parseFloat(getComputedStyle(element).width);
  return scale > 0 && Number.isFinite(scale) ? scale : 1;
}
