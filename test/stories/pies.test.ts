import { expect } from 'chai';

import * as connectionPie from '../../stories/ev-connection-pie.stories.js';
import * as evsePie from '../../stories/ev-evse-pie.stories.js';
import * as lastOcppPie from '../../stories/ev-last-ocpp-pie.stories.js';
import * as stationPie from '../../stories/ev-station-pie.stories.js';
import { eachStory, negativeControl, statusStories } from './rendered.js';

describe('the stories of the pies', () => {
  it('axe finds a button without a name, and text of too little contrast', async () => {
    const found = await negativeControl();
    expect(found.filter(finding => finding.startsWith('button-name'))).to.have.length(1);
    expect(found.filter(finding => finding.startsWith('color-contrast'))).to.have.length(1);
  });

  eachStory('ev-connection-pie', statusStories(connectionPie));
  eachStory('ev-evse-pie', evsePie);
  eachStory('ev-last-ocpp-pie', statusStories(lastOcppPie));
  eachStory('ev-station-pie', statusStories(stationPie));
});
