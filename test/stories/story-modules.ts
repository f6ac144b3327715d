import * as connectionMap from '../../stories/ev-connection-map.stories.js';
import * as connectionPie from '../../stories/ev-connection-pie.stories.js';
import * as dataProvider from '../../stories/ev-data-provider.stories.js';
import * as evseMap from '../../stories/ev-evse-map.stories.js';
import * as evsePie from '../../stories/ev-evse-pie.stories.js';
import * as lastOcppPie from '../../stories/ev-last-ocpp-pie.stories.js';
import * as overview from '../../stories/ev-overview.stories.js';
import * as panel from '../../stories/ev-panel.stories.js';
import * as stationList from '../../stories/ev-station-list.stories.js';
import * as stationPie from '../../stories/ev-station-pie.stories.js';
import * as statusLegend from '../../stories/ev-status-legend.stories.js';
import * as summary from '../../stories/ev-summary.stories.js';
import type { Story } from '../../stories/story.js';

/** The stories of each element, as they stand in its file. */
export const storyModules = [
  connectionMap,
  connectionPie,
  dataProvider,
  evseMap,
  evsePie,
  lastOcppPie,
  overview,
  panel,
  stationList,
  stationPie,
  statusLegend,
  summary,
].map(({ default: meta, ...stories }) => ({
  tag: meta.component,
  stories: stories as Readonly<Record<string, Story>>,
}));
