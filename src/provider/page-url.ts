/** What a host's URLs are relative to; undefined where there is no page, as in Node. */
export function pageUrl(): string | undefined {
  return globalThis.document?.baseURI ?? globalThis.location?.href;
}
