import * as evseMap from '../../stories/ev-evse-map.stories.js';
import { eachStory } from './rendered.js';

describe('the stories of the EVSE map', () => {
  eachStory('ev-evse-map', evseMap);
});
