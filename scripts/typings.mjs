import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';

import { reactTypes, reactWrappers } from './typings/react.mjs';
import { svelteTypes } from './typings/svelte.mjs';
import { vueTypes } from './typings/vue.mjs';

/** Writes what frameworks and editors read, of custom-elements.json: types for JSX, React, Vue and Svelte, React's wrappers, and data for VS Code and JetBrains. */
const TARGET = 'dist/frameworks';
const readManifest = () => JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = readManifest()
  .modules.flatMap(({ declarations }) => declarations)
  .filter(({ customElement }) => customElement);

mkdirSync(TARGET, { recursive: true });
const texts = {
  'react.js': reactWrappers(elements),
  'react.d.ts': reactTypes(elements),
  'vue.d.ts': vueTypes(elements),
  'svelte.d.ts': svelteTypes(elements),
  // What has only types is imported for them.
  'types-only.js': 'export {};\n',
};
for (const [name, text] of Object.entries(texts)) writeFileSync(`${TARGET}/${name}`, text);

/** The manifest, for what knows only attributes that are properties; and the others, as fields that every element has. */
function manifestOfProperties() {
  const manifest = readManifest();
  const others = new Map();
  for (const element of manifest.modules.flatMap(({ declarations }) => declarations)) {
    for (const { name, type, fieldName, description } of element.attributes ?? [])
      if (!fieldName) others.set(name, `  /** ${description} */\n  "${name}"?: ${type.text};`);
    element.attributes = element.attributes?.filter(({ fieldName }) => fieldName);
  }
  return { manifest, others: [...others.values()].join('\n') };
}

// The generators write into the manifest that they are given.
const quiet = { outdir: TARGET, hideLogs: true };
const { manifest, others } = manifestOfProperties();
generateJsxTypes(manifest, {
  ...quiet,
  globalEvents: others,
  fileName: 'jsx.d.ts',
  globalTypePath: '../index.js',
  stronglyTypedEvents: true,
});
generateVsCodeCustomElementData(readManifest(), {
  ...quiet,
  htmlFileName: 'vscode.html-custom-data.json',
  cssFileName: 'vscode.css-custom-data.json',
});
generateJetBrainsWebTypes(readManifest(), {
  ...quiet,
  webTypesFileName: 'web-types.json',
  packageJson: false,
});
