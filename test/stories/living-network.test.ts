import { expect } from 'chai';

import { BruteForce } from '../../src/testing/brute-force.js';
import { changesOf } from '../../stories/living-network.js';
import { worldNetwork } from '../support/story-networks.js';

describe('the network that changes in stories', () => {
  it('charges, fails and comes back, and stays mostly well, for an hour', () => {
    const { locations } = worldNetwork();
    const changes = changesOf(locations.flatMap(({ stations }) => stations));
    const charging = new Set<number>();
    for (let step = 0; step < 2400; step++) {
      const { asOf } = changes.next().value;
      if (step % 240 > 0) continue;
      const network = new BruteForce(locations, asOf as number);
      const { total, byStatus } = network.counts('connection');
      expect(byStatus.offline! / total, `offline at step ${step}`).to.be.within(0.02, 0.25);
      const evses = network.counts('evse');
      expect(evses.byStatus.faulted! / evses.total, `faulted at step ${step}`).to.be.within(0.02, 0.25);
      charging.add(evses.byStatus.charging!);
    }
    expect(charging.size, 'different numbers of EVSEs that charge').to.be.above(5);
  });
});
