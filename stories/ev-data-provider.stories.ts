import type { Meta } from '@storybook/web-components-vite';

import { emptyNetwork, worldNetwork } from '../test/support/story-networks.js';
import { failing, failingLater, interrupted, loading, ready } from './providers.js';
import { NARROW, shown } from './story.js';

const TAG = 'ev-data-provider';

export default {
  title: 'Building blocks/ev-data-provider',
  component: TAG,
  argTypes: { format: { control: 'select', options: ['network', 'ocpi'] } },
} satisfies Meta;

/** Whatever is inside shares its data and its filters. */
const content = '<ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend>';

export const Default = shown(TAG, { content });
export const FromAUrl = shown(TAG, {
  content,
  provider: () => undefined,
  args: { src: `data:application/json,${encodeURIComponent(JSON.stringify(worldNetwork()))}` },
});
export const Scope = shown(TAG, { content, args: { scope: { country: 'NL' } } });
export const UnknownFormat = shown(TAG, {
  content,
  provider: () => undefined,
  args: { src: 'network.csv', format: 'csv' },
});
export const WithoutData = shown(TAG, { content, provider: () => undefined });
export const Loading = shown(TAG, { content, provider: loading });
export const Empty = shown(TAG, { content, provider: () => ready(emptyNetwork) });
export const ErrorBeforeData = shown(TAG, { content, provider: failing });
export const ErrorAfterData = shown(TAG, { content, provider: () => failingLater(worldNetwork) });
export const Stale = shown(TAG, { content, provider: () => interrupted(worldNetwork) });
export const Narrow = shown(TAG, { content, box: NARROW });
