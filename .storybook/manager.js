import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

const { matches: isDark } = globalThis.matchMedia('(prefers-color-scheme: dark)');

// Fonts of the machine: nothing is fetched for the frame either.
addons.setConfig({
  theme: create({
    base: isDark ? 'dark' : 'light',
    brandTitle: 'ev-widgets',
    brandUrl: './',
    brandTarget: '_self',
    fontBase: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    fontCode: 'ui-monospace, monospace',
  }),
});
