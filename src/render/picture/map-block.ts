import type { MapDimension } from '../../model/questions.js';
import type { MapSnapshot } from '../map/map-snapshot.js';
import { drawMarker } from './drawn-marker.js';
import { LINE_HEIGHT } from './sheet.js';
import type { Block, Sheet } from './sheet.js';

const SMALL = { size: 0.75, color: 'var(--_muted)' };
/** Pixels. */
const CORNER = 8;
const VEIL = 'color-mix(in srgb, var(--_surface) 72%, transparent)';
const PLATE = 'color-mix(in srgb, var(--_surface) 88%, transparent)';

/** How far a length on the map is, in its lower right corner. */
function drawScale(sheet: Sheet, { scale, width, height }: MapSnapshot): void {
  const { context, look } = sheet;
  const lineHeight = LINE_HEIGHT * SMALL.size * look.em;
  const textWidth = Math.max(scale.width, sheet.widthOf(scale.text, SMALL) + CORNER);
  const [left, top] = [width - textWidth - CORNER, height - lineHeight - CORNER];
  sheet.box(left - 2, top - 1, textWidth + 4, lineHeight + 3, PLATE, 3);
  sheet.write(scale.text, left + textWidth / 2, top + lineHeight / 2, { ...SMALL, align: 'center' });
  context.beginPath();
  const right = left + textWidth;
  const bottom = top + lineHeight;
  context.moveTo(right - scale.width, bottom - 4);
  context.lineTo(right - scale.width, bottom);
  context.lineTo(right, bottom);
  context.lineTo(right, bottom - 4);
  context.strokeStyle = look.color('var(--_muted)');
  context.lineWidth = 1;
  context.stroke();
}

/** A map as it is seen, with its groups and locations, and below it where it is from. */
export function mapBlock(sheet: Sheet, dimension: MapDimension, map: MapSnapshot): Block {
  const { context, look } = sheet;
  const { ground, width, height, world, markers, sources } = map;
  const lines = sheet.linesOf(sources, width, SMALL);
  const lineHeight = LINE_HEIGHT * SMALL.size * look.em;

  const draw = () => {
    context.beginPath();
    context.roundRect(0, 0, width, height, CORNER);
    context.clip();
    context.drawImage(ground, 0, 0, width, height);
    if (world) {
      sheet.box(0, 0, world.left, height, VEIL);
      sheet.box(world.left + world.width, 0, width - world.left - world.width, height, VEIL);
    }
    for (const marker of markers) {
      context.save();
      context.translate(marker.x, marker.y);
      drawMarker(sheet, dimension, marker);
      context.restore();
    }
    drawScale(sheet, map);
    context.beginPath();
    context.roundRect(0.5, 0.5, width - 1, height - 1, CORNER);
    context.strokeStyle = look.color('var(--_line)');
    context.lineWidth = 1;
    context.stroke();
  };
  return {
    width,
    height: height + lines.length * lineHeight,
    draw: (start, top) => {
      sheet.within(sheet.left(start, width), top, 1, 1, draw);
      for (const [index, line] of lines.entries())
        sheet.write(line, sheet.left(start, 0), top + height + (index + 0.6) * lineHeight, SMALL);
    },
  };
}
