import { troubleStatuses } from '../../model/trouble.js';
import { changeOf, isWorse } from '../shared/change.js';
import type { NumberHistory } from '../shared/change.js';
import { readableOn } from '../shared/status-colors.js';
import { labelOf } from '../shared/status-label.js';
import { colorOf, lookOf } from '../shared/status-look.js';
import { HEIGHT, WIDTH } from '../shared/trend-curve.js';
import { visibleTotal } from '../pie/pie.js';
import type { StatusShares } from '../pie/pie.js';
import { coverWithPattern, drawSign } from './drawn-status.js';
import { LINE_HEIGHT } from './sheet.js';
import type { Block, Sheet } from './sheet.js';

/** In em of the text. */
const SWATCH = 1.15;
const GAP = 0.55;
/** Between a row's texts and its bar, and below it. */
const BAR = { above: 0.25, height: 0.3, below: 0.75 };
const CURVE = { width: 4, height: 1 };
const SMALL = 0.86;

const PERIODS = [
  ['hour', 1],
  ['day', 24],
] as const;

/** How a number changed over an hour and over a day, in little room; empty where that is not known. */
function changeTexts(
  { localize }: StatusShares,
  history: NumberHistory,
  number: number,
  isTrouble: boolean,
): { text: string; isWorse: boolean }[] {
  const change = changeOf(history, number);
  return PERIODS.flatMap(([period, hours]) => {
    const difference = change[period];
    if (difference === undefined) return [];
    const sign = difference === 0 ? '±' : difference > 0 ? '▲' : '▼';
    const text = `${localize.counted('hoursShort', hours)} ${sign} ${localize.briefly(Math.abs(difference))}`;
    return [{ text, isWorse: isTrouble && isWorse(difference) }];
  });
}

/** A row of a legend: a status with its sign, its number, its share, its bar, and how the number changed (R28). */
function row(sheet: Sheet, shares: StatusShares, status: string, width: number): Block {
  const { context, look } = sheet;
  const { localize, dimension, counts, hidden } = shares;
  const statuses = Object.keys(counts);
  const { sign, pattern } = lookOf(dimension, status, statuses);
  const count = counts[status]!;
  const total = visibleTotal(shares);
  const isHidden = hidden.has(status);
  const color = colorOf(dimension, status, statuses);
  const number = localize.number(count);
  const share = isHidden ? localize.term('hidden') : localize.share(count, total);
  const history = shares.historyOf(status);
  const isTrouble = troubleStatuses(dimension, statuses).includes(status);
  const changes = history ? changeTexts(shares, history, count, isTrouble) : [];

  const shareWidth = Math.max(sheet.em(4.5), sheet.widthOf(share));
  const figures = shareWidth + sheet.em(GAP) + sheet.widthOf(number, { isBold: true });
  const labelStart = sheet.em(SWATCH + GAP);
  const lines = sheet.linesOf(
    labelOf(localize, dimension, status),
    Math.max(sheet.em(4), width - labelStart - figures - sheet.em(GAP)),
  );
  const lineHeight = sheet.em(LINE_HEIGHT);
  const height = lines.length * lineHeight + sheet.em(BAR.above + BAR.below) + sheet.em(CURVE.height);

  const drawSwatch = (left: number, middle: number) => {
    const size = sheet.em(SWATCH);
    const top = middle - size / 2;
    context.globalAlpha = isHidden ? 0.35 : 1;
    sheet.box(left, top, size, size, color, size / 4);
    if (pattern && look.isPatterned) {
      sheet.within(left, top, 1, 1, () => {
        context.beginPath();
        context.rect(0, 0, size, size);
        coverWithPattern(sheet, pattern, size, size / 2);
      });
    } else drawSign(sheet, sign, left + size / 8, top + size / 8, 0.75 * size, readableOn(color));
    context.globalAlpha = 1;
  };

  const drawCurve = (left: number, middle: number) => {
    if (!history?.curve) return;
    context.save();
    const height = sheet.em(CURVE.height);
    context.translate(left, middle - height / 2);
    // Time runs as texts do.
    if (look.isRightToLeft) context.transform(-1, 0, 0, 1, sheet.em(CURVE.width), 0);
    const stretched = new Path2D();
    stretched.addPath(
      new Path2D(history.curve),
      new DOMMatrix().scale(sheet.em(CURVE.width) / WIDTH, height / HEIGHT),
    );
    context.strokeStyle = look.color('var(--_muted)');
    Object.assign(context, { lineJoin: 'round', lineWidth: 1.25 });
    context.stroke(stretched);
    context.restore();
  };

  const draw = (start: number, top: number) => {
    const middle = top + lineHeight / 2;
    const at = (from: number) => sheet.left(start + from, 0);
    drawSwatch(sheet.left(start, sheet.em(SWATCH)), middle);
    const quiet = isHidden ? { color: 'var(--_muted)' } : {};
    for (const [index, line] of lines.entries())
      sheet.write(line, at(labelStart), middle + index * lineHeight, quiet);
    sheet.write(share, at(width), middle, { color: 'var(--_muted)', align: 'end' });
    sheet.write(number, at(width - shareWidth - sheet.em(GAP)), middle, {
      ...{ align: 'end', isBold: !isHidden },
      ...quiet,
    });

    let end = width;
    const barMiddle = top + lines.length * lineHeight + sheet.em(BAR.above + CURVE.height / 2);
    for (const { text, isWorse: isBad } of changes.toReversed()) {
      const style = { size: SMALL, isBold: isBad, color: isBad ? 'var(--_warning)' : 'var(--_muted)' };
      sheet.write(text, at(end), barMiddle, { ...style, align: 'end' });
      end -= Math.max(sheet.em(5.2), sheet.widthOf(text, style)) + sheet.em(GAP);
    }
    if (history) {
      end -= sheet.em(CURVE.width);
      drawCurve(sheet.left(start + end, sheet.em(CURVE.width)), barMiddle);
      end -= sheet.em(GAP);
    }
    const barTop = barMiddle - sheet.em(BAR.height) / 2;
    const bar = (length: number, fill: string) => {
      sheet.box(
        sheet.left(start, length),
        barTop,
        length,
        sheet.em(BAR.height),
        fill,
        sheet.em(BAR.height) / 2,
      );
    };
    bar(end, 'var(--_hover)');
    if (!isHidden && count > 0) bar(Math.max(1, (count / total) * end), color);
  };
  return { width, height, draw };
}

/** A legend, its rows in as many columns. */
export function legendBlock(sheet: Sheet, shares: StatusShares, width: number, columns = 1): Block {
  const gap = sheet.em(2);
  const columnWidth = (width - (columns - 1) * gap) / columns;
  const rows = Object.keys(shares.counts).map(status => row(sheet, shares, status, columnWidth));
  const perColumn = Math.ceil(rows.length / columns);
  const columnOf = (column: number) => rows.slice(column * perColumn, (column + 1) * perColumn);
  const heightOf = (column: number) => columnOf(column).reduce((sum, each) => sum + each.height, 0);
  return {
    width,
    height: Math.max(...Array.from({ length: columns }, (_, column) => heightOf(column))),
    draw: (start, top) => {
      for (let column = 0; column < columns; column++) {
        let at = top;
        for (const each of columnOf(column)) {
          each.draw(start + column * (columnWidth + gap), at);
          at += each.height;
        }
      }
    },
  };
}
