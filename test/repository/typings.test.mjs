import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

import ts from 'typescript';

/** A host's folder, in which the package is installed, and React's types. */
const folder = mkdtempSync(join(tmpdir(), 'ev-widgets-typings-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
for (const [name, path] of [
  ['ev-widgets', '.'],
  ['@types/react', 'node_modules/@types/react'],
])
  symlinkSync(resolve(path), join(folder, 'node_modules', name), 'dir');

const HOST = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  types: [],
  noEmit: true,
  strict: false,
};
const STRICT = { ...HOST, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };

const TEXT_HOST = {
  getCanonicalFileName: name => name,
  getCurrentDirectory: () => folder,
  getNewLine: () => '\n',
};

/** Reads what several tests compile once: libraries of TypeScript, of packages and our types. */
function hostWith(options) {
  const host = ts.createCompilerHost(options);
  const files = new Map();
  const read = host.getSourceFile;
  host.getSourceFile = (file, ...given) => {
    if (!files.has(file)) files.set(file, read.call(host, file, ...given));
    return files.get(file);
  };
  return host;
}
/** As Node resolves modules, with the types of the library's dependencies checked too. */
const NODE = {
  ...STRICT,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  skipDefaultLibCheck: true,
};
const HOSTS = new Map([HOST, STRICT, NODE].map(options => [options, hostWith(options)]));

/** What TypeScript says of texts, by their file names: errors in them, and in the package's own types. */
function errorsIn(texts, options) {
  const files = Object.entries(texts).map(([name, text]) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  const program = ts.createProgram(files, options, HOSTS.get(options));
  const isOurs = file => files.includes(file.fileName) || file.fileName.startsWith(resolve('dist'));
  return program
    .getSourceFiles()
    .filter(isOurs)
    .flatMap(file => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, start, messageText }) => {
      const { line } = file.getLineAndCharacterOfPosition(start);
      return `${file.fileName.split('/').at(-1)}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
}

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter(file => file.endsWith('.md'))
    .map(file => `docs/${file}`),
];

/** The code blocks of README and docs. */
const blocks = PAGES.flatMap(page =>
  [...readFileSync(page, 'utf8').matchAll(/^( *)```(\w+)\n([^]*?)^\1```/gm)].map(
    ([, , language, code], index) => ({
      name: `${page.replaceAll(/\W/g, '-')}-${index}`,
      language,
      code,
    }),
  ),
);
const codeIn = (...languages) => blocks.filter(({ language }) => languages.includes(language));

/** What a reader has already, where a block does not say it itself. */
const BROUGHT = {
  FleetProvider: "declare const FleetProvider: new (url: string) => import('ev-widgets').DataProvider;",
  Location: "import type { Location } from 'ev-widgets';",
  Station: "import type { Station } from 'ev-widgets';",
  action: 'declare const action: string;',
  currentToken: 'declare function currentToken(): Promise<string>;',
  fetchMyLocations:
    "declare function fetchMyLocations(signal: AbortSignal): Promise<import('ev-widgets').Location[]>;",
  jsonSource: "import { jsonSource } from 'ev-widgets';",
  mySocket:
    "declare const mySocket: { on(name: string, take: (station: import('ev-widgets').StationChange) => void, options: { signal: AbortSignal }): void };",
  overview: "declare const overview: import('ev-widgets').EvOverview;",
  payload: 'declare const payload: object;',
  provider: "declare const provider: import('ev-widgets').EvDataProvider;",
  push: "declare function push(change: import('ev-widgets').NetworkChange): void;",
  stationId: 'declare const stationId: string;',
};

function withBrought(code) {
  const used = Object.entries(BROUGHT).filter(
    ([name]) =>
      new RegExp(`(?<![.'\\w])${name}\\b(?!['":])`).test(code) &&
      !new RegExp(`\\b(?:const|interface|class|type) ${name}\\b|import .*\\b${name}\\b`).test(code) &&
      !new RegExp(`\\(${name}, \\{ signal`).test(code),
  );
  // What a page says that a type is, the package must say too.
  const same = [...code.matchAll(/^interface (\w+)/gm)].map(
    ([, type]) =>
      `const as${type} = (documented: ${type}): import('ev-widgets').${type} => documented;\nvoid as${type};`,
  );
  return [code, ...used.map(([, line]) => line), ...same, 'export {};'].join('\n');
}

test('R23: the TypeScript of README and docs compiles under strict and exactOptionalPropertyTypes', () => {
  const given = codeIn('ts', 'tsx');
  assert.ok(given.length > 5);
  const texts = given.map(({ name, language, code }) => [`${name}.${language}`, withBrought(code)]);
  assert.deepEqual(errorsIn(Object.fromEntries(texts), STRICT), []);
});

test('R23: the types compile with all that they are made of, none left unchecked, as Node resolves modules', () => {
  const file = join(folder, 'every-export.mts');
  const imported = ['', '/define', '/testing', '/react'].map(
    path => `import type {} from 'ev-widgets${path}';`,
  );
  writeFileSync(file, imported.join('\n'));
  const program = ts.createProgram([file], NODE, HOSTS.get(NODE));
  const told = ts
    .getPreEmitDiagnostics(program)
    .map(diagnostic => ts.formatDiagnostic(diagnostic, TEXT_HOST));
  assert.deepEqual(told, []);
});

test('R23: the JavaScript of README and docs knows what it uses', () => {
  const scripts = codeIn('html').flatMap(({ name, code }) =>
    [...code.matchAll(/<script type="module">([^]*?)<\/script>/g)].map(([, script]) => ({
      name,
      code: script.replaceAll('/ev-widgets/ev-widgets.js', 'ev-widgets'),
    })),
  );
  const given = [...codeIn('js'), ...scripts];
  assert.ok(given.length > 5);
  const texts = given.map(({ name, code }) => [`${name}.ts`, withBrought(code)]);
  assert.deepEqual(errorsIn(Object.fromEntries(texts), HOST), []);
});

test('R25: the HTML of README and docs has elements and attributes that the manifest describes', () => {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const declared = modules.flatMap(({ declarations }) => declarations);
  const tags = codeIn('html').flatMap(({ code }) => [...code.matchAll(/<(ev-[a-z-]+)([^>]*)>/g)]);
  assert.ok(tags.length > 2);
  for (const [, tag, attributes] of tags) {
    const known = declared.find(({ tagName }) => tagName === tag)?.attributes?.map(({ name }) => name);
    for (const [, name] of attributes.matchAll(/\s([a-z-]+)(?==|\s|$)/g))
      assert.ok(known?.includes(name), `${tag} ${name}`);
  }
});

test('R25: components and tags of React are typed, with the detail of their events', () => {
  const code = `
    import { EvDataProvider, EvOverview, EvStationList } from 'ev-widgets/react';
    export const right = (
      <EvDataProvider src="/network.json" format="ocpi" refreshInterval={60} onDataState={({ detail }) => detail.status}>
        <EvOverview zoom={4} onDrillDown={({ detail }) => detail.filter.connection?.length} className="wide" key="a" />
        <EvStationList filter={{ connection: ['offline'] }} ref={list => void list?.narrowing} />
        <ev-evse-pie include-offline heading-level={2} onev-drill-down={event => event.detail.count.toFixed()} />
      </EvDataProvider>
    );
    export const wrong = [
      // @ts-expect-error
      <EvOverview zoom="near" />,
      // @ts-expect-error
      <EvDataProvider format="xml" />,
      // @ts-expect-error
      <EvOverview onDrillDown={({ detail }) => detail.nothing} />,
      // @ts-expect-error
      <ev-overview zoomed={4} />,
      // @ts-expect-error
      <ev-overview heading-level="second" />,
    ];`;
  assert.deepEqual(errorsIn({ 'react.tsx': code }, STRICT), []);
});

test('R25: the tags of Preact, Solid and others are typed', () => {
  const code = `
    import type { CustomElements } from 'ev-widgets/jsx';
    export const right: CustomElements['ev-overview'] = { zoom: 4, 'heading-level': 2, 'onev-drill-down': ({ detail }) => void detail.count };
    // @ts-expect-error
    export const wrong: CustomElements['ev-overview'] = { zoom: 'near' };`;
  assert.deepEqual(errorsIn({ 'jsx.ts': code }, STRICT), []);
});

test('events are typed on elements, on the document and on the window', () => {
  const code = `
    import 'ev-widgets/define';
    document.querySelector('ev-overview')!.addEventListener('ev-state-change', ({ detail }) => detail.hidden.evse?.length);
    document.addEventListener('ev-drill-down', ({ detail }) => detail.count.toFixed());
    window.addEventListener('ev-navigate', ({ detail }) => detail.href.length);
    // @ts-expect-error
    window.addEventListener('ev-navigate', ({ detail }) => detail.nothing);`;
  assert.deepEqual(errorsIn({ 'events.ts': code }, STRICT), []);
});
