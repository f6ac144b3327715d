import type { Meta } from '@storybook/web-components-vite';

import {
  emptyNetwork,
  oneCityNetwork,
  oneStationNetwork,
  oneStatusNetwork,
  worldNetwork,
} from '../test/support/story-networks.js';
import { hide } from './acting.js';
import { failing, failingLater, interrupted, loading, ready } from './providers.js';
import { BRAND, NARROW, shown } from './story.js';

const TAG = 'ev-status-legend';

export default {
  title: 'Building blocks/ev-status-legend',
  component: TAG,
  argTypes: { dimension: { control: 'select', options: ['connection', 'evse', 'last-message', 'station'] } },
} satisfies Meta;

export const Default = shown(TAG);
export const Evse = shown(TAG, { args: { dimension: 'evse' } });
export const LastMessage = shown(TAG, { args: { dimension: 'last-message' } });
export const Station = shown(TAG, { args: { dimension: 'station' } });
export const UnknownDimension = shown(TAG, { args: { dimension: 'evses' } });
export const Loading = shown(TAG, { provider: loading });
export const Empty = shown(TAG, { provider: () => ready(emptyNetwork) });
export const ErrorBeforeData = shown(TAG, { provider: failing });
export const ErrorAfterData = shown(TAG, { provider: () => failingLater(worldNetwork) });
export const Stale = shown(TAG, { provider: () => interrupted(worldNetwork) });
export const NoProvider = shown(TAG, { provider: () => undefined });
export const OneStation = shown(TAG, { provider: () => ready(oneStationNetwork) });
export const OneStatus = shown(TAG, { provider: () => ready(oneStatusNetwork) });
export const TenThousandInOneCity = shown(TAG, { provider: () => ready(oneCityNetwork) });
export const HiddenStatus = shown(TAG, { play: hide('online') });
export const AllHidden = shown(TAG, { play: hide() });
export const Narrow = shown(TAG, { box: NARROW });
export const Brand = shown(TAG, { args: BRAND });
