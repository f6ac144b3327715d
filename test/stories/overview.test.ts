import { NightShift } from '../../stories/brands.stories.js';
import { MapsOnly } from '../../stories/compositions.stories.js';
import * as overview from '../../stories/ev-overview.stories.js';
import { eachStory } from './rendered.js';

describe('the stories of the overview', () => {
  eachStory('ev-overview', overview);
  // The others are as these: see also the stories of what they are made of, and test/stories/brands.test.ts.
  eachStory('ev-overview in a brand', { NightShift });
  eachStory('ev-overview taken apart', { MapsOnly });
});
