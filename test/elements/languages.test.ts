import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { StatusMap } from '../../src/elements/status-map.js';
import { ar } from '../../src/messages/ar.js';
import { registerMessages } from '../../src/messages/catalogues.js';
import { de } from '../../src/messages/de.js';
import { enListsAndMaps } from '../../src/messages/en-lists-and-maps.js';
import { enViews } from '../../src/messages/en-views.js';
import { es } from '../../src/messages/es.js';
import { fr } from '../../src/messages/fr.js';
import { he } from '../../src/messages/he.js';
import { it as italian } from '../../src/messages/it.js';
import type { Messages } from '../../src/messages/messages.js';
import { nb } from '../../src/messages/nb.js';
import { nl } from '../../src/messages/nl.js';
import { pl } from '../../src/messages/pl.js';
import { SECTIONS } from '../../src/render/shared/sections.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { accessibilityTree, isControl } from '../support/accessibility-tree.js';
import { press } from '../support/keys.js';
import { answerFrom, stationRow } from '../support/list-page.js';
import { laidOut, reachingOut, unreadable } from '../support/layout.js';
import { LOCATIONS, openMap, providerOf } from '../support/map-page.js';
import { dialogOf, drillOf, openOverview, pieOf, untilOpen } from '../support/overview-page.js';
import {
  clearPage,
  everything,
  focused,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';
import { dayOf } from '../support/trends.js';

const en: Messages = { ...enViews, ...enListsAndMaps };

/** What is seen, and what is read out or shown on demand. */
function textsOf(root: Element): string {
  const attributes = ['aria-label', 'aria-description', 'title', 'placeholder', 'heading', 'help'];
  const told = everything(root).flatMap(element => attributes.map(name => element.getAttribute(name) ?? ''));
  return [textOf(root), ...told].join('\n');
}

/** The texts that are whole by themselves, and are others in a language. */
function englishNotIn(catalogue: Messages): string[] {
  const own = Object.values(catalogue).filter(text => typeof text === 'string');
  return Object.entries(en)
    .filter(([key, text]) => !key.startsWith('$') && typeof text === 'string' && text.length > 3)
    .map(([, text]) => text as string)
    .filter(text => !own.some(other => other.includes(text)));
}

function providerOfTrouble(): ControllableProvider {
  const provider = new ControllableProvider();
  provider.answers.stations = answerFrom(() => [
    stationRow('A', {
      locationName: 'Sødra',
      connection: 'offline',
      offlineSince: 0,
      offlineSinceIs: 'stated',
      lastMessageAt: 0,
    }),
  ]);
  return provider;
}

const headingOf = (pie: Element) => pie.shadowRoot?.querySelector('ev-panel')?.heading;

describe('the language of the views', () => {
  afterEach(async () => {
    clearPage();
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    document.body.removeAttribute('lang');
    await setViewport({ width: 800, height: 600 });
  });

  for (const catalogue of [pl, ar, he]) {
    const { $code: lang, $dir: dir } = catalogue;

    it(`R31: an overview in "${lang}" and its list show no English, and run from ${dir === 'rtl' ? 'right to left' : 'left to right'}`, async () => {
      document.documentElement.lang = lang;
      const overview = await openOverview(providerOfTrouble());
      const pie = pieOf(overview, 'connection');
      await until(() => headingOf(pie) === catalogue.connectionHeading);
      drillOf(pie, 'offline').click();
      await untilOpen(overview);
      const list = dialogOf(overview).querySelector('ev-station-list')!;
      await until(() => parts(list, 'row').length > 0);
      partOf(list, 'disclosure').click();
      await settled(overview);
      const texts = textsOf(overview);
      expect(englishNotIn(catalogue).filter(text => texts.includes(text))).to.deep.equal([]);
      expect(texts).to.include(catalogue.stationIdOrLocation);
      expect(texts).to.include(catalogue.offlineSince);
      expect(getComputedStyle(overview).direction).to.equal(dir);
      const { left, right } = dialogOf(overview).getBoundingClientRect();
      expect(dir === 'rtl' ? left : innerWidth - right).to.be.closeTo(0, 1);
    });
  }

  it('R31: a number with a word on a map runs as its language does, though the map itself runs from left to right', async () => {
    const provider = new ControllableProvider();
    const counts = { online: 21_400, offline: 12_300, unknown: 0 };
    provider.answers.mapItems = () => [
      { longitude: 10, latitude: 50, counts, locations: 9, expansionZoom: 4 },
    ];
    const map = await openMap('lang="ar" center="10,50" zoom="2"', provider);
    await until(() => textOf(partOf(map, 'cluster')).includes('ألف'));
    const text = partOf(map, 'cluster').querySelector('.number')!.firstChild as Text;
    const leftOf = (from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return range.getBoundingClientRect().left;
    };
    const word = text.data.indexOf('ألف');
    expect(word, 'after the digits').to.be.above(0);
    expect(leftOf(0, 1), 'to the right of the word').to.be.above(leftOf(word, word + 1));
    const badge = partOf(map, 'cluster').querySelector('.badge > span')!;
    expect(badge.getAttribute('data-number')).to.include('ألف');
    expect(getComputedStyle(badge).unicodeBidi).to.equal('plaintext');
  });

  it('R31: follows the page, an element around it and its own lang, while it is there', async () => {
    const pie = mount('<div><ev-connection-pie></ev-connection-pie></div>').firstElementChild!;
    Object.assign(pie, { provider: new ControllableProvider() });
    await until(() => parts(pie, 'entry').length > 0);
    const reads = (text: string) => until(() => headingOf(pie) === text);
    await reads('Charge Station Connection Status');
    document.documentElement.lang = 'de';
    await reads('Verbindungsstatus der Ladestationen');
    expect(textOf(pie)).to.include('Unbekannt');
    pie.parentElement!.lang = 'pl';
    await reads('Stan połączenia stacji ładowania');
    pie.setAttribute('lang', 'nl');
    await reads('Verbindingsstatus laadstations');
    pie.removeAttribute('lang');
    await reads('Stan połączenia stacji ładowania');
    pie.parentElement!.lang = 'sv';
    await reads('Charge Station Connection Status');
    pie.parentElement!.removeAttribute('lang');
    await reads('Verbindungsstatus der Ladestationen');
    document.documentElement.lang = 'en';
    await reads('Charge Station Connection Status');
  });

  /** What is seen in an element, by whether it is told to be in a language. */
  const textsIn = (root: Element, lang: string) =>
    everything(root)
      .filter(element => element.checkVisibility() && element.matches(`:lang(${lang})`))
      .flatMap(element => [...element.childNodes])
      .filter(node => node.nodeType === Node.TEXT_NODE)
      .map(node => node.textContent!.replace(/[\u2068\u2069]/g, '').trim())
      .filter(Boolean);

  it('R31, WCAG 3.1.2: says that texts are English where the page is in none of their languages, but not of names, which are in that of the page', async () => {
    document.documentElement.lang = 'sv';
    const overview = await openOverview(providerOfTrouble());
    drillOf(pieOf(overview, 'connection'), 'offline').click();
    await untilOpen(overview);
    await until(() => parts(overview, 'row').length > 0);
    await settled(overview);
    expect([...new Set(textsIn(overview, 'sv'))].sort()).to.deep.equal(['A', 'Sødra']);
    expect(textsIn(overview, 'en')).to.include.members([
      en.connectionHeading,
      en.tabOffline,
      en.stationsOffline,
    ]);
    document.documentElement.lang = 'de';
    await until(() => headingOf(pieOf(overview, 'connection')) === de.connectionHeading);
    await settled(overview);
    expect(everything(overview).filter(element => element.hasAttribute('lang'))).to.deep.equal([]);
    expect(textsIn(overview, 'de')).to.include.members([de.connectionHeading, 'Sødra']);
  });

  it('R31, WCAG 3.1.2: runs as English does where the page from right to left is in none of its languages, but not what the page puts into it', async () => {
    Object.assign(document.documentElement, { lang: 'fa', dir: 'rtl' });
    const panel = mount<HTMLElement>(
      '<ev-panel heading="ایستگاه‌ها" help="راهنما"><p>متن</p><ev-connection-pie></ev-connection-pie></ev-panel>',
      new ControllableProvider(),
    );
    const pie = Object.assign(panel.querySelector('ev-connection-pie')!, {
      provider: new ControllableProvider(),
    });
    await until(() => parts(pie, 'entry').length > 0);
    await settled(panel);
    const directionOf = (element: Element) => getComputedStyle(element).direction;
    expect([panel, pie].map(directionOf)).to.deep.equal(['ltr', 'ltr']);
    expect(directionOf(panel.querySelector('p')!)).to.equal('rtl');
    partOf(panel, 'help').click();
    await settled(panel);
    expect(textsIn(panel, 'fa')).to.deep.equal(['راهنما', 'ایستگاه‌ها', 'متن']);
    expect(textsIn(pie, 'en')).to.include(en.connectionOffline);
  });

  it('R31: is that of an element around its shadow root, and follows the element into another place', async () => {
    const host = mount('<div lang="fr"></div>');
    const pie = document.createElement('ev-evse-pie');
    pie.provider = new ControllableProvider();
    host.attachShadow({ mode: 'open' }).append(pie);
    await until(() => headingOf(pie) === 'État des EVSE en ligne');
    host.lang = 'es';
    await until(() => headingOf(pie) === 'Estado de los EVSE en línea');
    host.after(pie);
    await until(() => headingOf(pie) === 'Online EVSE Status');
  });

  it('R31: may be several on one page, each with its numbers and its direction', async () => {
    const provider = new ControllableProvider();
    provider.answers.counts = () => ({ online: 12_345, offline: 1, unknown: 0 });
    const pies = ['de', 'ar-EG', 'en'].map(lang => `<ev-connection-pie lang="${lang}"></ev-connection-pie>`);
    const stage = mount(`<div>${pies.join('')}</div>`);
    const [german, arabic, english] = [...stage.children].map(pie => Object.assign(pie, { provider }));
    await until(() => headingOf(arabic!) === ar.connectionHeading);
    await until(() => headingOf(german!) === 'Verbindungsstatus der Ladestationen');
    await settled(stage);
    expect(textOf(german!)).to.include('12.345');
    expect(textOf(arabic!)).to.include('١٢٬٣٤٥');
    expect(textOf(english!)).to.include('12,345');
    expect([german, arabic, english].map(pie => getComputedStyle(pie!).direction)).to.deep.equal([
      'ltr',
      'rtl',
      'ltr',
    ]);
  });

  it("R31: writes numbers as its texts' language does where the browser does not know the page's, not as the browser's own", async () => {
    const provider = new ControllableProvider();
    provider.answers.counts = () => ({ online: 12_345, offline: 1, unknown: 0 });
    const pie = mount<HTMLElement>('<ev-connection-pie lang="nn-NO"></ev-connection-pie>', provider);
    await until(() => headingOf(pie) === nb.connectionHeading);
    await settled(pie);
    expect(textOf(pie)).to.match(/\b12\s345\b/);
    pie.lang = 'tlh';
    registerMessages({ $code: 'tlh', connectionHeading: "tengwI' Dotlh" });
    await until(() => headingOf(pie) === "tengwI' Dotlh");
    expect(textOf(pie)).to.include('12,345');
  });

  it('R31: mirrors bars and what points along the text, not where the nearest dir says otherwise', async () => {
    const provider = new ControllableProvider();
    provider.answers.counts = () => ({ online: 50, offline: 50, unknown: 0 });
    const pie = mount<HTMLElement>('<ev-connection-pie lang="he"></ev-connection-pie>', provider);
    await until(() => headingOf(pie) === he.connectionHeading);
    const barOf = () => {
      const track = everything(pie).find(element => element.matches('.track'))!;
      const [all, bar] = [track, track.firstElementChild!].map(element => element.getBoundingClientRect());
      return { before: bar!.left - all!.left, after: all!.right - bar!.right };
    };
    const iconOf = () =>
      getComputedStyle(everything(pie).find(element => element.matches('.directional'))!).scale;
    await until(() => barOf().after < 1);
    expect(barOf().before).to.be.greaterThan(10);
    expect(iconOf()).to.equal('-1 1');
    const [entry, drill] = ['entry', 'drill'].map(part => parts(pie, part)[0]!.getBoundingClientRect());
    expect(drill!.right).to.be.at.most(entry!.left + 1);
    pie.setAttribute('dir', 'ltr');
    await until(() => barOf().before < 1);
    expect(getComputedStyle(pie).direction).to.equal('ltr');
    expect(iconOf()).to.equal('1');
  });

  it('R31, WCAG 2.1.1: real arrow keys move along the text: from tab to tab, from a bar to its list and back', async () => {
    const list = mount<HTMLElement>('<ev-station-list lang="ar"></ev-station-list>', providerOfTrouble());
    await until(() => parts(list, 'tab').some(tab => textOf(tab).includes(ar.tabOffline)));
    const tabs = () => parts(list, 'tab');
    tabs()[1]!.focus();
    await press('ArrowLeft');
    await settled(list);
    expect(tabs().map(tab => tab.ariaSelected)).to.deep.equal(['false', 'false', 'true']);
    await press('ArrowRight');
    await settled(list);
    expect(tabs().map(tab => tab.ariaSelected)).to.deep.equal(['false', 'true', 'false']);
    const pie = mount<HTMLElement>(
      '<ev-connection-pie lang="he"></ev-connection-pie>',
      new ControllableProvider(),
    );
    await until(() => headingOf(pie) === he.connectionHeading && parts(pie, 'entry').length > 0);
    await settled(pie);
    ofStatus(pie, 'entry', 'offline').focus();
    await press('ArrowLeft');
    expect(focused()).to.equal(ofStatus(pie, 'drill', 'offline'));
    await press('ArrowRight');
    expect(focused()).to.equal(ofStatus(pie, 'entry', 'offline'));
  });
});

const CATALOGUES = [en, ar, de, es, fr, he, italian, nb, nl, pl];

describe('views that change their language', () => {
  const VIEWS = ['ev-summary', 'ev-connection-pie', 'ev-evse-pie', 'ev-last-ocpp-pie', 'ev-station-pie'];
  const PRESSED = 'button:enabled, a[href], [role="button"], [role="tab"]';
  let stage: HTMLElement;

  before(async () => {
    await setViewport({ width: 1500, height: 900 });
    const provider = providerOfTrouble();
    // Of each pie other numbers: what is read out differs by them too.
    provider.answers.counts = dimension =>
      Object.fromEntries(
        SECTIONS[dimension].statuses.map((status, index) => [status, (987_654 - dimension.length) >> index]),
      );
    provider.keepTrend(dimension => dayOf(dimension, { faulted: 1_234, offline: 12, online: 60 }));
    stage = mount<HTMLElement>(
      `<div>${[...VIEWS, 'ev-station-list'].map(tag => `<${tag}></${tag}>`).join('')}</div>`,
    );
    for (const view of stage.children) Object.assign(view, { provider });
    await until(() => parts(stage, 'entry').length > 10 && parts(stage, 'row').length > 0);
  });
  afterEach(() => {
    document.documentElement.style.fontSize = '';
  });
  after(async () => {
    clearPage();
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  for (const catalogue of CATALOGUES) {
    const { $code: lang, connectionHeading } = catalogue;
    const become = async () => {
      document.documentElement.lang = lang;
      await until(() => headingOf(stage.children[1]!) === connectionHeading);
    };

    it(`R31, WCAG 1.4.4: can be read in 320, 744 and 1440 pixels in "${lang}", in twice the text size too`, async () => {
      await become();
      for (const size of ['200%', '']) {
        document.documentElement.style.fontSize = size;
        for (const width of [320, 744, 1440]) {
          stage.style.width = `${width}px`;
          await laidOut(stage);
          // A word that is longer than such a line may be broken: nothing of it is lost.
          const isShort = size === '200%' && width === 320;
          for (const view of stage.children) {
            const lost = unreadable(view).filter(told => !isShort || !told.endsWith('is broken'));
            expect(lost, `${view.localName} in ${width} pixels, ${size}`).to.deep.equal([]);
          }
        }
      }
    });

    it(`R31, WCAG 2.4.6, 2.5.3, 4.1.2: tell assistive technology of each control by a name of its own, which holds what is written on it, in "${lang}"`, async () => {
      await become();
      await laidOut(stage);
      const told = await accessibilityTree();
      const names = told.filter(isControl).map(({ name }) => name);
      expect(names.length).to.be.above(40);
      expect(names.filter((name, index) => name === '' || names.indexOf(name) !== index)).to.deep.equal([]);
      const texts = told.flatMap(({ name, description }) => [name, description]).join('\n');
      expect(englishNotIn(catalogue).filter(text => texts.includes(text))).to.deep.equal([]);
      const labelled = everything(stage).filter(element => element.matches(PRESSED) && element.ariaLabel);
      const isWithin = (element: Element) =>
        element.ariaLabel!.replace(/\s+/g, ' ').includes(textOf(element));
      expect(labelled.filter(element => !isWithin(element)).map(({ outerHTML }) => outerHTML)).to.deep.equal(
        [],
      );
      for (const role of ['table', 'rowheader', 'toolbar', 'heading', 'tablist'])
        expect(
          told.map(each => each.role),
          role,
        ).to.include(role);
    });
  }

  it('WCAG 1.4.12: can be read in the spacing of text that a reader wants of all of a page', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    document.adoptedStyleSheets = [sheet];
    try {
      for (const { $code: lang } of [en, de, fr]) {
        document.documentElement.lang = lang;
        for (const width of [320, 744, 1440]) {
          stage.style.width = `${width}px`;
          await laidOut(stage);
          for (const view of stage.children) {
            // A word may be broken: nothing of it is lost.
            const lost = unreadable(view).filter(told => !told.endsWith('is broken'));
            expect(lost, `${view.localName} in ${width} pixels, "${lang}"`).to.deep.equal([]);
          }
        }
      }
    } finally {
      document.adoptedStyleSheets = [];
    }
  });
});

describe('an overview that changes its language', () => {
  let overview: HTMLElement;
  let maps: StatusMap[];

  before(async () => {
    // Maps are made once they are seen.
    await setViewport({ width: 1500, height: 2400 });
    const nowhere = { id: 'X', latitude: 0, longitude: 0, stations: [{ id: 'CS-X' }] };
    const locations = [...LOCATIONS, nowhere].map((each, index) => ({
      ...each,
      country: ['DE', 'NL'][index % 2]!,
      operator: ['Halyard', 'Kilowattstunde'][index % 2]!,
    }));
    overview = await openOverview(providerOf(locations), 'location-href="#/{id}" station-href="#/{id}"');
    maps = ['ev-connection-map', 'ev-evse-map'].map(tag =>
      overview.shadowRoot!.querySelector<StatusMap>(tag)!,
    );
    for (const map of maps) {
      map.show({ center: [-50, -10], zoom: 3 });
      await until(() => parts(map, 'pin').length > 0);
      partOf(map, 'pin').click();
      await until(() => partOf(map, 'popup').checkVisibility());
    }
  });
  after(async () => {
    clearPage();
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  for (const { $code: lang, $dir: dir, connectionHeading } of CATALOGUES)
    it(`R31: runs over nowhere in 320, 744 and 1440 pixels in "${lang}", nor does what stands on its maps`, async () => {
      document.documentElement.lang = lang;
      await until(() => headingOf(pieOf(overview, 'connection')) === connectionHeading);
      expect(getComputedStyle(overview).direction).to.equal(dir);
      for (const width of [320, 744, 1440]) {
        overview.style.width = `${width}px`;
        await laidOut(overview);
        const around = everything(overview).filter(element => !element.closest('.area, .visually-hidden'));
        expect(reachingOut(around, overview.getBoundingClientRect()), `${width} pixels`).to.deep.equal([]);
        for (const view of overview.shadowRoot!.querySelectorAll('ev-summary, .controls'))
          expect(unreadable(view), `${view.localName} in ${width} pixels`).to.deep.equal([]);
        for (const map of maps) {
          const area = map.shadowRoot!.querySelector('.area')!.getBoundingClientRect();
          for (const box of [partOf(map, 'fit').parentElement!, partOf(map, 'left-out')])
            expect(
              reachingOut([box, ...everything(box)], area),
              `${map.localName} in ${width} pixels`,
            ).to.deep.equal([]);
          const popup = partOf(map, 'popup');
          await until(
            () =>
              reachingOut([popup], map.shadowRoot!.querySelector('.area')!.getBoundingClientRect()).length ===
              0,
          );
          expect(
            reachingOut(everything(popup), popup.getBoundingClientRect()),
            `${width} pixels`,
          ).to.deep.equal([]);
        }
      }
    });
});
