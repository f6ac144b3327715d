import type { Meta } from '@storybook/web-components-vite';

import { unknownNetwork, withHistory, worldNetwork } from '../test/support/story-networks.js';
import { press } from './acting.js';
import { commonStories } from './common-stories.js';
import { ready } from './providers.js';
import { shown } from './story.js';
import { streetFile, TOWN } from './street-file.js';

const TAG = 'ev-overview';

export default {
  title: 'Overview/ev-overview',
  component: TAG,
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

const provider = () => ready(() => withHistory(worldNetwork()));
const stories = commonStories(TAG);

export const Default = stories.Default;
export const ListBehindASlice = shown(TAG, { isApart: true, play: press('slice') });
export const CountriesToChoose = shown(TAG, { isApart: true, play: press('filter') });
export const CountryAndOperatorChosen = shown(TAG, {
  args: { state: { scope: { country: ['NL', 'DE'], operator: ['North Grid'] } } },
});
export const TroubleOnly = shown(TAG, { play: press('trouble-only') });
export const WithHistory = shown(TAG, { provider });
export const MapTiles = shown(TAG, { args: { center: TOWN.join(), zoom: 12, 'map-tiles': streetFile() } });
export const Loading = stories.Loading;
export const Empty = stories.Empty;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const MissingData = stories.MissingData;
export const MissingDataShown = stories.MissingDataShown;
export const Stale = stories.Stale;
export const NoProvider = stories.NoProvider;
export const OneStation = stories.OneStation;
export const OneStatus = stories.OneStatus;
export const AllUnknown = shown(TAG, { provider: () => ready(() => unknownNetwork('connection')) });
export const TenThousandInOneCity = stories.TenThousandInOneCity;
export const AllHidden = stories.AllHidden;
export const Narrow = stories.Narrow;
export const Wide = shown(TAG, { box: 'width: 1600px' });
export const Wall = shown(TAG, { provider, box: 'width: 3840px' });
export const RightToLeft = shown(TAG, { provider, args: { lang: 'ar' } });
export const Brand = stories.Brand;
