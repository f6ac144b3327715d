import type { Meta } from '@storybook/web-components-vite';

import { troubleNetwork, unknownNetwork } from '../test/support/story-networks.js';
import { press } from './acting.js';
import { commonStories } from './common-stories.js';
import { ready } from './providers.js';
import { shown } from './story.js';

const TAG = 'ev-station-list';

export default {
  title: 'Lists/ev-station-list',
  component: TAG,
} satisfies Meta;

/** The list fills the box that a host gives it. */
const box = 'height: 480px';

const stories = commonStories(TAG, { box });

export const Default = stories.Default;
export const BehindASlice = shown(TAG, {
  box,
  args: { filter: { connection: ['online'], evse: ['faulted'] } },
});
export const OfflineTab = shown(TAG, { box, args: { tab: 'offline' } });
/** Newest trouble first, with since when, how that is known and what was said of it (R27); rows open in place. */
export const Trouble = shown(TAG, {
  box,
  provider: () => ready(troubleNetwork),
  args: { filter: { troubleFor: 0 } },
});
export const OpenedRow = shown(TAG, {
  box,
  provider: () => ready(troubleNetwork),
  args: { filter: { troubleFor: 0 } },
  play: press('disclosure'),
});
export const Narrowed = shown(TAG, {
  box,
  args: { tab: 'normal', narrowing: { country: 'NL', operator: 'Volt Street', troubleFor: 3600 } },
});
export const NarrowedToNothing = shown(TAG, {
  box,
  args: { narrowing: { country: 'NL', operator: 'No such operator' } },
});
export const Loading = stories.Loading;
export const Empty = stories.Empty;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const Stale = stories.Stale;
export const NoProvider = stories.NoProvider;
export const OneStation = stories.OneStation;
export const AwkwardNames = stories.AwkwardNames;
export const AllUnknown = shown(TAG, {
  box,
  provider: () => ready(() => unknownNetwork('connection')),
  args: { tab: 'normal' },
});
export const NoEvses = stories.NoEvses;
export const TenThousandInOneCity = stories.TenThousandInOneCity;
export const Narrow = stories.Narrow;
export const Wide = stories.Wide;
export const RightToLeft = shown(TAG, { box, args: { lang: 'he' } });
export const Brand = stories.Brand;
