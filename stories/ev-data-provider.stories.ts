import type { Meta } from '@storybook/web-components-vite';

import { worldNetwork } from '../test/support/story-networks.js';
import { commonStories } from './common-stories.js';
import { shown } from './story.js';

const TAG = 'ev-data-provider';

export default {
  title: 'Building blocks/ev-data-provider',
  component: TAG,
} satisfies Meta;

/** Whatever is inside shares its data and its filters. */
const content = '<ev-connection-pie></ev-connection-pie><ev-status-legend></ev-status-legend>';

const stories = commonStories(TAG, { content });

export const Default = stories.Default;
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
export const WithoutData = shown(TAG, { content, isAlone: true, provider: () => undefined });
export const Loading = stories.Loading;
export const Empty = stories.Empty;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const Stale = stories.Stale;
export const Narrow = stories.Narrow;
