import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import { LOCATIONS, canvasOf, markersOn, providerOf, stands } from '../support/map-page.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { NO_GROUND } from '../support/no-ground.js';
import { clearPage, clickOn, countsOf, everything, mount, partOf, settled, until } from '../support/page.js';

/** Two shadow roots with scrolling and containment around, as a portal's layout may have them. */
class NestedPage extends HTMLElement {
  connectedCallback(): void {
    const inner = document.createElement('div');
    inner.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
    inner.style.cssText = 'contain: layout paint; overflow: hidden; width: 420px; transform: scale(1)';
    inner.append(...this.children);
    this.attachShadow({ mode: 'open' }).append(inner);
  }
}
customElements.define('nested-page', NestedPage);

describe('full screen', () => {
  const { requestFullscreen } = Element.prototype;

  afterEach(async () => {
    Element.prototype.requestFullscreen = requestFullscreen;
    if (document.fullscreenElement) await document.exitFullscreen();
    clearPage();
  });

  const refuse = () => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Permissions check failed'));
  };

  async function open(view: string, provider = new ControllableProvider()) {
    const page = mount('<nested-page></nested-page>');
    const inner = page.shadowRoot!.firstElementChild!;
    inner.innerHTML = view;
    (inner.firstElementChild as HTMLElement & { provider: unknown }).provider = provider;
    await settled(page);
    const panel = everything(page).find(({ localName }) => localName === 'ev-panel')!;
    const fills = () => {
      const { left, top, width, height } = panel.getBoundingClientRect();
      return [left, top, width, height].join() === [0, 0, innerWidth, innerHeight].join();
    };
    return { page, panel, fills };
  }

  it('R11: a click expands a view deep in shadow roots, and the next brings it back', async () => {
    const { page, panel, fills } = await open('<ev-connection-pie></ev-connection-pie>');
    const before = panel.getBoundingClientRect();
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(() => document.fullscreenElement !== null && fills());
    await until(() => partOf(page, 'fullscreen', 'button').title === 'Leave full screen');
    expect(countsOf(page, 'slice').length).to.equal(3);
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(() => document.fullscreenElement === null);
    await until(() => panel.getBoundingClientRect().width === before.width);
    await until(() => partOf(page, 'fullscreen', 'button').title === 'Full screen');
  });

  it('R11: fills the window where the browser refuses, until a click or Escape', async () => {
    refuse();
    const { page, panel, fills } = await open('<ev-connection-pie></ev-connection-pie>');
    const before = panel.getBoundingClientRect();
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(fills);
    await until(() => partOf(page, 'fullscreen', 'button').title === 'Leave full screen');
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(() => panel.getBoundingClientRect().width === before.width);
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(fills);
    await sendKeys({ press: 'Escape' });
    await until(() => panel.getBoundingClientRect().width === before.width);
  });

  it("R11: Escape brings a view back that fills the window from within a page's dialog, and leaves that open", async () => {
    refuse();
    const { page, fills } = await open(
      '<dialog><ev-connection-pie></ev-connection-pie></dialog>',
      new ControllableProvider(),
    );
    const dialog = everything(page).find(element => element instanceof HTMLDialogElement)!;
    dialog.showModal();
    await settled(page);
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(fills);
    await sendKeys({ press: 'Escape' });
    await until(() => !fills());
    expect(dialog.open).to.equal(true);
  });

  it('R11: Escape brings the view back wherever in the window the last click was', async () => {
    refuse();
    const { page, fills } = await open('<ev-connection-pie></ev-connection-pie>');
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(fills);
    await clickOn(page.ownerDocument.body);
    await sendKeys({ press: 'Escape' });
    await until(() => !fills());
  });

  it('R11: a map keeps its drawing, takes the whole screen, and its popups still work', async () => {
    refuse();
    const { page, fills } = await open(
      `<ev-connection-map ${NO_GROUND}></ev-connection-map>`,
      providerOf(LOCATIONS) as never,
    );
    await until(() => markersOn(page).length === 2);
    const canvas = canvasOf(everything(page).find(({ localName }) => localName === 'ev-connection-map')!)!;
    const { width } = canvas.getBoundingClientRect();
    await clickOn(partOf(page, 'fullscreen', 'button'));
    await until(fills);
    await until(() => canvas.isConnected && canvas.getBoundingClientRect().width > width);
    await stands(page);
    await clickOn(partOf(page, 'pin'));
    const popup = partOf(page, 'popup');
    await until(() => popup.checkVisibility());
    const { left, top, right, bottom } = popup.getBoundingClientRect();
    expect(left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !popup.checkVisibility());
    expect(fills(), 'the first Escape closes the popup only').to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !fills());
  });
});
