/** Has the page's document say that it is hidden, or seen. */
export function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isHidden ? 'hidden' : 'visible'),
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Lets the document speak for itself again. */
export function restoreVisibility(): void {
  delete (document as { visibilityState?: unknown }).visibilityState;
}
