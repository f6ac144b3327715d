import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { minify } from '@swc/core';
import esbuild from 'rollup-plugin-esbuild';

import { LICENSES, thirdPartyLicenses } from './scripts/third-party-licenses.mjs';

const require = createRequire(import.meta.url);
const { name, version, license, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const banner = `/*! ${name} ${version} | ${license} | third-party code: ${LICENSES} */`;
const mapWorker = require.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs');
const engineWorker = 'src/provider/worker/engine-worker.ts';

/** The formats of feeds; each has a worker of its own, which carries no reader but that format's. */
const formats = readdirSync('src/provider/sources')
  .filter(file => file.endsWith('-format.ts'))
  .map(file => file.replace('-format.ts', ''));
const workerOf = format => (format === 'network' ? 'engine-worker.js' : `${format}-engine-worker.js`);

const elements = readdirSync('src/define')
  .filter(file => file.startsWith('ev-'))
  .map(file => file.replace(/\.ts$/, ''));

/** What `ev-widgets` exports that is there when it runs: each line of its index, with the kind of what it exports. */
const exported = [
  ...readFileSync('src/index.ts', 'utf8').matchAll(/^export \{[^}]*\} from '\.\/(\w+)\/.*';$/gm),
].map(([line, folder]) => ({ line, kind: line.includes("/events.js'") ? 'events' : folder }));
const kinds = [...new Set(exported.map(({ kind }) => kind))];
const barrelOf = kind => resolve(`src/exports-${kind}.ts`);

/** The functions, each in a file of its own: a bundler that wants one takes along no other. */
const functions = exported
  .filter(({ kind }) => kind !== 'elements' && kind !== 'events')
  .map(({ line }) => /'\.\/(.*\/([^/]+))\.js'/.exec(line))
  .map(([, path, name]) => [name, `src/${path}.ts`]);

/**
 * The index has its exports from a file for each kind of them: a bundler that splits its output follows all that a file in use imports, and so a page that
 * imports one small function would get every element.
 */
const indexByKind = {
  name: 'index-by-kind',
  resolveId(id) {
    if (kinds.some(kind => id === barrelOf(kind))) return id;
    return id.startsWith('./exports/') ? { id: resolve('src', id), external: true } : null;
  },
  load(id) {
    if (id === resolve('src/index.ts'))
      return kinds.map(kind => `export * from './exports/${kind}.js';`).join('\n');
    const own = kinds.find(kind => id === barrelOf(kind));
    return own ? exported.flatMap(({ kind, line }) => (kind === own ? line : [])).join('\n') : null;
  },
};

/** The world map and its parts are data: there is nothing to be mapped. */
const noMapsOfData = {
  name: 'no-maps-of-data',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (!chunk.moduleIds?.length || !chunk.moduleIds.every(id => id.includes('/generated/'))) continue;
      Reflect.deleteProperty(bundle, `${chunk.fileName}.map`);
      chunk.code = chunk.code.replace(/\n\/\/# sourceMappingURL=.*/, '');
    }
  },
};

/** A copy knows its version, so that it can tell of another on its page. */
const ownVersion = {
  name: 'own-version',
  load: id => (id.endsWith('/elements/version.ts') ? `export const VERSION = '${version}';` : null),
};

/** A built worker lies beside the built files, not where the source has it. Bundlers read these URLs and imports, so they are written out. */
const builtWorkerUrls = {
  name: 'built-worker-urls',
  resolveId: id =>
    formats.some(format => id === `./${workerOf(format)}`)
      ? { id: resolve('src', id), external: true }
      : null,
  load(id) {
    if (!id.endsWith('/provider/worker/worker-urls.ts')) return null;
    const workers = formats.map(
      format =>
        `${format}: {
          path: './${workerOf(format)}',
          url: () => new URL('./${workerOf(format)}', import.meta.url),
          load: () => import('./${workerOf(format)}'),
        }`,
    );
    return `import { bundledWorker } from './bundled-worker.js';
      const workers = { ${workers.join(', ')} };
      export async function builtEngineWorker(format) {
        const worker = workers[format];
        const module = { name: 'engine', moduleUrl: import.meta.url, moduleName: 'worker-urls' };
        const bundled = await bundledWorker({ ...module, ...worker });
        return bundled ? new URL(bundled) : worker.url();
      }`;
  },
};

/** The workers lie beside the CDN's script, which nobody bundles. */
const workersBeside = {
  name: 'workers-beside',
  load: id =>
    id.endsWith('/provider/worker/worker-urls.ts')
      ? `const files = { ${formats.map(format => `${format}: '${workerOf(format)}'`).join(', ')} };
        export const builtEngineWorker = async format => new URL(files[format], import.meta.url);`
      : null,
};

