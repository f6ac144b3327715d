/** Which requests leave the page's own origin from now on, by whatever way a page has; those of data it holds itself do not. */
export function spyOnRequests(): { outside(): string[]; restore(): void } {
  const requested: string[] = [];
  const { fetch, WebSocket: Socket, EventSource: Events } = window;
  const { open } = XMLHttpRequest.prototype;
  const { sendBeacon } = navigator;
  const noting = <T extends new (...given: never[]) => object>(target: T): T =>
    new Proxy(target, {
      construct(original, given: unknown[]) {
        requested.push(String(given[0]));
        return Reflect.construct(original, given) as object;
      },
    });
  window.fetch = (input, init) => {
    requested.push(input instanceof Request ? input.url : String(input));
    return fetch(input, init);
  };
  window.WebSocket = noting(Socket);
  window.EventSource = noting(Events);
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    requested.push(String(given[1]));
    open.apply(this, given as never);
  } as typeof open;
  navigator.sendBeacon = (url, data) => {
    requested.push(String(url));
    return sendBeacon.call(navigator, url, data);
  };
  const leavesPage = (address: string) => {
    const { protocol, host } = new URL(address, document.baseURI);
    return !['blob:', 'data:'].includes(protocol) && host !== window.location.host;
  };
  return {
    outside: () =>
      [...requested, ...performance.getEntriesByType('resource').map(({ name }) => name)].filter(leavesPage),
    restore() {
      Object.assign(window, { fetch, WebSocket: Socket, EventSource: Events });
      XMLHttpRequest.prototype.open = open;
      navigator.sendBeacon = sendBeacon;
    },
  };
}
