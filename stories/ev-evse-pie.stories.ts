import type { Meta } from '@storybook/web-components-vite';

import { sectionStories } from './common-stories.js';
import { shown } from './story.js';

const TAG = 'ev-evse-pie';

export default { title: 'Pies/ev-evse-pie', component: TAG } satisfies Meta;

const stories = sectionStories(TAG, 'evse');

export const Default = stories.Default;
export const Loading = stories.Loading;
export const Empty = stories.Empty;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const MissingData = stories.MissingData;
export const Stale = stories.Stale;
export const NoProvider = stories.NoProvider;
export const OneStation = stories.OneStation;
export const OneStatus = stories.OneStatus;
export const AllUnknown = stories.AllUnknown;
export const NoEvses = stories.NoEvses;
export const TenThousandInOneCity = stories.TenThousandInOneCity;
export const HiddenStatus = stories.HiddenStatus;
export const Tooltip = stories.Tooltip;
export const AllHidden = stories.AllHidden;
export const Narrow = stories.Narrow;
export const Wide = stories.Wide;
export const Brand = stories.Brand;
export const IncludingOffline = shown(TAG, { args: { 'include-offline': true } });
export const Patterned = shown(TAG, { args: { '--ev-patterns': 1 } });
