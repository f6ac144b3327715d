import type { Meta } from '@storybook/web-components-vite';

import {
  awkwardNamesNetwork,
  emptyNetwork,
  noEvsesNetwork,
  oneCityNetwork,
  oneStationNetwork,
  unknownNetwork,
  worldNetwork,
} from '../test/support/story-networks.js';
import { failing, failingLater, interrupted, loading, ready } from './providers.js';
import { BRAND, NARROW, shown } from './story.js';

const TAG = 'ev-station-list';

export default {
  title: 'Lists/ev-station-list',
  component: TAG,
  argTypes: { tab: { control: 'select', options: ['online', 'normal', 'offline'] } },
} satisfies Meta;

/** The list fills the box that a host gives it. */
const box = 'height: 480px';

export const Default = shown(TAG, { box });
export const BehindASlice = shown(TAG, {
  box,
  args: { filter: { connection: ['online'], evse: ['faulted'] } },
});
export const OfflineTab = shown(TAG, { box, args: { tab: 'offline' } });
export const Loading = shown(TAG, { box, provider: loading });
export const Empty = shown(TAG, { box, provider: () => ready(emptyNetwork) });
export const ErrorBeforeData = shown(TAG, { box, provider: failing });
export const ErrorAfterData = shown(TAG, { box, provider: () => failingLater(worldNetwork) });
export const Stale = shown(TAG, { box, provider: () => interrupted(worldNetwork) });
export const NoProvider = shown(TAG, { box, provider: () => undefined });
export const OneStation = shown(TAG, { box, provider: () => ready(oneStationNetwork) });
export const AwkwardNames = shown(TAG, { box, provider: () => ready(awkwardNamesNetwork) });
export const AllUnknown = shown(TAG, {
  box,
  provider: () => ready(() => unknownNetwork('connection')),
  args: { tab: 'normal' },
});
export const NoEvses = shown(TAG, { box, provider: () => ready(noEvsesNetwork) });
export const TenThousandInOneCity = shown(TAG, { box, provider: () => ready(oneCityNetwork) });
export const Narrow = shown(TAG, { box: `${NARROW}; ${box}` });
export const Wide = shown(TAG, { box: `width: 1200px; ${box}` });
export const Brand = shown(TAG, { box, args: BRAND });
