import type { Meta } from '@storybook/web-components-vite';

import { withHistory, worldNetwork } from '../test/support/story-networks.js';
import type { Brand } from './brands/brands.js';
import { ready } from './providers.js';
import { shown } from './story.js';

const TAG = 'ev-overview';

export default {
  title: 'Overview/Brands',
  component: TAG,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

const branded = (brand: Brand) =>
  shown(TAG, {
    brand,
    box: 'padding: var(--ev-gap)',
    provider: () => ready(() => withHistory(worldNetwork())),
  });

/** Dense and dark, for a room of screens at night. */
export const NightShift = branded('night-shift');
/** Roomy and light, for a portal that is read by day. */
export const Daylight = branded('daylight');
/** Black on white, or white on black where the page is dark, with lines around all that can be pressed. */
export const HighContrast = branded('high-contrast');
