import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

import { PAGE_FONTS } from './page-fonts.js';

const { matches: isDark } = globalThis.matchMedia('(prefers-color-scheme: dark)');

addons.setConfig({
  theme: create({
    base: isDark ? 'dark' : 'light',
    brandTitle: 'ev-widgets',
    brandUrl: './',
    brandTarget: '_self',
    ...PAGE_FONTS,
  }),
});
