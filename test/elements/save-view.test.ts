import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import { BLUE, GREEN, GREY, RED } from '../../src/render/shared/status-colors.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { readCsv } from '../support/csv.js';
import { markersOn, openMap, providerOf } from '../support/map-page.js';
import { openOverview, pieOf } from '../support/overview-page.js';
import { clearPage, focused, middleOf, mount, partOf, parts, settled, until } from '../support/page.js';
import { choose, countOf, pixelsOf, rgbOf, Saved, toldOf } from '../support/saved.js';
import type { Pixels } from '../support/saved.js';
import { trendOf } from '../support/trends.js';

const WHEN = new Date(AS_OF).toISOString();
const LIGHT = { online: rgbOf(GREEN.light), offline: rgbOf(RED.light), unknown: rgbOf(GREY.light) };
const DARK = { online: rgbOf(GREEN.dark), offline: rgbOf(RED.dark), unknown: rgbOf(GREY.dark) };

/** In a picture of a pie the pie is left of this share of its width, the legend right of it. */
const PIE_SHARE = 0.42;

/** Which share of a picture's pie each colour has. */
function sharesIn(pixels: Pixels, colors: Record<string, number>): Record<string, number> {
  const end = Math.floor(PIE_SHARE * pixels.width);
  const counts = Object.entries(colors).map(
    ([status, color]) => [status, countOf(pixels, color, end)] as const,
  );
  const sum = counts.reduce((total, [, count]) => total + count, 0);
  return Object.fromEntries(counts.map(([status, count]) => [status, count / sum]));
}

