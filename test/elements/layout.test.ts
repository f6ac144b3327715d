import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';

import '../../src/define/index.js';
import type { Dimension, StatusCounts } from '../../src/model/records.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { useFont } from '../support/fonts.js';
import { laidOut, unreadable } from '../support/layout.js';
import { clearPage, everything, mount, partOf, parts, settled, until } from '../support/page.js';
import { dayOf } from '../support/trends.js';

const WIDTHS = [320, 744, 900, 1440];
/** Where all grows with its box. */
const WIDE = [1920, 3840];
const PIES = ['ev-connection-pie', 'ev-evse-pie', 'ev-last-ocpp-pie', 'ev-station-pie'];
const COUNTS: Readonly<Record<Dimension, StatusCounts>> = {
  connection: { online: 98_765, offline: 1_234, unknown: 1 },
  evse: { available: 1_234_567, charging: 987_654, faulted: 12, undefined: 0 },
  'last-message': { 'under-15m': 3_012, 'under-1h': 901, 'under-24h': 55, 'under-7d': 3, older: 1 },
  station: { enabled: 36_123, disabled: 612, faulted: 44, unknown: 4 },
};

function withCounts(counts: Partial<Record<Dimension, StatusCounts>> = {}): ControllableProvider {
  const provider = new ControllableProvider();
  provider.answers.counts = dimension => counts[dimension] ?? COUNTS[dimension];
  return provider;
}

for (const font of ['wide', 'narrow'] as const) {
  describe(`the layout in a ${font} font`, () => {
    let family: string;
    before(async () => {
      family = await useFont(font);
    });
    afterEach(async () => {
      clearPage();
      document.documentElement.style.fontSize = '';
      await setViewport({ width: 800, height: 600 });
    });

    /** Opens an element in a page of a width, first in the usual text size, then in twice that. */
    async function check(open: () => HTMLElement, width: number): Promise<void> {
      await setViewport({ width, height: 900 });
      const element = open();
      element.style.setProperty('--ev-font-family', family);
      for (const size of ['', '200%']) {
        document.documentElement.style.fontSize = size;
        await laidOut(element);
        expect(unreadable(element), `${element.localName}, text size ${size || '100%'}`).to.deep.equal([]);
      }
    }

    for (const width of [...WIDTHS, ...WIDE]) {
      for (const tag of PIES) {
        it(`R21, WCAG 1.4.4: ${tag} can be read in ${width} pixels, in twice the text size too`, async () => {
          await check(() => mount(`<${tag}></${tag}>`, withCounts()), width);
        });
      }
    }

    for (const width of WIDTHS) {
      it(`R21, WCAG 1.4.4: a legend by itself can be read in ${width} pixels, in twice the text size too`, async () => {
        for (const dimension of ['connection', 'evse', 'last-message', 'station'])
          await check(
            () => mount(`<ev-status-legend dimension="${dimension}"></ev-status-legend>`, withCounts()),
            width,
          );
      });

      it(`R28, WCAG 1.4.4: rows with their trends can be read in ${width} pixels, in twice the text size too`, async () => {
        for (const [tag, dimension] of [
          ['ev-evse-pie', 'evse'],
          ['ev-last-ocpp-pie', 'last-message'],
          ['ev-status-legend', 'connection'],
        ] as const)
          await check(() => {
            const provider = withCounts();
            provider.keepTrend(() => dayOf(dimension, COUNTS[dimension]));
            return mount(`<${tag}></${tag}>`, provider);
          }, width);
      });

      it(`R29, WCAG 1.4.4: the summary can be read in ${width} pixels, in twice the text size too`, async () => {
        for (const hasTrend of [true, false])
          await check(() => {
            const provider = withCounts();
            if (hasTrend) provider.keepTrend(dimension => dayOf(dimension, COUNTS[dimension]));
            return mount('<ev-summary></ev-summary>', provider);
          }, width);
      });

      for (const status of ['ready', 'loading', 'error', 'stale'] as const) {
        it(`R14, WCAG 1.4.4: a panel whose data is ${status} can be read in ${width} pixels, in twice the text size too`, async () => {
          const provider = withCounts();
          provider.become(status, { error: new Error('The network could not be fetched: HTTP 503.') });
          await check(
            () =>
              mount(
                '<ev-panel heading="Charge Station Connection Status" help="Of all stations."></ev-panel>',
                provider,
              ),
            width,
          );
        });
      }

      it(`R13, WCAG 1.4.4: the explanation can be read in ${width} pixels, in twice the text size too`, async () => {
        await setViewport({ width, height: 900 });
        const pie = mount('<ev-connection-pie></ev-connection-pie>', withCounts());
        pie.style.setProperty('--ev-font-family', family);
        await settled(pie);
        partOf(pie, 'help').click();
        for (const size of ['', '200%']) {
          document.documentElement.style.fontSize = size;
          await laidOut(pie);
          const tip = everything(pie).find(({ role }) => role === 'tooltip')!;
          expect(unreadable(tip), size).to.deep.equal([]);
          const [own, frame] = [tip.getBoundingClientRect(), pie.getBoundingClientRect()];
          expect(own.left >= frame.left && own.right <= frame.right).to.equal(true);
        }
      });

      it(`R21: a status with a name longer than ${width} pixels stays in its legend`, async () => {
        const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(8);
        const provider = withCounts({ 'last-message': { 'under-15m': 7, [long]: 90, older: 1 } });
        const pie = mount<HTMLElement>('<ev-last-ocpp-pie></ev-last-ocpp-pie>', provider);
        await setViewport({ width, height: 900 });
        pie.style.setProperty('--ev-font-family', family);
        for (const size of ['', '200%']) {
          document.documentElement.style.fontSize = size;
          await laidOut(pie);
          const found = unreadable(pie).filter(text => !text.endsWith('is broken'));
          expect(found.map(text => text.replace(long, 'the long name'))).to.deep.equal([]);
        }
      });
    }

    it('R14, WCAG 1.4.4: what stands in place of a pie can be read in 320 pixels, in twice the text size too', async () => {
      const failing = withCounts();
      failing.fail(
        new Error('https://charging.example/network/of/all/stations?as=one&very=long answered 503.'),
      );
      const open = [
        () => mount<HTMLElement>('<ev-connection-pie></ev-connection-pie>'),
        () => mount<HTMLElement>('<ev-connection-pie></ev-connection-pie>', failing),
        () =>
          mount<HTMLElement>(
            '<ev-connection-pie></ev-connection-pie>',
            withCounts({ connection: { online: 0 } }),
          ),
      ];
      await setViewport({ width: 320, height: 900 });
      for (const mounted of open) {
        const pie = mounted();
        pie.style.setProperty('--ev-font-family', family);
        for (const size of ['', '200%']) {
          document.documentElement.style.fontSize = size;
          await until(() => parts(pie, 'error').length + parts(pie, 'empty').length > 0);
          await laidOut(pie);
          // Tags and addresses are words that no line may be wide enough for.
          const found = unreadable(pie).filter(text => !/^".*[-/].*" is broken$/.test(text));
          expect(found, `${pie.outerHTML} ${size}`).to.deep.equal([]);
        }
      }
    });
  });
}
