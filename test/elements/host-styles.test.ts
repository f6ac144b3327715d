import { expect } from 'chai';

import '../../src/define/index.js';
import { clearPage, mount, settled } from '../support/page.js';

/** What an element inherits or is given, with the custom properties that pages often have. */
function lookOf(element: Element): Record<string, string> {
  const style = getComputedStyle(element);
  const own = ['--text', '--surface', '--muted', '--line', '--gap', '--space', '--radius', '--unit'];
  return Object.fromEntries([...style, ...own].map(name => [name, style.getPropertyValue(name)]));
}

const PAGE =
  'color: rgb(1, 2, 3); direction: rtl; font: italic 20px / 40px serif; --text: teal; --gap: 40px; --radius: 0; --space: 9px';

describe('the look of a page', () => {
  afterEach(clearPage);

  it('stays its own inside an ev-data-provider, whatever its language', async () => {
    const page = mount(
      `<div style="${PAGE}" lang="he"><p>Outside</p><ev-data-provider><p>Inside</p></ev-data-provider></div>`,
    );
    await settled(page);
    const [outside, inside] = page.querySelectorAll('p');
    expect(lookOf(inside!)).to.deep.equal(lookOf(outside!));
  });

  it('has its own custom properties inside an ev-panel too', async () => {
    const page = mount(`<div style="${PAGE}"><ev-panel><p>Inside</p></ev-panel></div>`);
    await settled(page);
    const look = lookOf(page.querySelector('p')!);
    const named = ['--text', '--gap', '--radius', '--space'].map(name => look[name]);
    expect(named).to.deep.equal(['teal', '40px', '0', '9px']);
  });
});
