const SCROLLING = new Set(['auto', 'scroll', 'overlay']);

/** What an element stands in as it is drawn: its slot, the element around it, or the host of its shadow root. */
function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

function scrolls(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight) return false;
  const { overflowY } = getComputedStyle(element);
  // What the root hides not, the window scrolls.
  return element === element.ownerDocument.scrollingElement
    ? overflowY !== 'hidden' && overflowY !== 'clip'
    : SCROLLING.has(overflowY);
}

/** Whether the page, or a part of it that an element stands in, can be scrolled; what lies behind a full screen or a dialog does not count. */
export function isInScrolledPage(element: Element): boolean {
  for (let each = around(element); each; each = around(each)) {
    if (scrolls(each)) return true;
    if (each.matches(':fullscreen, :popover-open, :modal')) return false;
  }
  return false;
}
