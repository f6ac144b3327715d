import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvPanel } from '../../src/elements/ev-panel.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { laidOut } from '../support/layout.js';
import { canvasOf, openMap } from '../support/map-page.js';
import { clearPage, everything, hover, mount, partOf, parts, settled, until } from '../support/page.js';
import { replaceGlobal } from '../support/stubs.js';

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

  it('may have what stays in view above a map, by the least z-index', async () => {
    const map = await openMap();
    const header = document.createElement('header');
    header.style.cssText = 'inset: 0; position: fixed; z-index: 1';
    map.before(header);
    for (const part of ['fit', 'zoom-in', 'pin']) {
      const { left, top, width, height } = partOf(map, part).getBoundingClientRect();
      expect(document.elementFromPoint(left + width / 2, top + height / 2), part).to.equal(header);
    }
  });
});

describe('the look of a view', () => {
  afterEach(() => {
    clearPage();
    document.documentElement.style.fontSize = '';
    document.adoptedStyleSheets = [];
  });

  /** Where all in a view stands, and how its texts are written. */
  function drawn(view: Element): unknown[] {
    const inherited =
      'font-style font-weight font-variant-caps hyphens letter-spacing line-height text-align text-indent text-shadow ' +
      'text-transform white-space word-break word-spacing writing-mode -webkit-text-fill-color';
    const { left, top } = view.getBoundingClientRect();
    const seen = everything(view).filter(
      element =>
        element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0,
    );
    return seen.map(element => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const place = [box.left - left, box.top - top, box.width, box.height].map(Math.round).join();
      return [
        element.localName,
        place,
        ...inherited.split(' ').map(name => `${name}: ${style.getPropertyValue(name)}`),
      ];
    });
  }

  const TAGS = ['ev-summary', 'ev-evse-pie', 'ev-station-list', 'ev-status-legend dimension="evse"'];

  async function drawnIn(around: string): Promise<unknown[]> {
    const views = TAGS.map(tag => `<${tag} style="width: 600px"></${tag.split(' ')[0]}>`).join('');
    const page = mount(`<div style="${around}">${views}</div>`);
    const provider = new ControllableProvider();
    for (const view of page.children) Object.assign(view, { provider });
    await laidOut(page);
    return [...page.children].map(drawn);
  }

  it("is not that of the page's own texts", async () => {
    const plain = await drawnIn('');
    const styled = await drawnIn(
      'color: red; font: italic small-caps 300 30px / 3 serif; hyphens: auto; letter-spacing: 0.2em; text-align: center; text-indent: 2em; ' +
        'text-shadow: 1px 1px red; text-transform: uppercase; white-space: pre; word-break: break-all; word-spacing: 1em; ' +
        '-webkit-text-fill-color: red',
    );
    expect(styled).to.deep.equal(plain);
  });

  it('WCAG 1.4.12: has the spacing of text that a reader wants of all of a page', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 2px !important; word-spacing: 3px !important }');
    document.adoptedStyleSheets = [sheet];
    const pie = mount('<ev-evse-pie></ev-evse-pie>', new ControllableProvider());
    await settled(pie);
    const label = everything(pie).find(element => element.matches('.label'))!;
    expect(getComputedStyle(label).letterSpacing).to.equal('2px');
    expect(getComputedStyle(label).wordSpacing).to.equal('3px');
  });

  it('is as large where the root font size is for reckoning, as 62.5% is', async () => {
    const usual = await drawnIn('');
    document.documentElement.style.fontSize = '62.5%';
    expect(await drawnIn('')).to.deep.equal(usual);
    document.documentElement.style.fontSize = '20px';
    expect(await drawnIn('')).not.to.deep.equal(usual);
  });

  for (const display of ['flex', 'inline-block', 'grid; justify-items: start']) {
    it(`can be seen in a box that is as wide as what is in it (${display})`, async () => {
      const page = mount(`<div style="display: ${display}"></div>`);
      page.innerHTML = `<ev-overview></ev-overview>`;
      await settled(page);
      expect(page.firstElementChild!.getBoundingClientRect().width).to.equal(320);
      for (const tag of TAGS) {
        page.innerHTML = `<${tag}></${tag.split(' ')[0]}>`;
        await settled(page);
        expect(page.firstElementChild!.getBoundingClientRect().width, tag).to.be.at.least(200);
      }
    });
  }

  it('R11: of a panel that fills the window is not cut off by the size that the page gives it', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('ev-panel { height: 200px; margin: 10px; max-width: 300px }');
    document.adoptedStyleSheets = [sheet];
    const panel = mount<EvPanel>('<ev-panel heading="Mine"></ev-panel>');
    panel.requestFullscreen = () => Promise.reject(new TypeError('Permissions check failed'));
    await settled(panel);
    partOf(panel, 'fullscreen').click();
    await settled(panel);
    const { left, top, width, height } = panel.getBoundingClientRect();
    expect([left, top, width, height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
  });

  for (const scaling of ['zoom: 1.5', 'zoom: 0.5', 'transform: scale(0.5); transform-origin: 0 0']) {
    it(`R21: has its numbers where they are, and its tooltips beside what they are of, in a page with ${scaling}`, async () => {
      const textsOf = (view: Element) =>
        everything(view)
          .filter(({ localName }) => localName === 'text')
          .map(text =>
            ['x', 'y', 'font-size'].map(name => Number(text.getAttribute(name)).toFixed(0)).join(),
          );
      const provider = new ControllableProvider();
      const markup = '<ev-evse-pie style="width: 400px"></ev-evse-pie>';
      const usual = mount(markup, provider);
      await laidOut(usual);
      const expected = textsOf(usual);
      const page = mount(`<div style="${scaling}; padding: 100px 200px">${markup}</div>`);
      Object.assign(page.firstElementChild!, { provider });
      await laidOut(page);
      expect(textsOf(page)).to.deep.equal(expected);
      const slice = partOf(page, 'slice', '[data-status="charging"]');
      await hover(slice);
      await until(() => parts(page, 'tooltip').length > 0);
      const [tip, target] = [partOf(page, 'tooltip'), slice].map(each => each.getBoundingClientRect());
      const across = Math.max(tip!.left - target!.right, target!.left - tip!.right, 0);
      const down = Math.max(tip!.top - target!.bottom, target!.top - tip!.bottom, 0);
      expect(Math.hypot(across, down)).to.be.lessThan(10);
    });
  }

  it('R21: has its tooltips in the window where the page is in quirks mode', async () => {
    // There, the root element is as high as the page.
    const root = document.documentElement;
    Object.defineProperty(root, 'clientHeight', { configurable: true, get: () => root.scrollHeight });
    try {
      const page = mount('<div style="padding: 0 0 3000px"><ev-evse-pie></ev-evse-pie></div>');
      Object.assign(page.firstElementChild!, { provider: new ControllableProvider() });
      await laidOut(page);
      const entry = parts(page, 'entry').at(-1)!;
      entry.scrollIntoView({ block: 'end' });
      await hover(entry);
      await until(() => parts(page, 'tooltip').length > 0);
      expect(partOf(page, 'tooltip').getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    } finally {
      Reflect.deleteProperty(root, 'clientHeight');
    }
  });

  it('is kept in another document that a page moves it to, such as that of a window of its own, and back', async () => {
    const provider = new ControllableProvider();
    const map = await openMap();
    const frame = document.createElement('iframe');
    Object.assign(frame, { srcdoc: '<!doctype html>', width: 700, height: 700 });
    const pie = document.createElement('ev-evse-pie');
    Object.assign(pie, { dir: 'rtl', provider });
    pie.style.width = '600px';
    map.after(pie, frame);
    await new Promise(resolve => frame.addEventListener('load', resolve, { once: true }));
    await laidOut(pie);
    const expected = drawn(pie);
    const canvas = () => getComputedStyle(canvasOf(map)!).position;
    expect(canvas()).to.equal('absolute');
    for (const { body } of [frame.contentDocument!, document]) {
      body.append(pie, map);
      await laidOut(pie);
      expect(drawn(pie)).to.deep.equal(expected);
      expect(canvas()).to.equal('absolute');
    }
    pie.remove();
    map.remove();
  });

  it('gives the page its Escape back where it is explained and moved to another document', async () => {
    const panel = mount<HTMLElement>('<ev-panel heading="All" help="All of it."></ev-panel>');
    await settled(panel);
    const frame = document.createElement('iframe');
    panel.after(frame);
    const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    const isTaken = () => !document.body.dispatchEvent(escape());
    partOf(panel, 'help').click();
    expect(isTaken()).to.equal(true);
    partOf(panel, 'help').click();
    frame.contentDocument!.body.append(panel);
    expect(isTaken()).to.equal(false);
    panel.remove();
  });

  it('is no higher in a page in quirks mode', async () => {
    // A move between documents in the middle of a resize is reported as a loop, which is no concern here.
    const restore = replaceGlobal(
      'ResizeObserver',
      class {
        observe = () => undefined;
        unobserve = () => undefined;
        disconnect = () => undefined;
      },
    );
    const page = mount<HTMLElement>(
      '<div style="width: 600px"><ev-evse-pie></ev-evse-pie><ev-panel><ev-station-pie></ev-station-pie></ev-panel></div>',
    );
    await settled(page);
    const heights = () => [...page.children].map(view => Math.round(view.getBoundingClientRect().height));
    const usual = heights();
    const frame = document.createElement('iframe');
    Object.assign(frame, { width: 700, height: 1500 });
    page.before(frame);
    const quirks = frame.contentDocument!;
    expect(quirks.compatMode).to.equal('BackCompat');
    quirks.body.append(page);
    await settled(page);
    expect(heights()).to.deep.equal(usual);
    frame.remove();
    restore();
  });
});
