import { expect } from 'chai';
import fc from 'fast-check';
import { render } from 'lit';

import { pie, pieStyles } from '../../src/render/pie/pie.js';

const statuses = ['under-15m', 'under-1h', 'under-24h', 'under-7d', 'older'];
/** From none to millions, each order of magnitude as likely as the next. */
const count = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 9 }))
  .map(([magnitude, digit]) => digit * 10 ** magnitude);

describe("a pie's numbers", () => {
  const host = document.createElement('div');
  host.style.cssText = 'width: 200px; font: 14px sans-serif';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [pieStyles.styleSheet!];

  before(() => document.body.append(host));
  after(() => host.remove());

  function draw(counts: number[]): SVGGElement[] {
    const byStatus = Object.fromEntries(statuses.map((status, index) => [status, counts[index]!]));
    const options = { dimension: 'last-message' as const, counts: byStatus, hidden: new Set<string>() };
    render(pie({ ...options, onSelect: () => undefined }), root);
    return [...root.querySelectorAll<SVGGElement>('.slice')];
  }

  const boxes = (slices: SVGGElement[]) =>
    slices.flatMap(slice => slice.querySelector('text')?.getBoundingClientRect() ?? []);
  const overlap = (one: DOMRect, other: DOMRect) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  it('R3: no number in a slice reaches into another, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 5, maxLength: 5 }), counts => {
        const labels = boxes(draw(counts));
        return labels.every((label, index) => labels.slice(index + 1).every(next => !overlap(label, next)));
      }),
      { numRuns: 150 },
    );
  });

  it('R22: each status that any is in has a slice that can be seen and hit, in the fixed order', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 5, maxLength: 5 }), counts => {
        const slices = draw(counts);
        expect(slices.map(({ dataset }) => dataset.status)).to.deep.equal(
          statuses.filter((_, index) => counts[index]! > 0),
        );
        for (const slice of slices) {
          const { width, height } = slice.querySelector('path')!.getBoundingClientRect();
          expect(Math.max(width, height)).to.be.above(20);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('R3: a slice with room for its number shows it', () => {
    expect(draw([25, 25, 25, 25, 0]).map(slice => slice.querySelector('text')?.textContent)).to.deep.equal([
      '25',
      '25',
      '25',
      '25',
    ]);
  });
});
