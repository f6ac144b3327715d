import type { Meta } from '@storybook/web-components-vite';

import { mapStories } from './common-stories.js';
import { shown } from './story.js';

const TAG = 'ev-evse-map';

export default { title: 'Maps/ev-evse-map', component: TAG } satisfies Meta;

const stories = mapStories(TAG, 'evse');

export const Default = stories.Default;
export const Loading = stories.Loading;
export const Empty = stories.Empty;
export const ErrorBeforeData = stories.ErrorBeforeData;
export const ErrorAfterData = stories.ErrorAfterData;
export const MissingData = stories.MissingData;
export const Stale = stories.Stale;
export const NoProvider = stories.NoProvider;
export const OneStation = stories.OneStation;
export const TroubleOnly = stories.TroubleOnly;
export const NoTrouble = stories.NoTrouble;
export const Town = stories.Town;
export const TownWithoutStreets = stories.TownWithoutStreets;
export const MapTiles = stories.MapTiles;
export const BackAfterClick = stories.BackAfterClick;
export const Popup = stories.Popup;
export const PopupOfTrouble = stories.PopupOfTrouble;
export const PopupNarrow = stories.PopupNarrow;
export const Stack = stories.Stack;
export const StackOfTrouble = stories.StackOfTrouble;
export const AwkwardNames = stories.AwkwardNames;
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
export const Patterned = shown(TAG, { args: { '--ev-patterns': 1 } });
