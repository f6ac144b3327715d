import { basename, dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import lit from 'eslint-plugin-lit';
import globals from 'globals';
import ts from 'typescript-eslint';

/** src's folders and files, from the ground up: each may import only from its own line and those before it. */
const LAYERS = [
  'model/*',
  'model/columns/*',
  'model/ocpi/*',
  'model/ocpp/*',
  'engine/store/*',
  'engine/counts/*',
  'engine/*',
  'provider/data-provider',
  'provider/abortable',
  'provider/delay',
  'provider/page-attention',
  'provider/page-clock',
  'provider/page-url',
  'provider/reason-of',
  'provider/retry-delay',
  'provider/arrival',
  'provider/warn-once',
  'provider/sources/*',
  'provider/worker/*',
  'provider/*',
  'messages/*',
  'render/shared/*',
  'render/pie/*',
  'render/popup/*',
  'render/list/*',
  'render/map/*',
  'render/picture/*',
  'render/*',
  'elements/events',
  'elements/controllers/*',
  'elements/*',
  'define/*',
  'testing/*',
];

const SOURCE = fileURLToPath(new URL('src/', import.meta.url));

/** The index of the line of `LAYERS` that a file of src stands in; -1 where none does. */
function layerOf(file) {
  const path = relative(SOURCE, file)
    .replaceAll('\\', '/')
    .replace(/\.[jt]s$/, '');
  const exact = LAYERS.indexOf(path);
  return exact >= 0 ? exact : LAYERS.indexOf(`${dirname(path)}/*`);
}

const importDirection = {
  create(context) {
    const own = layerOf(context.filename);
    const check = ({ source }) => {
      if (source?.type !== 'Literal' || !source.value.startsWith('.')) return;
      const file = resolve(dirname(context.filename), source.value);
      const imported = layerOf(file);
      if (imported > own) {
        context.report({
          node: source,
          message: `${LAYERS[own]} may not import ${LAYERS[imported]}, which stands above it.`,
        });
      }
      if (basename(file) === 'index.js') {
        context.report({ node: source, message: 'Import the file that defines it, not an index.' });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

const layered = {
  files: ['src/**/*.ts'],
  ignores: ['src/index.ts', 'src/cdn.ts', 'src/define/index.ts', 'src/render/map/generated/**'],
  plugins: { 'ev-widgets': { rules: { 'import-direction': importDirection } } },
  rules: { 'ev-widgets/import-direction': 'error' },
};

/** The model and the engine run in a tab, a worker and Node alike, and are told the time. */
const pure = {
  files: ['src/model/**/*.ts', 'src/engine/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      'window',
      'document',
      'navigator',
      'performance',
      'setTimeout',
      'setInterval',
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Time is an argument: `now`.' },
      { object: 'Math', property: 'random', message: 'The rules are deterministic.' },
    ],
  },
};

/** What checks providers shares no code with the one that it is checked by. */
const independentOracle = {
  files: ['src/testing/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^\\.\\./(?!model/|provider/data-provider\\.js$)',
            message: 'src/testing imports only the model and the types of DataProvider.',
          },
        ],
      },
    ],
  },
};

const onlyMapView = {
  files: ['src/**/*.ts'],
  ignores: ['src/render/map/maplibre-view.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: 'maplibre-gl',
            message: 'Only src/render/map/maplibre-view.ts imports maplibre-gl.',
            allowTypeImports: true,
          },
        ],
      },
    ],
  },
};

export default ts.config(
  {
    ignores: [
      'dist',
      'server/dist',
      'node_modules',
      'storybook-static',
      'src/render/map/generated',
      'coverage',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  { files: ['src/**/*.ts', 'stories/**/*.ts'], ...lit.configs['flat/recommended'] },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-expressions': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['examples/portal/page/**/*.js', 'examples/hosts/**/*.{js,jsx,mjs}'],
    languageOptions: { globals: { ...globals.browser } },
  },
  layered,
  pure,
  independentOracle,
  onlyMapView,
  prettier,
);
