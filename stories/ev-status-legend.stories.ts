import type { Meta } from '@storybook/web-components-vite';

import { ControllableProvider } from '../test/support/controllable-provider.js';
import { withHistory, worldNetwork } from '../test/support/story-networks.js';
import { hide } from './acting.js';
import { commonStories } from './common-stories.js';
import { ready } from './providers.js';
import { shown } from './story.js';

const TAG = 'ev-status-legend';

export default {
  title: 'Building blocks/ev-status-legend',
  component: TAG,
} satisfies Meta;

const stories = commonStories(TAG);

export const Default = stories.Default;
export const Evse = shown(TAG, { args: { dimension: 'evse' } });
export const LastMessage = shown(TAG, { args: { dimension: 'last-message' } });
export const Station = shown(TAG, { args: { dimension: 'station' } });
export const UnknownDimension = shown(TAG, { args: { dimension: 'evses' } });
export const Loading = stories.Loading;
export const Empty = stories.Empty;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const Stale = stories.Stale;
export const NoProvider = stories.NoProvider;
export const OneStation = stories.OneStation;
export const OneStatus = stories.OneStatus;
export const TenThousandInOneCity = stories.TenThousandInOneCity;
export const HiddenStatus = shown(TAG, { play: hide('online') });
export const AllHidden = stories.AllHidden;
export const WithHistory = shown(TAG, { provider: () => ready(() => withHistory(worldNetwork())) });
export const ShortHistory = shown(TAG, { provider: () => ready(() => withHistory(worldNetwork(), 3)) });
/** As of a server that keeps no trend. */
export const WithoutTrend = shown(TAG, { provider: () => new ControllableProvider() });
export const Narrow = stories.Narrow;
export const Brand = stories.Brand;
