/** Where the page's own worker lies that imports one which the page may not start itself. */
const importers = new Map<string, string>();

/**
 * Whether a page may not start a worker that lies there: it is of another origin, or the page's own is none, whatever its location says, as that of a
 * sandboxed frame.
 */
export function isForeign(url: URL): boolean {
  return url.origin !== globalThis.origin;
}

/** A worker of the page itself that imports a foreign one. Its policy has to allow `blob:`, or `data:` in a sandboxed frame, and the file's server has to by CORS. */
export function importerOf({ href }: URL): string {
  const script = `import ${JSON.stringify(href)};`;
  // Chromium starts no module worker of a blob whose origin is opaque.
  if (globalThis.origin === 'null') return `data:text/javascript,${encodeURIComponent(script)}`;
  let importer = importers.get(href);
  if (!importer) {
    importer = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    importers.set(href, importer);
  }
  return importer;
}
