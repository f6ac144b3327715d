import * as dataProvider from '../../stories/ev-data-provider.stories.js';
import * as panel from '../../stories/ev-panel.stories.js';
import * as stationList from '../../stories/ev-station-list.stories.js';
import * as statusLegend from '../../stories/ev-status-legend.stories.js';
import * as summary from '../../stories/ev-summary.stories.js';
import { eachStory } from './rendered.js';

describe('the stories of what overviews are built of', () => {
  eachStory('ev-data-provider', dataProvider);
  eachStory('ev-panel', panel);
  eachStory('ev-station-list', stationList);
  eachStory('ev-status-legend', statusLegend);
  eachStory('ev-summary', summary);
});
