import { LINE_HEIGHT } from './sheet.js';
import type { Block, Sheet, TextStyle } from './sheet.js';

/** What stands above a picture: what it is of, of whom and as of when, and what is wrong with the data. */
export interface PictureHeading {
  heading: string;
  notes: readonly string[];
  warning?: string;
}

export function headingBlock(
  sheet: Sheet,
  { heading, notes, warning }: PictureHeading,
  width: number,
): Block {
  const texts: [string, TextStyle & { size: number }][] = [
    [heading, { size: 1.2, isBold: true }],
    ...notes.map((note): [string, TextStyle & { size: number }] => [
      note,
      { size: 0.93, color: 'var(--_muted)' },
    ]),
  ];
  if (warning) texts.push([warning, { size: 0.93, isBold: true, color: 'var(--_warning)' }]);
  const lines = texts.flatMap(([text, style]) =>
    sheet
      .linesOf(text, width, style)
      .map(line => ({ line, style, height: sheet.em(LINE_HEIGHT * style.size) })),
  );
  return {
    width,
    height: lines.reduce((sum, { height }) => sum + height, 0),
    draw: (start, top) => {
      let at = top;
      for (const { line, style, height } of lines) {
        sheet.write(line, sheet.left(start, 0), at + height / 2, style);
        at += height;
      }
    },
  };
}
