import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import fc from 'fast-check';

import '../../src/define/index.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { useFont } from '../support/fonts.js';
import { clearPage, everything, mount, parts, settled, until } from '../support/page.js';

const STATUSES = ['under-15m', 'under-1h', 'under-24h', 'under-7d', 'older'];
/** From none to millions, each order of magnitude as likely as the next. */
const count = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 9 }))
  .map(([magnitude, digit]) => digit * 10 ** magnitude);
const counts = fc
  .array(count, { minLength: 5, maxLength: 5 })
  .filter(values => values.some(value => value > 0));

describe("a pie's numbers", () => {
  const provider = new ControllableProvider();
  let pie: StatusPie;

  async function open(font: string, style = 'width: 600px') {
    pie = mount<StatusPie>(
      `<ev-last-ocpp-pie style="${style}; --ev-font-family: ${font}"></ev-last-ocpp-pie>`,
      provider,
    );
    await settled(pie);
  }
  async function draw(values: number[]): Promise<SVGGElement[]> {
    provider.answers.counts = () =>
      Object.fromEntries(STATUSES.map((status, index) => [status, values[index]!]));
    provider.tell();
    const shown = () => parts(pie, 'entry').map(({ dataset }) => Number(dataset.count));
    await until(() => shown().join() === values.join());
    await settled(pie);
    return parts(pie, 'slice') as unknown as SVGGElement[];
  }
  // Slices that are still growing are measured where they are, not where they will be.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(clearPage);

  const textIn = (slice: Element) => slice.querySelector('text');
  const overlap = (one: DOMRect, other: DOMRect) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  /** The corners of a text and the middles of its sides, in the drawing's own units. */
  function edgeOf(text: SVGTextElement): DOMPoint[] {
    const { x, y, width, height } = text.getBBox();
    const at = [0, 0.5, 1];
    return at.flatMap(across => at.map(down => new DOMPoint(x + across * width, y + down * height)));
  }

  for (const width of ['wide', 'narrow'] as const) {
    it(`R3: in a ${width} font each number stands within its slice or beside the ring, and none on another, whatever the counts`, async () => {
      await open(await useFont(width));
      await fc.assert(
        fc.asyncProperty(counts, async values => {
          const slices = await draw(values);
          const paths = slices.map(slice => slice.querySelector('path')!);
          const texts = slices.flatMap(slice => textIn(slice) ?? []);
          const drawing = paths[0]!.ownerSVGElement!.getBoundingClientRect();
          for (const [index, slice] of slices.entries()) {
            const text = textIn(slice);
            if (!text) continue;
            const edge = edgeOf(text);
            if (text.classList.contains('beside')) {
              for (const path of paths) expect(edge.some(point => path.isPointInFill(point))).to.equal(false);
            } else {
              expect(
                edge.every(point => paths[index]!.isPointInFill(point)),
                text.outerHTML,
              ).to.equal(true);
            }
          }
          const boxes = texts.map(text => text.getBoundingClientRect());
          for (const [index, box] of boxes.entries()) {
            expect(
              boxes.slice(index + 1).some(other => overlap(box, other)),
              'numbers overlap',
            ).to.equal(false);
            expect(box.left >= drawing.left - 0.5 && box.right <= drawing.right + 0.5).to.equal(true);
            expect(box.top >= drawing.top - 0.5 && box.bottom <= drawing.bottom + 0.5).to.equal(true);
          }
        }),
        { numRuns: 80, includeErrorInReport: true },
      );
    });

    it(`R3: in a ${width} font the total and what it counts stand in the hole, whatever the counts`, async () => {
      await open(await useFont(width));
      await fc.assert(
        fc.asyncProperty(counts, async values => {
          const [slice] = await draw(values);
          const paths = (parts(pie, 'slice') as Element[]).map(part => part.querySelector('path')!);
          const total = slice!.ownerSVGElement!.querySelectorAll<SVGTextElement>('.total text');
          expect(total.length).to.equal(2);
          const [number, noun] = [...total].map(text => text.getBoundingClientRect()) as [DOMRect, DOMRect];
          expect(overlap(number, noun), 'they overlap').to.equal(false);
          for (const text of total)
            expect(
              edgeOf(text).some(point => paths.some(path => path.isPointInFill(point))),
              text.outerHTML,
            ).to.equal(false);
        }),
        { numRuns: 30, includeErrorInReport: true },
      );
    });
  }

  it('R22: each status that any is in has a slice that can be seen and hit, in the fixed order', async () => {
    await open('sans-serif', 'width: 200px');
    await fc.assert(
      fc.asyncProperty(counts, async values => {
        const slices = await draw(values);
        expect(slices.map(({ dataset }) => dataset.status)).to.deep.equal(
          STATUSES.filter((_, index) => values[index]! > 0),
        );
        for (const slice of slices) {
          const { width, height } = slice.querySelector('path')!.getBoundingClientRect();
          expect(Math.max(width, height)).to.be.above(20);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('R3: a slice with room for its number shows it in it, and one without beside it', async () => {
    await open(await useFont('wide'));
    const even = await draw([25, 25, 25, 25, 0]);
    expect(even.map(slice => textIn(slice)!.textContent)).to.deep.equal(['25', '25', '25', '25']);
    expect(even.map(slice => textIn(slice)!.classList.contains('beside'))).to.not.include(true);
    const uneven = await draw([9_000, 0, 0, 0, 7]);
    expect(
      uneven.map(slice => [textIn(slice)!.textContent, textIn(slice)!.getAttribute('class')]),
    ).to.deep.equal([
      ['9,000', 'within'],
      ['7', 'beside'],
    ]);
  });

  it('R3: the numbers are placed anew in another font, in a larger text and in another width', async () => {
    await open(await useFont('narrow'));
    const numbers = async () => {
      await settled(pie);
      return everything(pie)
        .filter(element => element.matches('.pie text'))
        .map(text => [text.getAttribute('x'), text.getAttribute('y'), text.getAttribute('font-size')].join());
    };
    await draw([1_234_567, 98_765, 43_210, 1, 1]);
    let before = (await numbers()).join(' ');
    const changed = async () => {
      const now = (await numbers()).join(' ');
      if (now === before) return false;
      before = now;
      return true;
    };
    pie.style.setProperty('--ev-font-family', await useFont('wide'));
    await until(changed);
    document.documentElement.style.fontSize = '200%';
    await until(changed);
    document.documentElement.style.fontSize = '';
    await until(changed);
    pie.style.width = '320px';
    await until(changed);
  });

  it('R3: the numbers are placed anew when a font has come to be loaded', async () => {
    await open("'ev-test-late', sans-serif");
    await draw([1_234_567, 98_765, 43_210, 1, 1]);
    const sizeOf = () =>
      everything(pie)
        .find(element => element.matches('.total .number'))!
        .getAttribute('font-size');
    const before = sizeOf();
    const late = new FontFace(
      'ev-test-late',
      `url(${new URL('../../node_modules/@fontsource/roboto-condensed/files/roboto-condensed-latin-700-normal.woff2', import.meta.url).href})`,
    );
    document.fonts.add(await late.load());
    await until(() => sizeOf() !== before);
    document.fonts.delete(late);
  });
});
