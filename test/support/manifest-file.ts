import { readFileSync } from 'node:fs';

import type { Manifest } from '../../.storybook/manifest.js';

/** custom-elements.json, which Storybook is given by its bundler. */
export const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
