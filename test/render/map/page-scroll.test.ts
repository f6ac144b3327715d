import { expect } from 'chai';

import { isInScrolledPage } from '../../../src/render/map/page-scroll.js';
import { clearPage, mount } from '../../support/page.js';

const TALL = '<div style="height: 5000px"></div>';

/** A box around its slot, in a shadow root. */
class SlottedBox extends HTMLElement {
  connectedCallback(): void {
    this.attachShadow({ mode: 'open' }).innerHTML = `<div style="${this.title}"><slot></slot></div>`;
  }
}
customElements.define('slotted-box', SlottedBox);

describe('whether the page around a map scrolls', () => {
  afterEach(() => {
    document.documentElement.style.overflow = '';
    clearPage();
  });

  const MAP = '<i class="map">map</i>';
  const isScrolled = (markup: string) =>
    isInScrolledPage(mount(`<div>${markup}</div>`).querySelector('.map')!);

  it('it does not where all of it is in view', () => {
    expect(isScrolled(MAP)).to.equal(false);
    expect(isScrolled(`<div style="overflow: auto; height: 200px">${MAP}</div>`)).to.equal(false);
  });

  it('it does where it is higher than the window, unless it is kept from scrolling', () => {
    expect(isScrolled(MAP + TALL)).to.equal(true);
    document.documentElement.style.overflow = 'hidden';
    expect(isScrolled(MAP + TALL)).to.equal(false);
  });

  for (const [overflow, scrolls] of [
    ['auto', true],
    ['scroll', true],
    ['hidden', false],
    ['clip', false],
  ] as const) {
    it(`a box with overflow ${overflow} ${scrolls ? 'does' : 'does not'}`, () => {
      const style = `overflow: ${overflow}; height: 200px`;
      expect(isScrolled(`<div style="${style}">${MAP}${TALL}</div>`)).to.equal(scrolls);
      expect(isScrolled(`<slotted-box title="${style}">${MAP}${TALL}</slotted-box>`)).to.equal(scrolls);
    });
  }

  it('what lies behind a dialog or a full window does not count', () => {
    const page = mount(`<div><dialog>${MAP}</dialog>${TALL}</div>`);
    const dialog = page.querySelector('dialog')!;
    dialog.showModal();
    expect(isInScrolledPage(dialog.querySelector('.map')!)).to.equal(false);
    dialog.style.cssText = 'height: 200px; overflow: auto';
    dialog.insertAdjacentHTML('beforeend', TALL);
    expect(isInScrolledPage(dialog.querySelector('.map')!), 'but the dialog itself does').to.equal(true);
    const popover = mount(`<div><div popover="manual">${MAP}</div>${TALL}</div>`);
    const expanded = popover.querySelector<HTMLElement>('[popover]')!;
    expanded.showPopover();
    expect(isInScrolledPage(expanded.querySelector('.map')!)).to.equal(false);
  });
});
