import { expect } from 'chai';

import { MOST_PAGES, OcpiPageCount } from '../../../src/provider/sources/ocpi-page-count.js';

describe('the count of pages of an OCPI feed', () => {
  it('R14: refuses a next page after the limit, of a feed whose every page has a new Location', () => {
    const count = new OcpiPageCount();
    for (let page = 1; page <= MOST_PAGES; page++) {
      // Before it, none of them is too many.
      if (page > 1) count.checkNext();
      count.add([{ country_code: 'NL', party_id: 'ABC', id: String(page) }], undefined);
    }
    expect(count.pages).to.equal(10_000);
    expect(() => count.checkNext()).to.throw(
      'it names a next page after 10000 pages, the most that are read.',
    );
  });
});
