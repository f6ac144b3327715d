import { pageUrl } from '../page-url.js';

/** A worker of the package as the module that starts it reaches it. */
interface BuiltWorker {
  /** Its name in `configureWorkers`. */
  name: 'engine' | 'map';
  /** `import.meta.url` of that module; a script that is no module has none. */
  moduleUrl: string | undefined;
  /** The name of the file that the module is in, where nothing has bundled it, without its ending. */
  moduleName: string;
  /** The worker as it is written in `url`. */
  path: string;
  /** `new URL(path, import.meta.url)`, written out in the module: a bundler that knows it puts the URL of its copy there. */
  url(): URL;
  /** Imports the worker, written out in the module: a bundler that leaves the URL as it is makes a file of that, which says where it lies. */
  load(): Promise<{ url?: string }>;
}

/**
 * Where a host's bundler has put a worker: as a copy (webpack, Vite, Parcel, Turbopack), or as a file that it made of an import (esbuild, Rollup, Angular,
 * Vite's dev server). Undefined where nothing has bundled the module.
 * @throws where the bundle has no file for it
 */
export async function bundledWorker(worker: BuiltWorker): Promise<string | undefined> {
  const { name, moduleUrl, moduleName, path } = worker;
  if (moduleUrl) {
    const { href } = worker.url();
    // Turbopack's stands relative to the page.
    if (href !== new URL(path, moduleUrl).href) return new URL(href, pageUrl()).href;
    if (/([^/]*)\.\w+$/.exec(new URL(moduleUrl).pathname)?.[1] === moduleName) return undefined;
  }
  const { url } = await worker.load();
  if (!url || url === moduleUrl) {
    throw new Error(
      `the ${name}'s worker has no file: the bundle is one file, or no ES module. Have the bundler split it (esbuild: --splitting --format=esm; Rollup: ` +
        `output.dir), or serve the worker yourself and say where: configureWorkers({ ${name} }).`,
    );
  }
  return url;
}
