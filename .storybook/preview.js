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

export default {
  decorators: [inScheme],
  globalTypes: {
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
  initialGlobals: { scheme: 'light' },
  parameters: {
    backgrounds: { disable: true },
    controls: { expanded: true },
    layout: 'padded',
  },
};
