/** Whether what may be sent to one URL may be sent to another: of the same origin, or by TLS of the same host. */
export function isSameServer(url: URL, from: URL): boolean {
  if (url.origin === from.origin) return true;
  return from.protocol === 'http:' && url.protocol === 'https:' && url.hostname === from.hostname;
}
