import type { Meta } from '@storybook/web-components-vite';

import { worldNetwork } from '../test/support/story-networks.js';
import { press } from './acting.js';
import { failing, failingLater, interrupted, loading } from './providers.js';
import { BRAND, NARROW, shown } from './story.js';

const TAG = 'ev-panel';

export default { title: 'Building blocks/ev-panel', component: TAG } satisfies Meta;

const args = {
  heading: 'Where trouble is',
  help: 'Stations that are online, and what their EVSEs do. A station is offline after three heartbeats of silence.',
};
/** Several views in one frame show no frame of their own. */
const content = '<ev-connection-pie></ev-connection-pie><ev-station-pie></ev-station-pie>';

export const Default = shown(TAG, { args, content });
export const Help = shown(TAG, { args, content, play: press('help') });
export const WithoutHeading = shown(TAG, { content });
export const Loading = shown(TAG, { args, content, provider: loading });
export const ErrorBeforeData = shown(TAG, { args, content, provider: failing });
export const ErrorAfterData = shown(TAG, { args, content, provider: () => failingLater(worldNetwork) });
export const Stale = shown(TAG, { args, content, provider: () => interrupted(worldNetwork) });
export const NoProvider = shown(TAG, { args, content, provider: () => undefined });
export const Narrow = shown(TAG, { args, content, box: NARROW });
export const Wide = shown(TAG, { args, content, box: 'width: 1200px' });
export const Brand = shown(TAG, { args: { ...args, ...BRAND }, content });
