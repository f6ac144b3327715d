import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import lit from 'eslint-plugin-lit';
import globals from 'globals';
import ts from 'typescript-eslint';

/** src's folders, from the ground up: each may import only from those before it. */
const layers = ['model', 'network', 'provider', 'render', 'elements', 'define'];

const importDirection = layers.map((layer, index) => {
  const above = layers.slice(index + 1);
  const upward = {
    group: above.flatMap(folder => [`**/${folder}/*`]),
    message: `src/${layer}/ may import only from ${layers.slice(0, index + 1).join(', ')}.`,
  };
  const indexes = { group: ['**/index.js'], message: 'Import the file that defines it, not an index.' };
  return {
    files: [`src/${layer}/**/*.ts`],
    ignores: ['src/define/index.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: above.length > 0 ? [upward, indexes] : [indexes] }],
    },
  };
});

/** The model and the engine run in a tab, a worker and Node alike, and are told the time. */
const pure = {
  files: ['src/model/**/*.ts', 'src/network/**/*.ts'],
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

const onlyMapView = {
  files: ['src/**/*.ts'],
  ignores: ['src/render/map-view.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: 'maplibre-gl',
            message: 'Only src/render/map-view.ts imports maplibre-gl.',
            allowTypeImports: true,
          },
        ],
      },
    ],
  },
};

export default ts.config(
  { ignores: ['dist', 'node_modules', 'storybook-static', 'src/render/generated', 'coverage'] },
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
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  { files: ['examples/portal/page/**/*.js'], languageOptions: { globals: { ...globals.browser } } },
  ...importDirection,
  pure,
  onlyMapView,
  prettier,
);
