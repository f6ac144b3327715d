import { arc } from 'd3-shape';

import type { DonutAngle } from '../shared/donut.js';
import { readableOn } from '../shared/status-colors.js';
import { colorOf, lookOf } from '../shared/status-look.js';
import { PieTexts } from '../pie/pie-texts.js';
import type { PieText } from '../pie/pie-texts.js';
import { pieSlices, RING, SIDE, visibleTotal } from '../pie/pie.js';
import type { StatusShares } from '../pie/pie.js';
import { coverWithPattern } from './drawn-status.js';
import { LINE_HEIGHT } from './sheet.js';
import type { Block, Sheet } from './sheet.js';

/** In the pie's own units. */
const EDGE = 1.5;
const HALO = 8;
/** The side of a pattern's tile. */
const TILE = 8;

const COLORS: Readonly<Record<PieText['kind'], string>> = {
  within: 'var(--_text)',
  beside: 'var(--_text)',
  number: 'var(--_text)',
  noun: 'var(--_muted)',
};

/** A pie as wide and high as given: the slices of what is visible with their numbers, and the total. */
export function pieBlock(sheet: Sheet, shares: StatusShares, size: number): Block {
  const { context, look } = sheet;
  const { localize, section, dimension, counts } = shares;
  const statuses = Object.keys(counts);
  const total = visibleTotal(shares);
  const texts = new PieTexts(
    localize,
    {
      width: size,
      fontSize: look.em,
      measure: text => ({
        width: sheet.widthOf(text, { isBold: true }) / look.em,
        height: LINE_HEIGHT,
      }),
    },
    SIDE,
  );
  const outline = arc<DonutAngle>()
    .innerRadius(RING.inner)
    .outerRadius(RING.outer)
    .startAngle(({ start }) => start)
    .endAngle(({ end }) => end)
    .context(context);

  const write = ({ kind, text, x, y, size: units }: PieText, ground?: string) => {
    const style = {
      ...{ size: units / look.em, align: 'center' as const, isBold: kind !== 'noun' },
      color: ground ? readableOn(ground) : COLORS[kind],
    };
    if (ground && look.isPatterned) {
      const width = sheet.widthOf(text, style) + HALO;
      sheet.box(x - width / 2, y - units / 2, width, units, ground, units / 2);
    }
    sheet.write(text, x, y, style);
  };

  const draw = () => {
    context.translate(RING.box, RING.box);
    const slices = pieSlices(shares, texts);
    if (slices.length === 0) {
      context.beginPath();
      outline({ index: 0, start: 0, end: 2 * Math.PI });
      context.fillStyle = look.color('var(--_hover)');
      context.fill();
    }
    for (const { status, angle } of slices) {
      context.beginPath();
      outline(angle);
      context.fillStyle = look.color(colorOf(dimension, status, statuses));
      context.fill();
      coverWithPattern(sheet, lookOf(dimension, status, statuses).pattern, RING.outer, TILE);
      context.strokeStyle = look.color('var(--_surface)');
      context.lineWidth = EDGE;
      context.stroke();
    }
    for (const { status, count, place } of slices) {
      if (!place) continue;
      write(texts.number(count, place), place.isBeside ? undefined : colorOf(dimension, status, statuses));
    }
    const noun = localize.counted(`${section.counted}Noun`, total);
    for (const text of texts.total(total, noun)) write(text);
  };
  return {
    width: size,
    height: size,
    draw: (start, top) => {
      sheet.within(sheet.left(start, size), top, size, SIDE, draw);
    },
  };
}
