import { expect } from 'chai';

import { localizeFor } from '../../../src/messages/nearest-language.js';
import { labelOf } from '../../../src/render/shared/status-label.js';

describe('the names of last-message statuses', () => {
  for (const [status, label] of [
    ['under-15m', 'Under 15 minutes'],
    ['under-1h', 'Under 1 hour'],
    ['under-24h', 'Under 24 hours'],
    ['under-90s', 'Under 90 seconds'],
    ['over-24h', 'Over 24 hours'],
    ['older', 'Older'],
    ['of a host', 'of a host'],
  ] as const) {
    it(`R7: reads ${status} as ${label}`, () => {
      expect(labelOf(localizeFor('en'), 'last-message', status)).to.equal(label);
    });
  }
});
