import type { Meta } from '@storybook/web-components-vite';

import {
  emptyNetwork,
  oneCityNetwork,
  oneStationNetwork,
  oneStatusNetwork,
  unknownNetwork,
  worldNetwork,
} from '../test/support/story-networks.js';
import { hide, press } from './acting.js';
import { failing, failingLater, interrupted, loading, ready } from './providers.js';
import { BRAND, NARROW, shown } from './story.js';

const TAG = 'ev-overview';

export default {
  title: 'Overview/ev-overview',
  component: TAG,
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

export const Default = shown(TAG);
export const ListBehindASlice = shown(TAG, { play: press('slice') });
export const Loading = shown(TAG, { provider: loading });
export const Empty = shown(TAG, { provider: () => ready(emptyNetwork) });
export const ErrorBeforeData = shown(TAG, { provider: failing });
export const ErrorAfterData = shown(TAG, { provider: () => failingLater(worldNetwork) });
export const Stale = shown(TAG, { provider: () => interrupted(worldNetwork) });
export const NoProvider = shown(TAG, { provider: () => undefined });
export const OneStation = shown(TAG, { provider: () => ready(oneStationNetwork) });
export const OneStatus = shown(TAG, { provider: () => ready(oneStatusNetwork) });
export const AllUnknown = shown(TAG, { provider: () => ready(() => unknownNetwork('connection')) });
export const TenThousandInOneCity = shown(TAG, { provider: () => ready(oneCityNetwork) });
export const AllHidden = shown(TAG, { play: hide() });
export const Narrow = shown(TAG, { box: NARROW });
export const Wide = shown(TAG, { box: 'width: 1600px' });
export const Brand = shown(TAG, { args: BRAND });
