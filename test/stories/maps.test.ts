import * as connectionMap from '../../stories/ev-connection-map.stories.js';
import * as evseMap from '../../stories/ev-evse-map.stories.js';
import { eachStory } from './rendered.js';

describe('the stories of the maps', () => {
  eachStory('ev-connection-map', connectionMap);
  eachStory('ev-evse-map', evseMap);
});
