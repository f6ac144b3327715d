/** Whether nobody can see the page. Where there is no page, as in Node, somebody always can. */
export function isPageHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden';
}

/** Calls back whenever the page is hidden or seen again, until the signal aborts. */
export function onVisibilityChange(callback: (isHidden: boolean) => void, signal: AbortSignal): void {
  const onChange = () => {
    callback(isPageHidden());
  };
  globalThis.document?.addEventListener('visibilitychange', onChange, { signal });
}

/**
 * Calls back whenever what failed or rested is worth another try: the page is seen again, or its machine online again, until the signal aborts. A machine that
 * says it is offline is no reason to rest: it may still reach a server of its own network.
 */
export function onReturn(callback: () => void, signal: AbortSignal): void {
  onVisibilityChange(isHidden => {
    if (!isHidden) callback();
  }, signal);
  globalThis.addEventListener?.('online', callback, { signal });
}
