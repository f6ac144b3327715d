import { expect } from 'chai';

import { isPageHidden, onReturn, onVisibilityChange } from '../../src/provider/page-attention.js';
import { restoreVisibility, setHidden } from '../support/hidden-page.js';

describe('The attention that a page has', () => {
  afterEach(restoreVisibility);

  it('is told when it is hidden and seen again, until nobody asks', () => {
    const asking = new AbortController();
    const told: boolean[] = [];
    onVisibilityChange(isHidden => told.push(isHidden), asking.signal);
    setHidden(true);
    expect(isPageHidden()).to.equal(true);
    setHidden(false);
    expect(isPageHidden()).to.equal(false);
    asking.abort();
    setHidden(true);
    expect(told).to.deep.equal([true, false]);
  });

  it('is back when the page is seen again, or its machine online again', () => {
    const asking = new AbortController();
    let returns = 0;
    onReturn(() => returns++, asking.signal);
    setHidden(true);
    expect(returns).to.equal(0);
    setHidden(false);
    expect(returns).to.equal(1);
    dispatchEvent(new Event('online'));
    expect(returns).to.equal(2);
    asking.abort();
    dispatchEvent(new Event('online'));
    expect(returns).to.equal(2);
  });
});
