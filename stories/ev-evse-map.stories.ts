import type { Meta } from '@storybook/web-components-vite';

import {
  awkwardNamesNetwork,
  emptyNetwork,
  noEvsesNetwork,
  oneCityNetwork,
  oneStationNetwork,
  oneStatusNetwork,
  stackNetwork,
  unknownNetwork,
  worldNetwork,
} from '../test/support/story-networks.js';
import { hide, press } from './acting.js';
import { failing, failingLater, interrupted, loading, ready } from './providers.js';
import { BRAND, NARROW, shown } from './story.js';

const TAG = 'ev-evse-map';

export default { title: 'Maps/ev-evse-map', component: TAG } satisfies Meta;

/** A host that keeps its own details pages. */
const LINKS = { locationHref: '#/locations/{id}', stationHref: '#/stations/{id}' };

/** The legend of the map's own statuses. */
const EVSE_LEGEND = { tag: 'ev-status-legend', args: { dimension: 'evse' } };

export const Default = shown(TAG, { args: LINKS });
export const Loading = shown(TAG, { provider: loading });
export const Empty = shown(TAG, { provider: () => ready(emptyNetwork) });
export const ErrorBeforeData = shown(TAG, { provider: failing });
export const ErrorAfterData = shown(TAG, { provider: () => failingLater(worldNetwork) });
export const Stale = shown(TAG, { provider: () => interrupted(worldNetwork) });
export const NoProvider = shown(TAG, { provider: () => undefined });
export const OneStation = shown(TAG, { provider: () => ready(oneStationNetwork) });
export const Popup = shown(TAG, {
  provider: () => ready(oneStationNetwork),
  args: LINKS,
  play: press('pin'),
});
export const Stack = shown(TAG, { provider: () => ready(stackNetwork), play: press('cluster') });
export const AwkwardNames = shown(TAG, { provider: () => ready(awkwardNamesNetwork), play: press('pin') });
export const OneStatus = shown(TAG, { provider: () => ready(oneStatusNetwork) });
export const AllUnknown = shown(TAG, { provider: () => ready(() => unknownNetwork('evse')) });
export const NoEvses = shown(TAG, { provider: () => ready(noEvsesNetwork) });
export const TenThousandInOneCity = shown(TAG, { provider: () => ready(oneCityNetwork) });
export const HiddenStatus = shown(TAG, { beside: EVSE_LEGEND, play: hide('available') });
export const AllHidden = shown(TAG, { beside: EVSE_LEGEND, play: hide() });
export const Narrow = shown(TAG, { box: NARROW });
export const Wide = shown(TAG, { box: 'width: 1200px' });
export const Brand = shown(TAG, { args: BRAND });
