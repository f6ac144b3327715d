import * as connectionMap from '../../stories/ev-connection-map.stories.js';
import { eachStory, statusStories } from './rendered.js';

describe('the stories of the connection map', () => {
  eachStory('ev-connection-map', statusStories(connectionMap));
});
