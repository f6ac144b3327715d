import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';

import { context } from 'esbuild';

/** Has modules that move into shared files find what lies beside their source. */
function sourceUrls(entryPoints) {
  return {
    name: 'source-urls',
    setup({ onLoad }) {
      onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path }) => {
        const file = relative('.', path);
        const source = await readFile(path, 'utf8');
        // An entry point stays where its source lies.
        if (entryPoints.includes(file) || !source.includes('import.meta.url')) return undefined;
        const url = `new URL(${JSON.stringify(`/${file}`)}, location.href).href`;
        return { contents: source.replaceAll('import.meta.url', url), loader: 'default' };
      });
    },
  };
}

/**
 * Serves test files and what they load by a URL bundled, each at the URL of its source, with what several import in files that they share: a page requests some seventy
 * scripts instead of four hundred.
 * @param {string[]} entryPoints test files, and what they load by a URL
 */
export function bundledTests(entryPoints) {
  /** By path. What a change makes anew has another name, so that a page which is loading finds what it asks for. */
  const scripts = new Map();
  let bundler;
  let bundled;
  let watched;

  async function bundle() {
    bundler ??= await context({
      entryPoints,
      outbase: '.',
      outdir: '.',
      chunkNames: 'bundled/[name]-[hash]',
      bundle: true,
      // The package's `sideEffects` does not tell of tests.
      ignoreAnnotations: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      // Beside the scripts: read for the lines of what fails alone.
      sourcemap: 'linked',
      sourcesContent: false,
      conditions: ['production'],
      define: { 'process.env.NODE_ENV': '"production"' },
      preserveSymlinks: true,
      plugins: [sourceUrls(entryPoints)],
      logLevel: 'error',
      metafile: true,
      write: false,
    });
    const { outputFiles, metafile } = await bundler.rebuild();
    watched.add(Object.keys(metafile.inputs).filter(file => /^(src|test)\//.test(file)));
    for (const { path, text } of outputFiles) scripts.set(`/${relative('.', path)}`, text);
  }

  return {
    name: 'bundled-tests',
    serverStart({ fileWatcher }) {
      watched = fileWatcher;
      fileWatcher.on('change', () => (bundled = undefined));
    },
    async serve({ path }) {
      const source = path.slice(1).replace(/\.js\.map$/, '.ts');
      if (!path.startsWith('/bundled/') && !entryPoints.includes(source)) return undefined;
      bundled ??= bundle();
      await bundled;
      return { body: scripts.get(path.replace(/\.ts$/, '.js')), type: path.endsWith('.map') ? 'json' : 'js' };
    },
    // What names a file that several share changes with that file.
    transform: ({ path }) => (entryPoints.includes(path.slice(1)) ? { transformCache: false } : undefined),
    serverStop: () => bundler?.dispose(),
  };
}
