import { expect } from 'chai';
import fc from 'fast-check';

import { toCsv } from '../../src/model/csv.js';
import { readCsv } from '../support/csv.js';

const written: [title: string, cell: string, expected: string][] = [
  ['plain text as it is', 'Harbour', 'Harbour'],
  ['nothing as nothing', '', ''],
  ['a comma in quotes', 'Quay 1, Rotterdam', '"Quay 1, Rotterdam"'],
  ['quotes doubled', 'the "old" quay', '"the ""old"" quay"'],
  ['a line break in quotes', 'two\nlines', '"two\nlines"'],
  ['names in any script', 'חניון 東京', 'חניון 東京'],
  ['a formula led by an apostrophe', '=1+1', "'=1+1"],
  ['a plus so too', '+31 10 123', "'+31 10 123"],
  ['a minus', '-2', "'-2"],
  ['an at', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t1', "'\t1"],
  ['a carriage return', '\r1', '"\'\r1"'],
  ['a line feed', '\n1', '"\'\n1"'],
  ['a formula after spaces', '  =1', "'  =1"],
  ['a formula after a byte order mark', '\uFEFF=1', "'\uFEFF=1"],
  ['a formula after characters that are not seen', '\u0000\u200B =1', "'\u0000\u200B =1"],
  ['a formula after a semicolon, which separates cells in half of Europe', 'a;=1', "a;'=1"],
  ['a formula after a semicolon and spaces', '1: available; @2: faulted', "1: available; '@2: faulted"],
  ['a formula after a bar', 'a|-1|＋2', "a|'-1|'＋2"],
  ['a formula after a tab', 'a\t=1', "a\t'=1"],
  ['a formula after a tab that leads', '\t=1', "'\t'=1"],
  ['a formula in a second line', 'a\n =1', '"a\n \'=1"'],
  ['a sign after a semicolon and something else as it is', 'a; b=1|c-2', 'a; b=1|c-2'],
  ['a full-width equals sign', '＝1', "'＝1"],
  ['a formula with quotes and commas', '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['such a sign further on as it is', 'NL*1-2=3@4', 'NL*1-2=3@4'],
];

describe('CSV', () => {
  for (const [title, cell, expected] of written) {
    it(`R19: writes ${title}`, () => {
      expect(toCsv([['id', cell]])).to.equal(`id,${expected}\r\n`);
    });
  }

  it('R19: of nothing is nothing', () => {
    expect(toCsv([])).to.equal('');
  });

  const texts = fc.string({
    unit: fc.oneof(fc.constantFrom(...'"\r\n,;|=+-@\t \'＝\uFEFF'), fc.string({ maxLength: 3 })),
  });
  const tables = fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  const unled = (cell: string) => cell.replaceAll("'", '');

  it('R19: reads back as it was written, but for the apostrophes that keep formulas from being run', () => {
    fc.assert(
      fc.property(tables, rows => {
        const read = readCsv(toCsv(rows));
        expect(read.map(row => row.map(unled))).to.deep.equal(rows.map(row => row.map(unled)));
      }),
    );
  });

  it('R19: holds no cell that a spreadsheet would run, whatever it separates cells by', () => {
    fc.assert(
      fc.property(tables, rows => {
        const text = toCsv(rows);
        const cells = [
          readCsv(text).flat(),
          ...[/[;\r\n]/, /[|\r\n]/, /[\t\r\n]/].map(by => text.split(by).slice(1)),
        ];
        for (const cell of cells.flat()) expect(cell).not.to.match(/^\s*[=+\-@＝]/);
      }),
    );
  });
});
