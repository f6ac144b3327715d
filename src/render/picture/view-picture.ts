import type { MapDimension } from '../../model/questions.js';
import type { MapSnapshot } from '../map/map-snapshot.js';
import type { StatusShares } from '../pie/pie.js';
import { headingBlock } from './heading-block.js';
import type { PictureHeading } from './heading-block.js';
import { legendBlock } from './legend-block.js';
import { mapBlock } from './map-block.js';
import type { PictureLook } from './picture-look.js';
import { pieBlock } from './pie-block.js';
import { Sheet } from './sheet.js';
import type { Block } from './sheet.js';

/** What of a dimension a picture shows: always its legend, and what else is seen of it. */
export interface PicturedShares {
  shares: StatusShares;
  hasPie: boolean;
  map?: MapSnapshot;
}

/** In em of the text. */
const MARGIN = 1.25;
const GAP = 1.5;
const PIE = 17;
const LEGEND = { inStrip: 15, narrow: 20, usual: 24 };
/** From this width on a pie and its legend stand beside a map. */
const WIDE_MAP = 44;

/** Blocks one below the other. */
function column(blocks: readonly Block[], gap: number): Block {
  return {
    width: Math.max(...blocks.map(({ width }) => width)),
    height: blocks.reduce((sum, { height }) => sum + height, 0) + (blocks.length - 1) * gap,
    draw: (start, top) => {
      let at = top;
      for (const block of blocks) {
        block.draw(start, at);
        at += block.height + gap;
      }
    },
  };
}

/** Blocks one beside the other, their middles on one line. */
function line(blocks: readonly Block[], gap: number): Block {
  const height = Math.max(...blocks.map(each => each.height));
  return {
    width: blocks.reduce((sum, { width }) => sum + width, 0) + (blocks.length - 1) * gap,
    height,
    draw: (start, top) => {
      let at = start;
      for (const block of blocks) {
        block.draw(at, top + (height - block.height) / 2);
        at += block.width + gap;
      }
    },
  };
}

/** A block in the middle of a wider place. */
function centred(block: Block, width: number): Block {
  return {
    ...block,
    width,
    draw: (start, top) => {
      block.draw(start + (width - block.width) / 2, top);
    },
  };
}

/**
 * A pie with its legend beside it, or below it where there is no room for that; without a pie, the legend alone.
 * @param height that a pie above its legend may fill
 */
function sharesBlock(sheet: Sheet, { shares, hasPie }: PicturedShares, room: number, height = 0): Block {
  const [pie, gap] = [sheet.em(PIE), sheet.em(GAP)];
  if (!hasPie) return legendBlock(sheet, shares, Math.min(room, sheet.em(LEGEND.usual)));
  const beside = room - pie - gap;
  if (beside >= sheet.em(LEGEND.narrow)) {
    const legend = legendBlock(sheet, shares, Math.min(beside, sheet.em(LEGEND.usual)));
    return line([pieBlock(sheet, shares, pie), legend], gap);
  }
  const width = Math.min(room, sheet.em(LEGEND.usual));
  const legend = legendBlock(sheet, shares, width);
  const size = Math.min(width, Math.max(pie, height - gap - legend.height));
  return column([centred(pieBlock(sheet, shares, size), width), legend], gap);
}

/** A legend below a map, in as many columns of one length as have room. */
function legendStrip(sheet: Sheet, shares: StatusShares, room: number): Block {
  const { length } = Object.keys(shares.counts);
  const most = Math.max(1, Math.floor(room / sheet.em(LEGEND.inStrip)));
  return legendBlock(sheet, shares, room, Math.ceil(length / Math.ceil(length / most)));
}

function block(sheet: Sheet, pictured: PicturedShares): Block {
  const { shares, hasPie, map } = pictured;
  const gap = sheet.em(GAP);
  if (!map) return sharesBlock(sheet, pictured, sheet.em(PIE + GAP + LEGEND.usual));
  const ground = mapBlock(sheet, shares.dimension as MapDimension, map);
  const room = Math.max(map.width, sheet.em(LEGEND.narrow));
  if (!hasPie) return column([ground, legendStrip(sheet, shares, room)], gap);
  if (map.width < sheet.em(WIDE_MAP)) return column([ground, sharesBlock(sheet, pictured, room)], gap);
  return line([ground, sharesBlock(sheet, pictured, sheet.em(LEGEND.usual), map.height)], gap);
}

/** The most pixels that a picture may have: Safari's canvas holds no more. */
const MOST_PIXELS = 2 ** 24;

/**
 * Draws what views show as a picture, at the device's pixels.
 * @throws where the browser gives no canvas
 */
export function viewPicture(
  look: PictureLook,
  heading: PictureHeading,
  pictured: readonly PicturedShares[],
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas to draw on.');
  const sheet = new Sheet(context, look);
  const blocks = pictured.map(each => block(sheet, each));
  const width = Math.max(...blocks.map(each => each.width));
  const page = column([headingBlock(sheet, heading, width), ...blocks], sheet.em(GAP));
  const margin = sheet.em(MARGIN);
  sheet.width = Math.ceil(page.width + 2 * margin);
  const height = Math.ceil(page.height + 2 * margin);
  const scale = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (sheet.width * height)));
  canvas.width = Math.floor(sheet.width * scale);
  canvas.height = Math.floor(height * scale);
  context.scale(scale, scale);
  sheet.box(0, 0, sheet.width, height, 'var(--_surface)');
  page.draw(margin, margin);
  return canvas;
}
