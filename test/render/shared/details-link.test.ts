import { expect } from 'chai';
import fc from 'fast-check';

import { detailsHref } from '../../../src/model/details-href.js';

describe('a link to a details page', () => {
  it('R18: reads as http or https to the browser, whatever a record says', () => {
    const schemes = fc.constantFrom('javascript', 'data', 'vbscript', 'https', 'blob', 'x');
    const noise = fc.string({ unit: fc.constantFrom(...' \t\n\r\u0000\u001f:/\\aJ'), maxLength: 4 });
    const hrefs = fc
      .tuple(noise, schemes, noise, fc.constantFrom(':', ''), fc.string())
      .map(parts => parts.join(''));
    const anchor = document.createElement('a');
    fc.assert(
      fc.property(fc.oneof(hrefs, fc.string({ unit: 'binary' })), href => {
        const link = detailsHref('1', href, undefined);
        if (link === undefined) return;
        anchor.href = link;
        // One that cannot be read from this page leads nowhere.
        expect(['http:', 'https:', ':']).to.include(anchor.protocol);
      }),
      { numRuns: 500 },
    );
  });
});