describe('a view that is saved or copied', () => {
  let saved: Saved;

  beforeEach(() => {
    saved = new Saved();
  });

  afterEach(() => {
    saved.restore();
    document.documentElement.removeAttribute('style');
    document.documentElement.lang = 'en';
    clearPage();
  });

  async function openPie(
    provider = new ControllableProvider(),
    markup = '<ev-connection-pie></ev-connection-pie>',
  ) {
    const pie = mount<HTMLElement>(markup, provider);
    await settled(pie);
    return { pie, provider };
  }

  async function pictureOf(view: Element): Promise<Pixels> {
    saved.files.length = 0;
    await choose(view, 'savePicture');
    return pixelsOf((await saved.file()).blob);
  }

  for (const [scheme, colors, surface] of [
    ['light', LIGHT, '#ffffff'],
    ['dark', DARK, '#14181d'],
  ] as const) {
    it(`R3: a pie's picture in a ${scheme} page has slices as large as its shares, in the page's colours`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const { pie } = await openPie();
      const pixels = await pictureOf(pie);
      // What is written on a slice takes a little of it.
      const shares = sharesIn(pixels, colors);
      expect(shares.online).to.be.closeTo(0.8, 0.02);
      expect(shares.offline).to.be.closeTo(0.16, 0.02);
      expect(shares.unknown).to.be.closeTo(0.04, 0.02);
      for (const [x, y] of [
        [0, 0],
        [pixels.width - 1, pixels.height - 1],
      ] as const)
        expect(pixels.at(x, y)).to.equal(rgbOf(surface));
    });
  }

  it('has the size of the device’s pixels', async () => {
    const { pie } = await openPie();
    const one = await pictureOf(pie);
    const original = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio')!;
    Object.defineProperty(window, 'devicePixelRatio', { configurable: true, value: 2 });
    try {
      const two = await pictureOf(pie);
      expect([two.width, two.height]).to.deep.equal([2 * one.width, 2 * one.height]);
    } finally {
      Object.defineProperty(window, 'devicePixelRatio', original);
    }
  });

  it('writes the numbers: with the same shares, the texts of pie and legend alone differ', async () => {
    const provider = new ControllableProvider();
    const { pie } = await openPie(provider);
    const before = await pictureOf(pie);
    provider.answers.counts = () => ({ online: 80, offline: 16, unknown: 4 });
    provider.tell();
    await until(() => partOf(pie, 'slice', '[data-status="online"]').dataset.count === '80');
    const after = await pictureOf(pie);
    expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
    let [inPie, inLegend] = [0, 0];
    for (let y = 0; y < before.height; y++)
      for (let x = 0; x < before.width; x++) {
        if (before.at(x, y) === after.at(x, y)) continue;
        if (x < PIE_SHARE * before.width) inPie += 1;
        else inLegend += 1;
      }
    expect(inPie).to.be.greaterThan(100);
    expect(inLegend).to.be.greaterThan(50);
    expect(inPie + inLegend).to.be.lessThan(0.03 * before.width * before.height);
  });

  it('R21: has what the legend hides as hidden', async () => {
    const { pie } = await openPie();
    partOf(pie, 'entry', '[data-status="online"]').click();
    await settled(pie);
    const shares = sharesIn(await pictureOf(pie), LIGHT);
    expect(shares.online).to.equal(0);
    expect(shares.offline).to.be.closeTo(0.8, 0.03);
  });

  it('has patterns where the page has them', async () => {
    const { pie } = await openPie();
    const plain = countOf(await pictureOf(pie), LIGHT.offline);
    pie.style.setProperty('--ev-patterns', '1');
    const patterned = countOf(await pictureOf(pie), LIGHT.offline);
    expect(patterned)
      .to.be.greaterThan(0.3 * plain)
      .and.lessThan(0.85 * plain);
  });

  it('has the colours and the font that a host sets', async () => {
    const { pie } = await openPie();
    const before = await pictureOf(pie);
    pie.style.setProperty('--ev-color-connection-online', 'rgb(1, 2, 250)');
    pie.style.setProperty('--ev-color-surface', 'rgb(250, 240, 230)');
    pie.style.setProperty('--ev-font-family', 'monospace');
    const branded = await pictureOf(pie);
    expect(countOf(branded, 0x0102fa)).to.be.greaterThan(0.8 * countOf(before, LIGHT.online));
    expect(branded.at(0, 0)).to.equal(0xfaf0e6);
  });

  it('mirrors all but the pie and the map where texts run from right to left', async () => {
    document.documentElement.lang = 'he';
    const { pie } = await openPie();
    await until(() => getComputedStyle(pie.shadowRoot!.querySelector('.legend')!).direction === 'rtl');
    const pixels = await pictureOf(pie);
    const left = countOf(pixels, LIGHT.online, Math.floor(PIE_SHARE * pixels.width));
    expect(countOf(pixels, LIGHT.online) - left).to.be.greaterThan(3 * left);
  });

  it('R15, R16: a map’s picture has its groups and locations where they stand on it', async () => {
    const map = await openMap();
    const pixels = await pictureOf(map);
    const area = map.shadowRoot!.querySelector('.map')!.getBoundingClientRect();
    // A marker's middle, and the colours of the statuses in it.
    const markers = markersOn(map).map(marker => {
      const { x, y } = middleOf(marker);
      return { x: x - area.left, y: y - area.top, isPin: marker.part.contains('pin') };
    });
    expect(markers.length).to.be.greaterThan(1);
    const colors = Object.values(LIGHT);
    const isColored = (x: number, y: number) => colors.includes(pixels.at(Math.round(x), Math.round(y)));
    // In any direction from a group's middle there is a ring; where the map begins in the picture is found by all of them at once.
    const ringAt = (x: number, y: number) =>
      [0, 1, 2, 3, 4, 5].some(turn => {
        const angle = 0.5 + turn;
        return [13, 14, 15].some(radius =>
          isColored(x + radius * Math.cos(angle), y + radius * Math.sin(angle)),
        );
      });
    const groups = markers.filter(({ isPin }) => !isPin);
    const fits = (left: number, top: number) => groups.every(({ x, y }) => ringAt(left + x, top + y));
    const places = Array.from({ length: 30 }, (_, left) =>
      Array.from({ length: 120 }, (_, top) => [left, top] as const),
    );
    expect(places.flat().some(([left, top]) => fits(left, top))).to.equal(true);
    // The map is in it whole, with a legend below.
    expect(pixels.width).to.be.within(area.width, area.width + 60);
    expect(pixels.height).to.be.greaterThan(area.height + 80);
    expect(countOf(pixels, LIGHT.offline)).to.be.greaterThan(100);
    const { name } = await saved.file();
    expect(name).to.match(/^Charge Station Connection Status map, 2026-01-1\d \d\d\.\d\d\.png$/);
  });

  it('of an overview: the button of a section’s heading saves its map, pie and legend, that of a map the map', async () => {
    const overview = await openOverview(providerOf(), 'style="width: 900px"');
    const map = overview.shadowRoot!.querySelector('ev-connection-map')!;
    await until(() => markersOn(map).length > 0);
    const area = map.shadowRoot!.querySelector('.map')!.getBoundingClientRect();
    const section = await pictureOf(pieOf(overview, 'connection'));
    const alone = await pictureOf(map);
    expect(alone.width).to.be.lessThan(area.width + 60);
    expect(countOf(section, LIGHT.online)).to.be.greaterThan(3 * countOf(alone, LIGHT.online));
    saved.files.length = 0;
    await choose(pieOf(overview, 'connection'), 'saveTable');
    expect(readCsv(await (await saved.file()).blob.text()).map(row => row[2])).to.deep.equal([
      ...['status', 'online', 'offline', 'unknown'],
    ]);
  });

  it('R28: the table has each status with its number, its share and how it changed, as spreadsheets read it', async () => {
    const provider = new ControllableProvider();
    provider.keepTrend(dimension =>
      trendOf(
        dimension,
        [24 * 60, { online: 45, offline: 3, unknown: 2 }],
        [60, { online: 41, offline: 7, unknown: 2 }],
        [0, { online: 40, offline: 8, unknown: 2 }],
      ),
    );
    const { pie } = await openPie(provider);
    await until(() => parts(pie, 'trend').length === 3);
    await choose(pie, 'saveTable');
    const { name, blob } = await saved.file();
    expect(name).to.match(/^Charge Station Connection Status, 2026-01-1\d \d\d\.\d\d\.csv$/);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(readCsv(new TextDecoder().decode(bytes))).to.deep.equal([
      ['as of', 'section', 'status', 'counts', 'number', 'share', 'change in an hour', 'change in a day'],
      [WHEN, 'connection', 'online', 'stations', '40', '0.8', "'-1", "'-5"],
      [WHEN, 'connection', 'offline', 'stations', '8', '0.16', '1', '5'],
      [WHEN, 'connection', 'unknown', 'stations', '2', '0.04', '0', '0'],
    ]);
    expect(toldOf(pie)).to.equal(`Saved as ${name}`);
  });

  it('the table of a map has each group and location in view with its statuses', async () => {
    const map = await openMap('center="4.48,51.925" zoom="12"');
    await until(() => parts(map, 'pin').length === 2);
    await choose(map, 'saveTable');
    const rows = readCsv(await (await saved.file()).blob.text());
    expect(rows[0]).to.deep.equal([
      ...['as of', 'locations', 'location', 'location name', 'latitude', 'longitude'],
      ...['stations', 'online', 'offline', 'unknown'],
    ]);
    expect(rows.slice(1)).to.deep.include.members([
      [WHEN, '1', 'NL-2', 'Market', '51.93', '4.49', '1', '0', '1', '0'],
      [WHEN, '1', 'NL-1', 'Harbour', '51.92', '4.47', '1', '1', '0', '0'],
    ]);
  });

  it('a table is copied as CSV, and in the reader’s words and numbers for documents', async () => {
    document.documentElement.lang = 'de';
    const provider = new ControllableProvider();
    provider.answers.counts = () => ({ online: 1200, offline: 400, unknown: 0 });
    const { pie } = await openPie(provider);
    await until(() => partOf(pie, 'save').title === 'Speichern oder kopieren');
    await choose(pie, 'copyTable');
    await until(() => toldOf(pie) === 'Tabelle kopiert');
    const [{ 'text/plain': plain, 'text/html': written }] = saved.copied as [Record<string, Blob>];
    expect(readCsv(await plain!.text())[1]).to.deep.equal([
      ...[WHEN, 'connection', 'online', 'stations', '1200', '0.75'],
    ]);
    const table = new DOMParser().parseFromString(await written!.text(), 'text/html').querySelector('table')!;
    const texts = [...table.rows].map(row =>
      [...row.cells].map(({ textContent }) => textContent.replace(/\s/g, ' ')),
    );
    expect(texts).to.deep.equal([
      ['Status', 'Stationen', 'Anteil'],
      ['Online', '1.200', '75 %'],
      ['Offline', '400', '25 %'],
      ['Unbekannt', '0', '0 %'],
    ]);
    expect(table.caption!.textContent).to.match(/^Verbindungsstatus der Ladestationen, Stand: 15\.01\.2026/);
  });

  it('WCAG 4.1.3: a picture is copied as a PNG, and saved where the browser does not allow that; both are said', async () => {
    const { pie } = await openPie();
    await choose(pie, 'copyPicture');
    await until(() => toldOf(pie) === 'Picture copied');
    const [{ 'image/png': png }] = saved.copied as [Record<string, Blob>];
    expect((await pixelsOf(png!)).width).to.be.greaterThan(400);
    expect(saved.files).to.deep.equal([]);
    saved.refusal = new DOMException('Write permission denied.', 'NotAllowedError');
    await choose(pie, 'copyPicture');
    const { name } = await saved.file();
    await until(() => toldOf(pie) === `The browser did not allow copying. Saved as ${name}`);
  });

  it('says that there is nothing to save, and why nothing could be saved', async () => {
    const provider = new ControllableProvider();
    provider.isPaused = true;
    const { pie } = await openPie(provider);
    await choose(pie, 'savePicture');
    await until(() => toldOf(pie) === 'There is nothing to save yet.');
    provider.resume();
    await until(() => parts(pie, 'slice').length > 0);
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = callback => callback(null);
    try {
      await choose(pie, 'savePicture');
      await until(() => toldOf(pie) === 'Could not be saved: the browser makes no picture of this size.');
    } finally {
      HTMLCanvasElement.prototype.toBlob = toBlob;
    }
    expect(saved.files).to.deep.equal([]);
  });

  it('R32: names whom it is of, in names that every system takes', async () => {
    const { pie } = await openPie(
      new ControllableProvider(),
      '<ev-data-provider><ev-panel heading="A/B: C?"><ev-evse-pie></ev-evse-pie></ev-panel></ev-data-provider>',
    );
    (pie as HTMLElement & { scope: object }).scope = { country: ['NL', 'DE'], operator: 'ACME' };
    await until(() => parts(pie, 'entry').length === 4);
    await choose(pie, 'savePicture');
    const { name, blob } = await saved.file();
    expect(name).to.match(/^A-B- C-, Netherlands, Germany, ACME, 2026-01-1\d \d\d\.\d\d\.png$/);
    expect(countOf(await pixelsOf(blob), rgbOf(BLUE.light))).to.be.greaterThan(100);
  });

  it('WCAG 2.5.8: what the menu offers is large enough for a finger', async () => {
    await executeServerCommand('touch-screen', true);
    try {
      const { pie } = await openPie();
      partOf(pie, 'save').click();
      await until(() => parts(pie, 'save-choice').some(item => item.checkVisibility()));
      const targets = [partOf(pie, 'save'), ...parts(pie, 'save-choice')];
      expect(Math.min(...targets.map(({ offsetHeight }) => offsetHeight))).to.be.least(44);
    } finally {
      await executeServerCommand('touch-screen', false);
    }
  });

  it('WCAG 2.1.1: the menu is opened, walked through and left by keys, and the focus comes back to its button', async () => {
    const { pie } = await openPie();
    const button = partOf(pie, 'save');
    expect(button.getAttribute('aria-label')).to.equal('Save or copy: Charge Station Connection Status');
    button.focus();
    await sendKeys({ press: 'Enter' });
    const items = () => parts(pie, 'save-choice');
    await until(() => focused() === items()[0]);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(items().map(({ textContent }) => textContent.trim())).to.deep.equal([
      ...['Copy picture', 'Save picture (PNG)', 'Copy table', 'Save table (CSV)'],
    ]);
    for (const [key, place] of [
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', 3],
      ['ArrowDown', 0],
      ['End', 3],
      ['Home', 0],
    ] as const) {
      await sendKeys({ press: key });
      expect(focused(), key).to.equal(items()[place]);
    }
    await sendKeys({ press: 'Escape' });
    expect(focused()).to.equal(button);
    await until(() => !items()[0]!.checkVisibility());
    await sendKeys({ press: 'ArrowDown' });
    await until(() => focused() === items()[0]);
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await until(() => toldOf(pie).startsWith('Saved as'));
    expect(focused()).to.equal(button);
    await sendKeys({ press: 'Tab' });
    await until(() => toldOf(pie) === '');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused() === items()[0]);
    await sendKeys({ press: 'Tab' });
    await until(() => !items()[0]!.checkVisibility());
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });
});
