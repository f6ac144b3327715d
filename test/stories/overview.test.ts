import * as overview from '../../stories/ev-overview.stories.js';
import { eachStory } from './rendered.js';

describe('the stories of the overview', () => {
  eachStory('ev-overview', overview);
});
