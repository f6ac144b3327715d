import type { Meta } from '@storybook/web-components-vite';

import { press } from './acting.js';
import { commonStories } from './common-stories.js';
import { shown } from './story.js';

const TAG = 'ev-panel';

export default { title: 'Building blocks/ev-panel', component: TAG } satisfies Meta;

const args = {
  heading: 'Where trouble is',
  help: 'Stations that are online, and what their EVSEs do. A station is offline after three heartbeats of silence.',
};
/** Several views in one frame show no frame of their own. */
const content = '<ev-connection-pie></ev-connection-pie><ev-station-pie></ev-station-pie>';

const stories = commonStories(TAG, { args, content });

export const Default = stories.Default;
export const Help = shown(TAG, { args, content, play: press('help') });
/** What it shows as a picture and as a table. */
export const SaveOrCopy = shown(TAG, { args, content, isApart: true, play: press('save', 'save-choice') });
export const WithoutHeading = shown(TAG, { content });
export const Loading = stories.Loading;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const MissingData = stories.MissingData;
export const MissingDataShown = stories.MissingDataShown;
export const Stale = stories.Stale;
export const NoProvider = stories.NoProvider;
export const Narrow = stories.Narrow;
export const Wide = stories.Wide;
export const Brand = stories.Brand;
