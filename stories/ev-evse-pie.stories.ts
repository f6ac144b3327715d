import type { Meta } from '@storybook/web-components-vite';

import {
  emptyNetwork,
  noEvsesNetwork,
  oneCityNetwork,
  oneStationNetwork,
  oneStatusNetwork,
  unknownNetwork,
  worldNetwork,
} from '../test/support/story-networks.js';
import { hide } from './acting.js';
import { failing, failingLater, interrupted, loading, ready } from './providers.js';
import { BRAND, NARROW, shown } from './story.js';

const TAG = 'ev-evse-pie';

export default { title: 'Pies/ev-evse-pie', component: TAG } satisfies Meta;

export const Default = shown(TAG);
export const Loading = shown(TAG, { provider: loading });
export const Empty = shown(TAG, { provider: () => ready(emptyNetwork) });
export const ErrorBeforeData = shown(TAG, { provider: failing });
export const ErrorAfterData = shown(TAG, { provider: () => failingLater(worldNetwork) });
export const Stale = shown(TAG, { provider: () => interrupted(worldNetwork) });
export const NoProvider = shown(TAG, { provider: () => undefined });
export const OneStation = shown(TAG, { provider: () => ready(oneStationNetwork) });
export const OneStatus = shown(TAG, { provider: () => ready(oneStatusNetwork) });
export const AllUnknown = shown(TAG, { provider: () => ready(() => unknownNetwork('evse')) });
export const NoEvses = shown(TAG, { provider: () => ready(noEvsesNetwork) });
export const TenThousandInOneCity = shown(TAG, { provider: () => ready(oneCityNetwork) });
export const HiddenStatus = shown(TAG, { play: hide('available') });
export const AllHidden = shown(TAG, { play: hide() });
export const Narrow = shown(TAG, { box: NARROW });
export const Wide = shown(TAG, { box: 'width: 1200px' });
export const Brand = shown(TAG, { args: BRAND });
export const IncludingOffline = shown(TAG, { args: { includeOffline: true } });
