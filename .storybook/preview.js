import { setCustomElementsManifest } from '@storybook/web-components-vite';

import manifest from '../custom-elements.json';
import '../src/define/index.js';

setCustomElementsManifest(manifest);

/** The page as a light or a dark host has it. */
function inScheme(story, { globals }) {
  const { style } = globalThis.document.documentElement;
  style.colorScheme = globals.scheme;
  style.background = 'light-dark(#eef1f4, #0b0e11)';
  return story();
}

/** The page in a language, which decides its direction, unless that is chosen too. */
function inLanguage(story, { globals }) {
  const { documentElement: page } = globalThis.document;
  page.lang = globals.lang;
  if (globals.dir) page.dir = globals.dir;
  else page.removeAttribute('dir');
  return story();
}

export default {
  decorators: [inScheme, inLanguage],
  globalTypes: {
    lang: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'nl', title: 'Nederlands' },
          { value: 'de', title: 'Deutsch' },
          { value: 'fr', title: 'Français' },
          { value: 'es', title: 'Español' },
          { value: 'it', title: 'Italiano' },
          { value: 'pl', title: 'Polski' },
          { value: 'nb', title: 'Norsk bokmål' },
          { value: 'ar', title: 'العربية' },
          { value: 'he', title: 'עברית' },
        ],
        dynamicTitle: true,
      },
    },
    dir: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        items: [
          { value: '', title: 'As the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    scheme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'light dark', title: 'As the system' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { scheme: 'light', lang: 'en', dir: '' },
  parameters: {
    backgrounds: { disable: true },
    controls: { expanded: true },
    layout: 'padded',
  },
};
