import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports, name } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const tags = readdirSync(`${root}src/define`)
  .filter(file => file.startsWith('ev-'))
  .map(file => file.replace(/\.ts$/, ''));

/** Runs a module in a Node of its own, which resolves the package by its name; returns what it printed as JSON. */
function run(code) {
  const given = { cwd: root, encoding: 'utf8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], given);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** Notes what is registered while a module is imported. */
const registering = specifier => `
  await import('lit');
  const registered = [];
  const { define } = customElements;
  customElements.define = (tag, element) => { registered.push(tag); define.call(customElements, tag, element); };
  await import('${specifier}');
  console.log(JSON.stringify(registered));`;

test('R23: importing the package in Node registers nothing, and gives its functions, classes and events', () => {
  const given = run(`
    const library = await import('${name}');
    console.log(JSON.stringify({
      registered: globalThis.customElements ? ${JSON.stringify(tags)}.filter(tag => customElements.get(tag)) : [],
      kinds: Object.fromEntries(Object.entries(library).map(([key, value]) => [key, typeof value])),
    }));`);
  assert.deepEqual(given.registered, []);
  const expected = [
    'localProvider',
    'remoteProvider',
    'jsonSource',
    'ocpiSource',
    'ocppChange',
    'withLive',
    'configureMap',
    'configureWorkers',
    'DrillDownEvent',
    'NavigateEvent',
  ];
  const classes = tags.map(tag => tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()));
  for (const key of [...expected, ...classes]) assert.equal(given.kinds[key], 'function', key);
});

test('R23: every documented import resolves to a file that is there, with its types', () => {
  const documented = [
    name,
    `${name}/define`,
    `${name}/testing`,
    ...tags.map(tag => `${name}/define/${tag}.js`),
    ...['react', 'vue', 'svelte', 'jsx'].map(each => `${name}/${each}`),
    `${name}/vscode.html-custom-data.json`,
    `${name}/vscode.css-custom-data.json`,
    `${name}/custom-elements.json`,
  ];
  const resolved = run(`
    const found = ${JSON.stringify(documented)}.map(each => import.meta.resolve(each));
    console.log(JSON.stringify(found));`);
  for (const address of resolved) assert.ok(existsSync(fileURLToPath(address)), address);
  const typed = [
    exports['.'].types,
    exports['./define'].types,
    exports['./testing'].types,
    ...['react', 'vue', 'svelte', 'jsx'].map(each => exports[`./${each}`].types),
    ...tags.map(tag => exports['./define/*.js'].types.replace('*', tag)),
  ];
  for (const file of typed) assert.ok(existsSync(`${root}${file}`), file);
});

test('R23: the ES modules leave the packages that the library depends on to the host', () => {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const modules = readdirSync(`${root}dist`, { recursive: true }).filter(
    file =>
      file.endsWith('.js') &&
      !file.startsWith('cdn') &&
      !file.startsWith('frameworks') &&
      !file.endsWith('-worker.js'),
  );
  const imported = modules
    .flatMap(file => ts.preProcessFile(readFileSync(`${root}dist/${file}`, 'utf8')).importedFiles)
    .map(({ fileName }) => /^(?:@[^/]+\/)?[^/]+/.exec(fileName)[0])
    .filter(fileName => !fileName.startsWith('.'));
  for (const name of ['@lit/context', 'd3-shape', 'lit', 'maplibre-gl', 'supercluster'])
    assert.ok(imported.includes(name), name);
  for (const name of imported) assert.ok(name in dependencies, name);
});

test('checkProvider passes localProvider, both as the package gives them, in Node without a test framework', () => {
  const report = run(`
    const { localProvider } = await import('${name}');
    const { checkProvider } = await import('${name}/testing');
    const stations = [{ id: 's', heartbeatInterval: 300, lastMessageAt: Date.now(), evses: [{ id: '1' }] }];
    const snapshot = { locations: [{ id: 'l', latitude: 52, longitude: 5, stations }] };
    const report = await checkProvider(({ locations }) => localProvider({ load: async () => ({ locations }) }), snapshot);
    console.log(JSON.stringify(report));`);
  assert.ok(report.passed > 100, report.passed);
  assert.deepEqual(report.without, []);
});

test('R23: what is not exported cannot be reached', () => {
  const { code } = run(`
    const error = await import('${name}/dist/index.js').catch(error => error);
    console.log(JSON.stringify({ code: error.code }));`);
  assert.equal(code, 'ERR_PACKAGE_PATH_NOT_EXPORTED');
});

for (const tag of tags) {
  test(`R23: define/${tag}.js registers ${tag}, with no more than its frame`, () => {
    const registered = run(registering(`${name}/define/${tag}.js`));
    assert.ok(registered.includes(tag));
    assert.ok(
      tag === 'ev-overview' || registered.every(each => [tag, 'ev-panel'].includes(each)),
      registered.join(),
    );
  });
}

test('R23: define registers every element once', () => {
  assert.deepEqual(run(registering(`${name}/define`)).sort(), [...tags].sort());
});
