import * as connectionMap from '../../stories/ev-connection-map.stories.js';
import { eachStory } from './rendered.js';

describe('the stories of the connection map', () => {
  eachStory('ev-connection-map', connectionMap);
});
