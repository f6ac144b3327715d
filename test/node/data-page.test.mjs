import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { localProvider } from 'ev-widgets';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/data.md`, 'utf8');

/** The TypeScript of a part of the page. */
const blocksOf = part => [...part.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code]) => code);
const chapter = title => page.split(/^## /m).find(part => part.startsWith(`${title}\n`));

const options = {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  ).options,
  noUnusedLocals: false,
  paths: {
    'ev-widgets': [`${root}src/index.ts`],
    'ev-widgets/define': [`${root}src/define/index.ts`],
    'ev-widgets/testing': [`${root}src/testing/index.ts`],
  },
};

/** What the compiler complains about in modules that stand beside the page, by their names. */
function complaintsAbout(modules) {
  const files = new Map(Object.entries(modules).map(([name, code]) => [`${root}docs/${name}`, code]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = file => files.get(file) ?? readFile(file);
  host.fileExists = file => files.has(file) || fileExists(file);
  host.getSourceFile = (file, ...how) =>
    files.has(file) ? ts.createSourceFile(file, files.get(file), ...how) : getSourceFile(file, ...how);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap(file =>
    [
      ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
      ...program.getSemanticDiagnostics(program.getSourceFile(file)),
    ].map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
}

test("the page's code is right by the library's types, and describes its records with all their fields", () => {
  const examples = blocksOf(page).filter(code => /^import /m.test(code) && !code.includes('FleetProvider'));
  const records = blocksOf(page).filter(code => code.startsWith('interface '));
  assert.ok(examples.length > 0 && records.length > 0);
  const described = records.join('\n');
  const names = [...described.matchAll(/^(?:interface|type) (\w+)/gm)].map(([, name]) => name);
  // What a host writes by the page is what the library takes, and no field is missing there.
  const same = names.map(
    name => `declare let page${name}: ${name}; declare let given${name}: Library.${name}; given${name} = page${name};
      declare let page${name}Field: keyof ${name}; declare let given${name}Field: keyof Library.${name};
      page${name}Field = given${name}Field;`,
  );
  const complaints = complaintsAbout({
    ...Object.fromEntries(examples.map((code, index) => [`example-${index}.ts`, `${code}\nexport {};`])),
    'records.ts': `import type * as Library from 'ev-widgets';\n${described}\n${same.join('\n')}`,
    'provider.ts': blocksOf(chapter('Your own provider')).join('\n'),
  });
  assert.deepEqual(complaints, []);
});

/** A server that answers the questions of the page's provider from a network. */
async function fleetServer(t, snapshot, change = answer => answer) {
  const provider = localProvider({ load: async () => snapshot }, { worker: 'never' });
  const answers = {
    state: async () => {
      await provider.counts('connection');
      return provider.state;
    },
    counts: ({ dimension, ...options }) => provider.counts(dimension, options),
    'map-items': ({ view, ...options }) => provider.mapItems(view, options),
    location: async ({ id, ...options }) => (await provider.location(id, options)) ?? null,
    stations: ({ query, ...options }) => provider.stations(query, options),
  };
  const server = createServer(async (request, response) => {
    const question = request.url.replace('/fleet/', '');
    const answer = await answers[question](await json(request));
    response.end(JSON.stringify(change(answer, question)));
  }).listen(0, 'localhost');
  await once(server, 'listening');
  t.after(() => {
    provider.dispose();
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${server.address().port}/fleet`;
}

/** Runs the code of the page's last chapter, as it stands, against another address. */
async function checkFleet(address) {
  const code = blocksOf(chapter('Your own provider'))
    .join('\n')
    .replace('http://localhost:8080/fleet', address);
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const child = spawn(process.execPath, ['--input-type=module', '-e', outputText], { cwd: root });
  const [printed, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { printed, error };
}

/** The snapshot that the page checks its provider with. */
function snapshotOfPage() {
  const [, snapshot] = /^const online = [^]*?^const snapshot = ([^]*?);$/m.exec(page);
  const [, online] = /^const online = (.*);$/m.exec(page);
  return new Function('online', `return ${snapshot};`)(new Function(`return ${online};`)());
}

test('the provider that the page shows passes the check that it shows, with a server behind it', async t => {
  const { printed, error } = await checkFleet(await fleetServer(t, snapshotOfPage()));
  assert.equal(error, '');
  assert.match(
    printed,
    /^\d{3} checks passed \[\s+"now: .*",\s+'bounds: .*',\s+'trend: .*',\s+'facets: .*'\s+\]\s$/,
  );
});

test('the check that the page shows tells what its server answers wrongly', async t => {
  const isOff = (answer, question) => question === 'counts' && 'charging' in answer.byStatus;
  const change = (answer, question) =>
    isOff(answer, question) ? { ...answer, byStatus: { ...answer.byStatus, charging: 0 } } : answer;
  const { error } = await checkFleet(await fleetServer(t, snapshotOfPage(), change));
  assert.match(error, /ProviderCheckError: The provider answers wrongly/);
  assert.match(error, /- counts\("evse", \{\}\): byStatus\.charging is 0; expected 1\./);
});
