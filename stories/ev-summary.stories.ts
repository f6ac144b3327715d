import type { Meta } from '@storybook/web-components-vite';

import { ControllableProvider } from '../test/support/controllable-provider.js';
import {
  oneStatusNetwork,
  unknownNetwork,
  withHistory,
  worldNetwork,
} from '../test/support/story-networks.js';
import { dayOf } from '../test/support/trends.js';
import { commonStories } from './common-stories.js';
import { provide, ready } from './providers.js';
import { shown } from './story.js';

const TAG = 'ev-summary';

export default { title: 'Overview/ev-summary', component: TAG } satisfies Meta;

const provider = () => ready(() => withHistory(worldNetwork()));
const stories = commonStories(TAG);

const LONG = {
  connection: { online: 1_234_567, offline: 1_012_345, unknown: 54_321 },
  evse: { available: 2_345_678, charging: 987_654, faulted: 123_456, undefined: 98_765 },
  'last-message': {
    'under-15m': 1_200_000,
    'under-1h': 90_000,
    'under-24h': 9_000,
    'under-7d': 876_543,
    older: 100_000,
  },
  station: {},
};

function longNumbers(): ControllableProvider {
  const long = new ControllableProvider();
  long.answers.counts = dimension => LONG[dimension];
  long.keepTrend(dimension => dayOf(dimension, LONG[dimension]));
  return long;
}

/** As from OCPI, which does not tell when a station sent its last message. */
function updates() {
  return provide({ lastMessageIs: 'update', load: () => Promise.resolve(withHistory(worldNetwork())) });
}

export const Default = shown(TAG, { provider });
export const AllWell = shown(TAG, { provider: () => ready(() => withHistory(oneStatusNetwork())) });
export const AllInTrouble = shown(TAG, { provider: () => ready(() => unknownNetwork('last-message')) });
export const LongNumbers = shown(TAG, { provider: longNumbers });
export const LongNumbersNarrow = shown(TAG, { provider: longNumbers, box: 'width: 320px' });
export const ShortHistory = shown(TAG, { provider: () => ready(() => withHistory(worldNetwork(), 3)) });
export const WithoutHistory = stories.Default;
export const UpdatesInPlaceOfMessages = shown(TAG, { provider: updates });
export const Loading = stories.Loading;
export const Empty = stories.Empty;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const Stale = stories.Stale;
export const NoProvider = stories.NoProvider;
export const NoEvses = stories.NoEvses;
export const Narrow = shown(TAG, { provider, box: 'width: 320px' });
export const Wall = shown(TAG, { provider, box: 'width: 3840px' });
export const Brand = stories.Brand;
