// First: it watches the styles of all that comes after it.
import './emulated-media.js';

import { action } from 'storybook/actions';
import { useEffect } from 'storybook/preview-api';

import manifest from '../custom-elements.json';
import '../src/define/index.js';
import { brandsLoaded } from '../stories/brands/brands.js';
import { argTypesOf, descriptionOf, switchedOff } from './arg-types.js';
import { DocsPage } from './docs-page.jsx';
import { tellEvents } from './event-actions.js';
import { PageContainer } from './page-container.jsx';
import { dress, TOOLBARS } from './page-look.js';

await brandsLoaded();

export default {
  tags: ['autodocs'],
  decorators: [
    (story, { globals }) => {
      dress(globals);
      return story();
    },
    (story, { canvasElement, component }) => {
      useEffect(() => tellEvents(manifest, canvasElement, component, action), [canvasElement, component]);
      return story();
    },
  ],
  argsEnhancers: [({ argTypes, initialArgs }) => ({ ...switchedOff(argTypes), ...initialArgs })],
  globalTypes: TOOLBARS,
  initialGlobals: {
    scheme: 'light',
    brand: '',
    density: '',
    lang: 'en',
    dir: '',
    forcedColors: '',
    motion: '',
  },
  parameters: {
    // A story is a piece of a host's page, which has its landmarks and headings; the tests leave these out too.
    a11y: {
      config: {
        rules: [
          { id: 'region', enabled: false },
          { id: 'heading-order', enabled: false },
        ],
      },
    },
    backgrounds: { disable: true },
    controls: { expanded: true, exclude: /^(event|slot|part|state|method):/ },
    docs: {
      container: PageContainer,
      page: DocsPage,
      toc: { headingSelector: 'h2, h3', title: 'On this page' },
      source: { type: 'code', language: 'html' },
      extractArgTypes: tag => argTypesOf(manifest, tag),
      extractComponentDescription: tag => descriptionOf(manifest, tag),
    },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Overview',
          ['Introduction', 'Compositions', 'Brands', 'ev-overview', 'ev-summary'],
          'Maps',
          'Pies',
          'Lists',
          'Building blocks',
          'Guides',
          ['Theming', 'Data', 'Events', 'Accessibility', 'Performance', 'Hosts'],
        ],
      },
    },
  },
};