/** MapLibre is in the CDN's bundle, so its worker is copied beside, of the same version. */
const mapWorkerBeside = {
  name: 'map-worker-beside',
  load(id) {
    if (!id.endsWith('/render/map/map-worker-url.ts')) return null;
    return `export const bundledMapWorker = async () => new URL('./${basename(mapWorker)}', import.meta.url).href;`;
  },
  generateBundle() {
    // Its source map stays behind.
    const source = readFileSync(mapWorker, 'utf8').replace(/\n\/\/# sourceMappingURL=.*/, '');
    this.emitFile({ type: 'asset', fileName: basename(mapWorker), source: `${banner}\n${source}` });
  },
};

/** d3-shape comes as one file, in which curves are made by calls; rewritten so that Rollup sees that unused ones do nothing. */
const unusedCurves = {
  name: 'unused-curves',
  transform: (code, id) =>
    id.includes('/node_modules/d3-shape/')
      ? code
          .replaceAll('= (function custom(', '= /* @__PURE__ */ (function custom(')
          .replace(
            /\((\w+\.prototype) = Object\.create\((\w+\.prototype)\)\)\.point = (function[^]*?\n\});/g,
            '$1 = { __proto__: $2, point: $3 };',
          )
      : null,
};

/** The template literals of a syntax tree that Lit makes HTML, SVG and style sheets of. */
function litTemplatesIn(node) {
  if (!node || typeof node !== 'object') return [];
  const isLits = node.type === 'TaggedTemplateExpression' && ['html', 'svg', 'css'].includes(node.tag.name);
  return [...(isLits ? [node.quasi] : []), ...Object.values(node).flatMap(litTemplatesIn)];
}

/** Leaves the indentation of Lit's templates in the source: to HTML, SVG and CSS, white space is white space. */
const templatesWithoutIndentation = {
  name: 'templates-without-indentation',
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const texts = litTemplatesIn(this.parse(code)).flatMap(({ quasis }) => quasis);
    let written = code;
    for (const { start, end } of texts.sort((one, other) => other.start - one.start))
      written =
        written.slice(0, start) + written.slice(start, end).replace(/\n\s*/g, ' ') + written.slice(end);
    return written;
  },
};

const plugins = licenses => [
  ownVersion,
  unusedCurves,
  nodeResolve({ browser: true }),
  // A page without a bundler has no process.
  replace({ 'process.env.NODE_ENV': JSON.stringify('production'), preventAssignment: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', legalComments: 'none' }),
  templatesWithoutIndentation,
  licenses,
];

const minified = {
  name: 'minified',
  async renderChunk(source) {
    const options = { module: true, compress: { ecma: 2022 }, mangle: true, format: { comments: false } };
    const { code } = await minify(source, options);
    return { code: `${banner}\n${code}`, map: null };
  },
};

/** A host resolves these, and so has one of each. What else is used is bundled, as it reads `process`. */
const external = new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)`);

// Chunks lie at the top, where the workers are looked for; the map's many parts are only looked for by their names.
const chunkFileNames = ({ name }) =>
  name.startsWith('map-part-') ? 'map-parts/[name]-[hash].js' : '[name]-[hash].js';
const modules = { format: 'es', chunkFileNames, hoistTransitiveImports: false };

/** The engine's worker with one format's reader, where an unbundled one imports any. A page that imports it learns where it lies. */
const oneFormat = format => ({
  name: 'one-format',
  load: id =>
    id.endsWith(engineWorker)
      ? `import { loadFeed } from '../sources/${format}-format.js';
        import { serveEngine } from './serve-engine.js';
        export const url = import.meta.url;
        if (typeof document === 'undefined') serveEngine(loadFeed);`
      : null,
});

const licenses = thirdPartyLicenses();
const cdnLicenses = thirdPartyLicenses([mapWorker]);

/** The CDN's script has the same workers. */
const besideCdn = format => ({
  name: 'beside-cdn',
  renderChunk: cdnLicenses.renderChunk,
  writeBundle() {
    mkdirSync('dist/cdn', { recursive: true });
    copyFileSync(`dist/${workerOf(format)}`, `dist/cdn/${workerOf(format)}`);
  },
});

/** One file each: a worker without a bundler resolves no package, and shares no chunk with the page. */
const workers = formats.map(format => ({
  input: engineWorker,
  output: { file: `dist/${workerOf(format)}`, format: 'es', inlineDynamicImports: true },
  plugins: [oneFormat(format), ...plugins(licenses), minified, besideCdn(format)],
}));

export default [
  {
    input: {
      index: 'src/index.ts',
      'define/index': 'src/define/index.ts',
      'testing/index': 'src/testing/index.ts',
      // They know by their names that nothing has bundled them.
      'worker-urls': 'src/provider/worker/worker-urls.ts',
      'map-worker-url': 'src/render/map/map-worker-url.ts',
      ...Object.fromEntries(kinds.map(kind => [`exports/${kind}`, barrelOf(kind)])),
      ...Object.fromEntries(functions),
      ...Object.fromEntries(elements.map(tag => [`define/${tag}`, `src/define/${tag}.ts`])),
    },
    output: { dir: 'dist', banner, sourcemap: true, ...modules },
    external,
    plugins: [indexByKind, noMapsOfData, builtWorkerUrls, ...plugins(licenses)],
  },
  ...workers,
  {
    input: { 'ev-widgets': 'src/cdn.ts' },
    output: { dir: 'dist/cdn', ...modules },
    plugins: [workersBeside, mapWorkerBeside, ...plugins(cdnLicenses), minified],
  },
];
